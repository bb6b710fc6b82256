"""The finder: listens to what is published and answers what people ask."""
