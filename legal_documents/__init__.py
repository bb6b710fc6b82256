"""The law: legal documents, their dates and status."""
