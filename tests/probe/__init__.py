"""`make probe`: a portal as the operators' handbook sets it up, attacked and broken from outside.

The probe starts a portal with production settings, by the command of the handbook's unit file, and nginx with the
handbook's own server block before it (`book.py` reads both out of docs/operators.vi.md and fills in only a certificate,
the folder and free ports of the loopback). Then each check asks something of them. `make probe` prints one JSON line a
check, `{"check": …, "ok": …, "found": …}`, and ends with 1 when one fails; `test_probe.py` runs the same checks as
tests. Where a part is missing on the machine (nginx, the right to mount) "ok" is null, and CI fails.

A check is a small function in a module of `checks/`, named by its subject. It is found by itself:

    @check
    def trace_is_refused(probe: Probe) -> Found:
        '''No door answers TRACE.'''
        return nothing([door.name for door in probe.doors if door.ask("/", method="TRACE").status == 200])

`probe.site` is the door of nginx, `probe.portal` that of gunicorn itself, `probe.doors` both. `door.ask(path, …)`
gives an `Answer` (status, headers, body, seconds; status 0 when the connection broke), `door.connect()` a bare
connection, `Visitor(door)` somebody with cookies who can sign in. Both doors belong to **one portal for all checks**:
whoever changes something there puts it back. `Found(ok, found)` says how it went, `nothing(faults)` that there must be
none of these.

Whoever breaks something takes a portal of his own:

    with small_file_system(probe.new_folder(), 64) as folder:   # or only probe.new_folder()
        probe.copy_into(folder)                                 # the demonstration's data
        with probe.running(folder) as door:                     # started; stopped at the end; may be run again
            fill(folder)

`probe.running(folder, workers=1)` is quicker to start and enough for most; `**more` are variables of its environment.
The whole probe should take no more than a minute and a half: share what takes long to start.
"""
