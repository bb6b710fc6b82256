"""Where something that is said once is shown: procedures, pages of counters, papers on walls."""
