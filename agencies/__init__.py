"""Who and where: agencies and administrative units, each with dates of validity."""
