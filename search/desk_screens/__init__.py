"""The finder's own screens at the desk: questions without an answer, and the ways on from one."""
