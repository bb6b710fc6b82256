"""A guest opens a link: what is told before the button, what the draft's page says to browsers, when it ends."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from audit.models import LogRow
from cms.desk.drafts import discard_draft
from cms.models import Editor
from pages.four_eyes.shown import seal_of_draft
from pages.guests.links import revoke
from pages.guests.tickets import COOKIE
from pages.guests.views import GONE, MOST_OPENINGS, MOST_WRONG
from pages.models import GuestLink, HomePage, NewsPage, PopularPage

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
SECRET_TEXT = "Tuần sau, dự thảo."


def said(address: str, client: Client | None = None) -> tuple[int, str]:
    """Status and sentence."""
    answer = (client or Client()).get(address)
    text = BeautifulSoup(answer.content.decode(), "html.parser").main.get_text(" ", strip=True)
    return answer.status_code, text


def gone(address: str, client: Client | None = None) -> str:
    """Which of the reasons is told."""
    status, text = said(address, client)
    assert status == 410
    return next(reason for reason, sentence in GONE.items() if sentence in text)


# --- Before the button ----------------------------------------------------------------------------


def test_asking_alone_opens_nothing_and_tells_nothing_of_the_draft(invite, draft):
    link, address = invite(is_single=True)
    messenger = Client()
    for method in (messenger.get, messenger.head, messenger.get):
        answer = method(address)
        assert answer.status_code == 200
        assert not any(word in answer.content.decode() for word in (draft.title, "Lịch", SECRET_TEXT, "Lãnh đạo"))
        assert not answer.cookies
    link.refresh_from_db()
    assert link.openings == 0
    assert draft.slug not in address


def test_the_button_opens_the_draft_as_readers_will_see_it(opened, draft):
    guest, _link, address = opened()
    answer = guest.get(address)
    page = answer.content.decode()
    assert "<h1>Lịch mới</h1>" in page
    assert SECRET_TEXT in page
    assert "Bản chưa công bố" in page
    assert "gửi Lãnh đạo Sở xem trước" in page
    assert SECRET_TEXT not in Client().get(draft.url).content.decode()


@pytest.mark.parametrize("is_open", [False, True])
def test_browsers_keep_it_to_themselves_and_search_engines_stay_away(invite, opened, is_open):
    client, address = (Client(), invite()[1]) if not is_open else (lambda found: (found[0], found[2]))(opened())
    answer = client.get(address)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_the_ticket_is_for_this_draft_alone_and_no_session(opened, invite):
    guest, link, _address = opened("view")
    other_link, other = invite("check")
    (cookie,) = guest.cookies.values()
    assert cookie.key == f"{COOKIE}{link.pk}"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert "<h1>Bản xem trước</h1>" in guest.get(other).content.decode()
    guest.cookies[f"{COOKIE}{other_link.pk}"] = cookie.value
    assert "<h1>Bản xem trước</h1>" in guest.get(other).content.decode()
    assert guest.get("/quan-tri/").status_code == 302


def test_what_a_guest_is_shown_is_kept_for_no_reader(portal, author, draft, invite):
    """Of the first page most is kept for all readers of a day."""
    home = HomePage.objects.get()
    home.popular_pages = [PopularPage(page=draft.page_ptr)]
    home.save_revision(user=author)
    _link, address = invite(page=home)
    guest = Client()
    guest.post(address)
    assert "Nhiều người tìm" in guest.get(address).content.decode()
    assert "Nhiều người tìm" not in Client().get("/").content.decode()


# --- One use or many ------------------------------------------------------------------------------


def test_a_link_for_one_opening_serves_the_browser_that_had_it_and_no_other(opened):
    guest, _link, address = opened(is_single=True)
    for _ in range(2):
        assert SECRET_TEXT in guest.get(address).content.decode()
    assert gone(address) == "used"
    late = Client()
    assert late.post(address).status_code == 410
    assert not late.cookies


def test_a_link_for_many_serves_many_and_counts_them(opened):
    _guest, link, address = opened()
    other = Client()
    other.post(address)
    assert SECRET_TEXT in other.get(address).content.decode()
    link.refresh_from_db()
    assert link.openings == 2


# --- When it ends ---------------------------------------------------------------------------------


def _expire(link, draft, author, invite):
    GuestLink.objects.update(ends_at=timezone.now() - timedelta(seconds=1))


def _replace(link, draft, author, invite):
    invite(link.kind)


def _revoke(link, draft, author, invite):
    revoke(link)


def _publish(link, draft, author, invite):
    draft.get_latest_revision().publish()


def _publish_past_signals(link, draft, author, invite):
    """As an import writes."""
    now = timezone.now()
    NewsPage.objects.filter(pk=draft.pk).update(last_published_at=now, has_unpublished_changes=False)


def _give_up(link, draft, author, invite):
    discard_draft(draft, Editor.objects.create_superuser("truong"), seal_of_draft(draft))
    page = NewsPage.objects.get(pk=draft.pk)
    page.title = "Bản nháp khác"
    page.save_revision()


def _leave(link, draft, author, invite):
    author.groups.clear()


def _disable(link, draft, author, invite):
    author.is_active = False
    author.save()


def _delete_account(link, draft, author, invite):
    author.delete()


ENDS = {
    _expire: "expired",
    _replace: "replaced",
    _revoke: "revoked",
    _publish: "published",
    _publish_past_signals: "published",
    _give_up: "given_up",
    _leave: "revoked",
    _disable: "revoked",
    _delete_account: "revoked",
}


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_it_ends_for_those_who_have_it_open_too(opened, draft, author, invite, end):
    guest, link, address = opened("check")
    key = BeautifulSoup(guest.get(address).content.decode(), "html.parser").select_one("[name=key]")["value"]
    end(link, draft, author, invite)
    assert gone(address, guest) == ENDS[end]
    assert gone(address) == ENDS[end]
    assert Client().post(address).status_code == 410
    sent = guest.post(f"{address}gop-y/", {"key": key, "name": "An", "text": "Chữ đã ghi"})
    assert sent.status_code == 410
    assert "Chữ đã ghi" in sent.content.decode()


def test_a_link_of_another_kind_stays(opened, invite):
    guest, _link, address = opened("view")
    invite("check")
    assert SECRET_TEXT in guest.get(address).content.decode()


def test_what_is_saved_meanwhile_is_what_a_guest_sees(opened, draft, author):
    guest, _link, address = opened()
    draft.summary = "Đã sửa theo lời lãnh đạo."
    draft.save_revision(user=author)
    assert "Đã sửa theo lời lãnh đạo." in guest.get(address).content.decode()


def test_a_deleted_page_leaves_no_link(opened, draft):
    guest, _link, address = opened()
    draft.delete()
    assert guest.get(address).status_code == 404


# --- Guessing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", ["A" * 32, "x", "A" * 4000, "%00" * 32, "Ê" * 32])
def test_an_unknown_link_is_answered_in_one_sentence(portal, secret):
    status, text = said(f"/xem-truoc/{secret}/")
    assert status == 404
    assert GONE["unknown"] in text


def test_guessing_is_bounded_and_right_links_stay_open(invite):
    _link, address = invite()
    guesser = Client()
    statuses = [guesser.get(f"/xem-truoc/{number:032}/").status_code for number in range(MOST_WRONG + 2)]
    assert statuses == [404] * MOST_WRONG + [429] * 2
    assert guesser.get(address).status_code == 200


def test_nobody_fills_the_log_by_pressing(opened):
    _guest, _link, address = opened()
    statuses = {Client().post(address).status_code for _ in range(MOST_OPENINGS)}
    assert statuses == {302, 429}
    assert LogRow.objects.filter(action="guest.open").count() == MOST_OPENINGS


def test_the_database_holds_nothing_that_opens(opened):
    _guest, link, address = opened()
    secret = address.split("/")[2]
    assert len(secret) == 32
    held = " ".join(str(value) for value in GuestLink.objects.filter(pk=link.pk).values_list().get())
    told = " ".join(row.details + row.changes + row.name for row in LogRow.objects.all())
    assert secret not in held + told


# --- The log --------------------------------------------------------------------------------------


def test_the_log_tells_who_made_it_for_whom_and_that_it_was_opened(opened, draft):
    opened("check", is_single=True)
    made, opening = LogRow.objects.filter(action__startswith="guest.").order_by("number")
    assert (made.action, opening.action) == ("guest.link", "guest.open")
    assert (made.kind, made.key) == ("pages.newspage", str(draft.pk))
    assert made.said["whom"] == "Lãnh đạo Sở"
    assert made.said["times"] == "một lần"
    assert opening.actor is None
    assert opening.actor_name == "khách được gửi liên kết (Lãnh đạo Sở)"
    assert opening.address == "127.0.0.1/32"
