"""A guest comes by a link through nginx: he sees the draft and its file, others do not; no journal holds the link."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from tests.probe.found import Found, check
from tests.probe.portal import manage
from tests.probe.probe import Probe

_MAKE = """
import json
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model
from cms.models import Editor
from pages.guests.links import Wish, make
from pages.models import NewsPage
document = get_document_model().objects.create(title="Dự thảo", file=ContentFile(b"%PDF-1.4 khach", "khach.pdf"))
page = NewsPage.objects.live().first()
page.title, page.body = "Bản nháp cho khách", [("download", {"document": document, "label": ""})]
page.save_revision()
maker = Editor.objects.filter(is_superuser=True).first()
link, secret = make(page, maker, Wish("check", "Khách", 2, is_single=True), timezone.now())
print(json.dumps({"page": page.pk, "document": document.pk, "file": document.url, "secret": secret}))
"""
_UNMAKE = """
from wagtail.documents import get_document_model
from pages.models import GuestLink
GuestLink.objects.filter(page={page}).delete()
get_document_model().objects.filter(pk={document}).delete()
"""


@contextmanager
def _invited(probe: Probe) -> Iterator[tuple[str, str]]:
    """The address of a link for one opening, and that of a file that only the draft uses."""
    made = json.loads(manage(probe.data, "shell", "-v0", "-c", _MAKE).stdout.strip().splitlines()[-1])
    try:
        yield f"/xem-truoc/{made['secret']}/", made["file"]
    finally:
        manage(probe.data, "shell", "-v0", "-c", _UNMAKE.format(**made))


@check
def a_guest_alone_sees_the_draft_and_its_file(probe: Probe) -> Found:
    """Whichever process answers; the second who presses comes too late."""
    with _invited(probe) as (address, file):
        before = [probe.site.ask(address).status, probe.site.ask(file).status]
        opened = probe.site.ask(address, "POST")
        cookie = opened.headers.get("Set-Cookie", "")
        ticket = {"Cookie": cookie.partition(";")[0]}
        draft = probe.site.ask(address, headers=ticket)
        after = [probe.site.ask(file, headers=ticket).status, probe.site.ask(file).status]
        late = probe.site.ask(address, "POST").status
    seen = {"before": before, "after": after, "late": late, "draft": "Bản nháp cho khách" in draft.text}
    wanted = {"before": [200, 404], "after": [200, 404], "late": 410, "draft": True}
    told = (draft.headers["Cache-Control"], draft.headers["Referrer-Policy"])
    is_quiet = told == ("private, no-store", "no-referrer")
    return Found(seen == wanted and is_quiet and "Secure" in cookie and "HttpOnly" in cookie, seen | {"cookie": cookie})


@check
def no_journal_holds_a_link(probe: Probe) -> Found:
    """Neither nginx's, which by itself writes down every address, nor the portal's own, also of what goes wrong."""
    secret = "k" * 32
    for path in (f"/xem-truoc/{secret}/", f"/xem-truoc/{secret}/gop-y/", "/robots.txt"):
        probe.site.ask(path)
    written = "".join(journal.read_text("utf-8", "replace") for journal in probe.journals())
    return Found("/robots.txt" in written and secret not in written, written[-2_000:] if secret in written else "")
