"""What the operators' handbook prints: the unit's command, the environment, nginx's server block, with only what the
handbook leaves open filled in."""

import re
import secrets
import shlex
import sys
from pathlib import Path

from tests.portal_process import ROOT

BOOK = ROOT / "docs" / "operators.vi.md"
_APPLICATION, _DATA, _PORTAL = "/srv/portal/app", "/srv/portal/data", "127.0.0.1:8000"


def block(first_line: str) -> str:
    """The fenced block whose first line begins so. LookupError when the handbook has none, or several."""
    blocks = re.findall(r"^```\w+\n(.*?)^```$", BOOK.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    found = [text for text in blocks if text.startswith(first_line)]
    if len(found) != 1:
        raise LookupError(f"{BOOK.name}: {len(found)} blocks begin with {first_line!r}")
    return found[0]


def environment_file() -> dict[str, str]:
    """The variables of /etc/portal.env, with a key of our own."""
    lines = [line.partition(" #")[0].strip() for line in block("# /etc/portal.env").splitlines()]
    values = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return values | {"PORTAL_SECRET_KEY": secrets.token_urlsafe(60)}


def host() -> str:
    """The portal's name in the handbook."""
    return environment_file()["PORTAL_HOSTS"].partition(",")[0]


def unit(name: str = "portal") -> dict[str, str]:
    """The settings of a unit file, without those that stand several times."""
    lines = block(f"# /etc/systemd/system/{name}.service").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def gunicorn_command() -> list[str]:
    """The unit's command on this machine."""
    program, *words = shlex.split(unit()["ExecStart"])
    return [str(Path(sys.executable).parent / Path(program).name), *words]


def umask() -> int:
    """The unit's UMask, else what systemd takes."""
    return int(unit().get("UMask", "0022"), 8)


def server_block(port: int, portal: int, data: Path, certificate: Path, key: Path) -> str:
    """nginx's file as printed, listening on a port of the loopback, before a portal on another."""
    text = block("# /etc/nginx/conf.d/portal.conf")
    for pattern, filled in (
        (r"listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        (r"(ssl_certificate\s+)…;", rf"\g<1>{certificate};"),
        (r"(ssl_certificate_key\s+)…;", rf"\g<1>{key};"),
        (re.escape(_DATA), str(data)),
        (re.escape(_APPLICATION), str(ROOT)),
        (re.escape(_PORTAL), f"127.0.0.1:{portal}"),
    ):
        text = re.sub(pattern, filled, text)
    if "…" in text:
        raise LookupError("The handbook's server block leaves something open that the probe does not know.")
    return text
