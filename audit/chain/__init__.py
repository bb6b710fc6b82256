"""The chain of the log's rows: how a row is written for hashing, what binds it to the one before, what is wrong."""
