"""Dossiers handed in before a day may keep the earlier rule: said on page, sheet and interface, with the way to it."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from pypdf import PdfReader

from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.versions.noting import note_versions
from tests.clock import today
from tests.procedures_catalog.any_day.days import FIRST, with_past

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
SINCE = date(2026, 6, 1)
SAID = "Hồ sơ nộp trước ngày 01/06/2026 giải quyết theo quy định cũ."


def _laid(page: ProcedurePage, **values: Any) -> ProcedurePage:
    value = {"value": "Có ba cánh diều.", "decision": "9/QĐ-UBND", "valid_from": SINCE, "earlier_stay": True}
    page.overlay = [("conditions", value | values)]
    page.save_revision().publish()
    return page


def _words(client, address: str, **asked: str) -> str:
    return " ".join(client.get(address, asked).content.decode().split())


def test_the_page_says_it_and_leads_to_the_text_of_the_day_before(client):
    page = _laid(with_past())
    shown = _words(client, page.url)
    assert f"<strong>Yêu cầu, điều kiện:</strong> {SAID}" in shown
    assert f'href="{page.url}?ngay=2026-05-31"' in shown
    assert "Có hai cánh diều." in _words(client, page.url, ngay="2026-05-31")


def test_it_is_not_said_before_its_day_nor_where_nobody_ticked_it(client):
    page = _laid(with_past(), valid_from=today() + timedelta(days=1))
    assert "theo quy định cũ" not in _words(client, page.url)
    _laid(page, earlier_stay=False)
    assert "theo quy định cũ" not in _words(client, page.url)


@pytest.mark.parametrize("kind", ["short", "full", "large"])
def test_every_sheet_says_it(client, kind):
    answer = client.get(reverse("procedure_sheet", args=[_laid(with_past()).slug]), {"loai": kind})
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(answer.content)).pages).split())
    assert f"{SAID} Xem quy định cũ khi quét mã." in text


def test_the_interface_tells_the_last_day_of_the_earlier_rule_and_its_address(client):
    page = _laid(with_past())
    (told,) = client.get("/api/v1/procedures/1.100001").json()["earlier"]
    assert (told["text"], told["last_day"]) == (SAID, "2026-05-31")
    assert told["url"].endswith(f"{page.url}?ngay=2026-05-31")


def test_a_version_keeps_it_and_a_sheet_without_it_is_another(client):
    page = _laid(with_past(), earlier_stay=False)
    note_versions([page.pk], SINCE)
    _laid(page)
    note_versions([page.pk], today())
    before, now = PublishedVersion.objects.order_by("-number")[:2][::-1]
    assert now.shown().earlier == (("conditions", SINCE),)
    assert before.short_face != now.short_face
    PublishedVersion.objects.filter(pk=now.pk).update(valid_from=today() - timedelta(days=3))
    assert SAID in _words(client, page.url, ngay=(today() - timedelta(days=1)).isoformat())
    assert SAID not in _words(client, page.url, ngay=FIRST.isoformat())


def test_it_needs_a_first_day_to_be_published():
    page = _laid(with_past())
    assert page.unfinished() == {}
    page.overlay.raw_data[0]["value"]["valid_from"] = None
    assert "Áp dụng từ ngày" in page.unfinished()["overlay"]
