"""What every answer says to browsers, and the methods that are known."""

import os
import subprocess
import sys

import pytest
from django.test import Client

from tests.portal_process import ROOT, environment

ADDRESSES = [
    "/",
    "/thu-tuc/",
    "/robots.txt",
    "/khong-co/",
    "/api/v1/procedures",
    "/quan-tri/",
    "/tai-khoan/dang-nhap/",
    "/static/css/base.css",
]
EVERYWHERE = pytest.mark.parametrize("address", ADDRESSES)


@EVERYWHERE
def test_browsers_are_told_what_a_page_may_do(portal, address):
    said = Client().get(address).headers
    assert "camera=()" in said["Permissions-Policy"]
    assert said["Cross-Origin-Resource-Policy"] == ("cross-origin" if "/api/" in address else "same-origin")


@EVERYWHERE
@pytest.mark.parametrize("method", ["TRACE", "TRACK", "PROPFIND", "DELETE", "PUT"])
def test_methods_that_nobody_uses_are_refused(portal, address, method):
    assert Client().generic(method, address).status_code == 405


def test_public_pages_take_no_inline_script_and_the_desk_no_foreign_one(portal):
    public = Client().get("/")["Content-Security-Policy"]
    assert "unsafe" not in public
    assert "default-src 'self'" in public
    desk = Client().get("/quan-tri/")["Content-Security-Policy"]
    for directive in ("default-src 'self'", "script-src-attr 'none'", "object-src 'none'", "frame-ancestors 'self'"):
        assert directive in desk
    assert "unsafe-eval" not in desk


@pytest.mark.parametrize("path", ["failwhale/", "test404/"])
def test_wagtails_screens_for_trying_errors_are_closed(admin_client, portal, path):
    assert admin_client.get(f"/quan-tri/{path}").status_code == 404


@pytest.mark.parametrize(("asked", "said"), [("", False), ("1", True)])
def test_browsers_lists_are_asked_only_where_the_owner_of_the_domain_says_so(asked, said):
    names = {"PORTAL_SECRET_KEY": "x" * 60, "PORTAL_HOSTS": "a.example", "PORTAL_BASE_URL": "https://a.example"}
    code = "import cms.settings.production as s; print(s.SECURE_HSTS_PRELOAD, s.SECURE_HSTS_SECONDS)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ | names | {"PORTAL_HSTS_PRELOAD": asked},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout.split() == [str(said), "31536000"]


@pytest.mark.slow
def test_nobody_else_on_the_machine_reads_what_a_command_makes(tmp_path):
    """Whatever the mask of the shell."""
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=environment(tmp_path),
        umask=0, check=True,
    )  # fmt: skip
    subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", "from django.db import connection; connection.cursor()"],
        cwd=ROOT, env=environment(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/portal.sqlite3"), umask=0, check=True,
    )  # fmt: skip
    made = list(tmp_path.rglob("*"))
    assert tmp_path / "portal.sqlite3" in made
    assert [str(path) for path in made if path.stat().st_mode & 0o007] == []
