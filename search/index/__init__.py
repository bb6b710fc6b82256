"""One contract, its engines: the only files that know a search engine."""
