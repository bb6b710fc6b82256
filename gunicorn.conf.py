"""How gunicorn serves the portal in production; `gunicorn cms.wsgi` reads this file where it is started. What stands on
the command line counts more. The figures behind it: docs/decisions/0030-slow-connections.md."""

import os

bind = f"127.0.0.1:{os.environ.get('PORTAL_PORT', '8000')}"
workers = 4
# A client that sends its request byte by byte holds a thread until it is done, and gunicorn has no time-out for that.
# 80 threads leave room beside 64 such clients, and stay below the 100 connections that PostgreSQL takes by default.
threads = 20
# A process with no thread left takes no further connection, so that another process takes it.
worker_connections = threads
# nginx opens a connection for each request. Keeping one would hold a place that a visitor needs, and a connection that
# is opened and says nothing is closed after five seconds.
keepalive = 0
# As long as nginx takes it in one of its buffers (8 KB): what is longer nginx answers itself, in Vietnamese; by default
# gunicorn refuses above 4,094 bytes, in English.
limit_request_line = 8190
timeout = 60


def post_worker_init(worker):
    """A process that has just begun reads what it needs for the first question while it already serves."""
    from cms.warming import begin  # noqa: PLC0415 - gunicorn reads this file before there are settings
    from procedures_catalog.importing.at_desk.running import errand  # noqa: PLC0415

    begin(worker.wsgi)
    errand.want()  # imports that a power cut left half compared, written or undone
