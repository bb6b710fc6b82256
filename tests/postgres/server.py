"""A PostgreSQL server of the tests' own: made in a folder, started on a free port, gone afterwards."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.unprivileged import as_nobody, hand_over

USER = "portal"
#: Tests roll back what they write. A vacuum between two of them notes tables of many pages and no row, and the next
#: test's joins are planned for nothing: minutes for a question of milliseconds. And a question that takes minutes all
#: the same fails with its words instead of holding up everything.
_PATIENCE = "-c autovacuum=off -c statement_timeout=120000"


def server_programs() -> Path | None:
    """The folder of the newest server programs on this machine; None without any."""
    folders = [initdb.parent for initdb in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))]
    if folders:
        return folders[-1]
    initdb = shutil.which("initdb")
    return Path(initdb).parent if initdb else None


_given: set[int] = set()


def free_port() -> int:
    """A port that nobody listens on just now, and that this process has not given away before: who got it may be about
    to listen there."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        if port not in _given:
            _given.add(port)
            return port


@contextmanager
def running_server(folder: Path, programs: Path) -> Iterator[str]:
    """A server in the folder; yields its DATABASE_URL. As root it runs as the nobody user, as PostgreSQL demands."""
    as_user = as_nobody()
    data, port = folder / "data", free_port()
    hand_over(folder)
    subprocess.run(
        [programs / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8"],
        check=True, capture_output=True, cwd=folder, **as_user,
    )  # fmt: skip
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off {_PATIENCE}"
    control = [programs / "pg_ctl", "-D", data, "-w", "-t", "60"]
    subprocess.run([*control, "-o", options, "-l", folder / "log", "start"], check=True, cwd=folder, **as_user,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        yield f"postgres://{USER}@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, cwd=folder, capture_output=True, **as_user)
