"""The engine for a cluster: Elasticsearch, asked only for what any of them can do without add-ons."""
