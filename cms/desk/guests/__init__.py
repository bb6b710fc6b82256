"""Where those who edit a page make links for guests, and read and settle what guests remarked."""
