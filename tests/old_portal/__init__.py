"""A portal that older code filled, and what that code answered: the code of today keeps all of it.

`before_rooms.sql.gz` is the whole SQLite database of a small made-up portal, written with `sqlite3.iterdump()`. The
code of commit 9cfa3b2, the last one before the floors got their rooms, filled it by its own doors: imports, revisions
and publishings, printings, scans. `before_rooms.json` is what that same code answered to the questions of `asking.py`,
so that nothing is expected here that was not so. Both stay as they are, whatever becomes of the code: only how today's
code is asked may be written anew.
"""
