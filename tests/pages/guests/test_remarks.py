"""An expert remarks on a draft on a phone, and what becomes of the remark and of the name."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from audit.models import LogRow
from pages.guests import remarks
from pages.guests.views import GONE, MOST_REMARKS
from pages.models import GuestLink, GuestRemark
from pages.models.guest import LONGEST_TEXT, NAME_DAYS, REMARK_DAYS

pytestmark = [pytest.mark.django_db]
TYPED = {"name": "Trần Thị Chuyên Gia", "section": "", "text": "Khoản 2 đã sửa, xem lại."}


@pytest.fixture
def expert(opened):
    """Sends what is typed into the form of the draft's page."""
    client, link, address = opened("check")

    def send(**typed):
        page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
        key = page.select_one("[name=key]")["value"]
        return client.post(f"{address}gop-y/", {"key": key, **TYPED, **typed})

    send.client, send.link, send.address = client, link, address
    return send


def test_what_is_remarked_is_kept_with_who_where_and_of_which_text(expert, draft):
    answer = expert(section="Lịch mới")
    remark = GuestRemark.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"{expert.address}#gop-y-{remark.pk}"
    assert (remark.name, remark.section, remark.text) == (TYPED["name"], "Lịch mới", TYPED["text"])
    assert remark.revision == draft.latest_revision_id
    page = expert.client.get(expert.address).content.decode()
    assert TYPED["text"] in page
    assert "người soạn đã được báo" in page


def test_the_sections_are_the_headings_that_the_guest_reads(expert):
    page = BeautifulSoup(expert.client.get(expert.address).content.decode(), "html.parser")
    assert [each.get_text() for each in page.select("[name=section] option")] == ["Cả trang", "Lịch mới"]


def test_the_form_says_what_becomes_of_the_name(expert):
    assert f"Họ tên tự xóa sau {NAME_DAYS} ngày" in expert.client.get(expert.address).content.decode()


def test_a_link_for_looking_takes_no_remark(opened):
    client, _link, address = opened("view")
    assert "Gửi góp ý" not in client.get(address).content.decode()
    assert client.post(f"{address}gop-y/", TYPED | {"key": ""}).status_code in (403, 409)
    assert not GuestRemark.objects.exists()


BAD = {
    "nothing said": ({"text": "  "}, "Hãy ghi góp ý."),
    "no name": ({"name": ""}, "Hãy ghi họ tên"),
    "too long": ({"text": "ă" * (LONGEST_TEXT + 1)}, f"Góp ý dài quá {LONGEST_TEXT} ký tự"),
    "a long name": ({"name": "N" * 81}, "Họ tên dài quá 80 ký tự."),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_told_in_words_and_nothing_is_lost(expert, case):
    typed, sentence = BAD[case]
    page = BeautifulSoup(expert(**typed).content.decode(), "html.parser")
    kept = TYPED | typed
    assert sentence in page.get_text()
    assert page.select_one("textarea").get_text().strip() == kept["text"].strip()
    assert page.select_one("[name=name]")["value"] == kept["name"]
    assert not GuestRemark.objects.exists()


def test_markup_is_shown_as_it_was_typed(expert):
    expert(text="<script>alert(1)</script>", name='"><b>', section="<i>")
    page = expert.client.get(expert.address).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_no_other_site_and_nobody_without_the_ticket_sends_a_remark(expert):
    """Neither without the form's own key, nor with another's key."""
    for client, key in ((expert.client, ""), (expert.client, "0" * 32), (Client(), "")):
        answer = client.post(f"{expert.address}gop-y/", TYPED | {"key": key})
        assert answer.status_code == 403
        assert TYPED["text"] in answer.content.decode()
    assert not GuestRemark.objects.exists()


def test_browsers_that_tell_no_origin_are_heard(opened):
    """`Referrer-Policy: no-referrer` makes them say "null", which Django's own guard refuses."""
    browser = Client(enforce_csrf_checks=True, headers={"origin": "null"})
    _client, _link, address = opened("check")
    assert browser.post(address).status_code == 302
    key = BeautifulSoup(browser.get(address).content.decode(), "html.parser").select_one("[name=key]")["value"]
    assert browser.post(f"{address}gop-y/", TYPED | {"key": key}).status_code == 302


def test_how_many_are_taken_is_bounded(expert, monkeypatch):
    statuses = [expert(text=f"Góp ý {number}").status_code for number in range(MOST_REMARKS + 1)]
    assert statuses == [302] * MOST_REMARKS + [429]
    monkeypatch.setattr(remarks, "MOST", MOST_REMARKS)
    assert "Gửi góp ý" not in expert.client.get(expert.address).content.decode()
    link = GuestLink.objects.get(pk=expert.link.pk)
    assert not remarks.takes_remarks(link)
    assert GONE["full"]


def test_the_answer_is_read_by_the_same_link(expert, author):
    expert()
    remarks.settle(GuestRemark.objects.get(), author, "Đã sửa khoản 2.", timezone.now())
    page = expert.client.get(expert.address).content.decode()
    assert "Đã sửa khoản 2." in page
    assert "người soạn đã được báo" not in page


def test_the_log_knows_that_something_was_remarked_neither_what_nor_by_whom(expert, author):
    expert(section="Nguyễn Văn Kín 0912 345 678")  # what no heading says, by a made-up request
    remarks.settle(GuestRemark.objects.get(), author, "Đã sửa khoản 2.", timezone.now())
    rows = LogRow.objects.filter(action__in=("guest.remark", "guest.answer"))
    assert [row.action for row in rows.order_by("number")] == ["guest.remark", "guest.answer"]
    whole = " ".join(f"{row.actor_name}{row.name}{row.details}{row.changes}" for row in LogRow.objects.all())
    assert not any(word in whole for word in (TYPED["name"], TYPED["text"], "Đã sửa khoản 2.", "Kín"))


def test_the_name_goes_first_and_the_rest_later(expert):
    for _ in range(2):
        expert()
    aged, kept = GuestRemark.objects.order_by("pk")
    GuestRemark.objects.filter(pk=aged.pk).update(at=timezone.now() - timedelta(days=NAME_DAYS, hours=1))
    call_command("prune_guests", verbosity=0)
    aged.refresh_from_db()
    kept.refresh_from_db()
    assert (aged.name, aged.text, kept.name) == ("", TYPED["text"], TYPED["name"])
    long_ago = timezone.now() - timedelta(days=REMARK_DAYS, hours=1)
    GuestRemark.objects.update(at=long_ago)
    GuestLink.objects.update(ends_at=long_ago)
    call_command("prune_guests", verbosity=0)
    assert not GuestRemark.objects.exists()
    assert not GuestLink.objects.exists()
