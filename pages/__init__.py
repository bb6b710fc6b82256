"""The rooms: what every page shares, the home page, news and guidance."""
