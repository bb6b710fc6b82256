"""What is done with accounts beside Wagtail's forms: who stands in for whom."""
