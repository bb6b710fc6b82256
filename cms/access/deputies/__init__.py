"""Who stands in for whom: the days, the rights that follow them, and the door that looks at each request."""
