"""Which procedures a paper holds: found by code, chosen by a selection, missing on a hanging one."""
