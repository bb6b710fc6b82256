"""A procedure that holds no more says first what happened, by which decision, and where to go now."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from procedures_catalog.dated.applying import apply_due
from procedures_catalog.facts.dated.difference import ENDS, Ending
from procedures_catalog.models import ProcedurePage, PublishedVersion
from tests.clock import today
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
DECISION = "Quyết định 9/QĐ-UBND"


def ended(successor: ProcedurePage | None = None) -> ProcedurePage:
    """A procedure that ends today."""
    page = published("1.100001")
    columns = {"valid_to": today(), "ending_decision": DECISION, "successor": successor}
    ProcedurePage.objects.filter(pk=page.pk).update(**columns)
    return page


def read(client, address: str, **asked: str) -> str:
    """The page as people read it."""
    return " ".join(unescape(client.get(address, asked).content.decode()).split())


def test_the_list_says_why_it_has_not_what_is_asked_for_by_its_code(client):
    page = ended()
    text = read(client, reverse("catalogue"), q="1.100001")
    assert "0 thủ tục" in text
    assert f"đã bãi bỏ từ ngày {today():%d/%m/%Y} theo {DECISION}" in text
    assert f'href="{page.get_url()}"' in text
    assert "Không có thủ tục nào hợp" in read(client, reverse("catalogue"), q="1.999999")


def test_what_is_closed_is_not_told_by_its_code(client):
    ended().unpublish()
    assert DECISION not in read(client, reverse("catalogue"), q="1.100001")


def test_the_page_leads_to_the_successor_first_and_sends_nobody_to_file(client):
    heir = published("1.100002")
    page = ended(heir)
    text = read(client, page.get_url(), xa="10001")
    button = f'<a class="button" href="{heir.get_url()}">Xem thủ tục thay thế</a>'
    first, _, rest = text.partition("Nội dung trước khi hết hiệu lực")
    assert button in first
    assert DECISION in first
    assert 'class="answers"' not in first
    assert 'class="answers"' in rest
    for gone in ("Xem nơi nộp hồ sơ", "phieu.pdf", "nop-tai-day", "xa-phuong"):
        assert gone not in text


def test_one_that_was_abolished_says_that_nobody_hands_in_any_more(client):
    page = ended()
    assert "Không nộp hồ sơ theo thủ tục này nữa" in read(client, page.get_url())
    assert "phieu.pdf" in read(client, published("1.100002").get_url())


def test_what_changed_today_names_the_decision_and_what_takes_its_place(client):
    heir, page = published("1.100002"), published("1.100001")
    PublishedVersion.objects.update(noted_at=timezone.now() - timedelta(days=2))
    approved(make_set(today(), (page, ENDS, Ending("9/QĐ-UBND", (heir.identity_id,)))), today())
    apply_due(today(), timezone.now())
    feed = f"/thu-tuc/{page.slug}/thay-doi.atom"
    for address in ("/cap-nhat/", "/cap-nhat/zalo.txt", feed):
        text = read(client, address)
        assert "theo Quyết định 9/QĐ-UBND" in text
        assert f"Nay làm theo: “{heir.title}” (mã 1.100002)" in text
