"""A night that is ended by force goes on where it stopped: a real process, a real site."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.pages.links.other_site import OtherSite
from tests.portal_process import ROOT, environment, manage
from tests.template_file import begin_with_template

pytestmark = pytest.mark.slow
#: A page of the portal that leads to so many addresses of a site; written by the portal's own means.
MAKES_A_PAGE = """
from cms.portal import ensure_pages
from tests.pages.factories import make_content
from tests.pages.links.conftest import body_of
make_content(ensure_pages()[0], body=body_of(*["http://127.0.0.1:{port}/404?%d" % number for number in range(60)]))
"""
LOCAL = {"DJANGO_SETTINGS_MODULE": "tests.pages.links.local_settings"}


def run(folder) -> subprocess.Popen[str]:
    words = [sys.executable, "manage.py", "check_links", "--minutes", "5"]
    return subprocess.Popen(words, cwd=ROOT, env=environment(folder, **LOCAL), stdout=subprocess.PIPE, text=True)


def test_what_was_written_is_not_asked_again_and_counts_once(tmp_path):
    site = OtherSite()
    begin_with_template(tmp_path)
    manage(tmp_path, "migrate", "--verbosity", "0")
    manage(tmp_path, "shell", "-c", MAKES_A_PAGE.format(port=site.port))
    first = run(tmp_path)
    while len(site.log) < 2 * 25 and first.poll() is None:  # each is asked in short and in full; 20 are written at once
        time.sleep(0.01)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    before = {path for _, path, *_ in site.log}
    site.log.clear()
    told = run(tmp_path).communicate()[0]
    after = {path for _, path, *_ in site.log}
    assert "còn 0; đang hỏng: 0" in told
    assert before | after == {f"/404?{number}" for number in range(60)}
    assert len(before & after) < 20 <= len(before - after)
    assert "Đã hỏi 0 địa chỉ" in run(tmp_path).communicate()[0]
    site.close()
