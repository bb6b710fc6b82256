"""Which offices a question asks for: what people call them, and what they say around the name. No framework."""
