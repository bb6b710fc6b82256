"""nginx with the handbook's server block, on a free port of the loopback, with a certificate made on the spot."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.parts import missing
from tests.postgres.server import free_port
from tests.probe import book
from tests.probe.door import Door
from tests.probe.starting import wait_for

# What Debian's nginx.conf says around the server block, as far as it bears on it.
AROUND = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 768; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/portal.conf;
}}
"""


@contextmanager
def running_nginx(folder: Path, portal: int, data: Path) -> Iterator[Door]:
    """nginx before the portal on that port, whose data are there; its files go into the folder."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        missing("nginx (gói Debian: nginx-light)")
    certificate, port = _certificate(folder, book.host()), free_port()
    (folder / "portal.conf").write_text(book.server_block(port, portal, data, certificate, folder / "key.pem"), "utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), "utf-8")
    process = subprocess.Popen([program, "-c", folder / "nginx.conf", "-e", folder / "nginx.log"], cwd=folder)
    try:
        yield wait_for(Door("nginx", book.host(), port, certificate), process, folder / "nginx.log")
    finally:
        process.terminate()
        process.wait(timeout=30)


def _certificate(folder: Path, host: str) -> Path:
    """A certificate for the name; its key lies beside it."""
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={host}",
               "-addext", f"subjectAltName=DNS:{host}", "-keyout", "key.pem", "-out", "certificate.pem"]  # fmt: skip
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "certificate.pem"
