"""The demonstration province: made-up places and people's names, real procedures in the project's own words."""
