"""An officer is shown nothing of a procedure that stands behind a password: it is not for all who work at counters."""

import pytest
from django.urls import reverse

from posting.models import QueuedSheet
from procedures_catalog.versions.noting import note_versions
from tests.clock import today
from tests.posting.officer.accounts import hanging_board
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = pytest.mark.django_db

MARK = "khongaibiet"
NAMES = {"Tên thủ tục": f"Thả diều {MARK}", "Lĩnh vực": f"Việc {MARK}"}
SCREENS = ["officer_desk", "officer_changes", "officer_queue", "officer_print", "officer_jobs"]
NEW = "khongaidoc"


@pytest.fixture
def closed(desk, officer, commune):
    """One that hangs on a wall, waits to be printed, has changed since, and was closed after that."""
    bring(national_row("1.900001", **NAMES))
    page = page_of("1.900001")
    hanging_board(commune, [page])
    QueuedSheet.objects.create(editor=officer, identity=page.identity, kind="short")
    bring(national_row("1.900001", **NAMES | {"Kết quả thực hiện": f"Thẻ {MARK}"}))
    note_versions([page.pk], today())
    page.view_restrictions.create(restriction_type="password", password="diều giấy")
    return page


@pytest.mark.slow
@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("asked", ["", "?q=1.900001", "?q=khongaibie"])
def test_no_screen_names_it(desk, closed, name, asked):
    assert MARK not in desk.get(reverse(name) + asked).content.decode().casefold()


def test_the_ledger_calls_it_as_the_paper_does_and_tells_nothing_new(desk, closed):
    bring(national_row("1.900001", **NAMES | {"Tên thủ tục": f"Thả diều {NEW}"}))
    note_versions([closed.pk], today())
    said = desk.get(reverse("officer_ledger")).content.decode().casefold()
    assert NEW not in said
    assert "không còn công bố" in said


@pytest.mark.parametrize("kind", ["board", "labels", "book", "poster"])
def test_it_can_be_chosen_for_no_paper(desk, closed, kind):
    assert MARK not in desk.get(reverse("officer_paper", args=[kind])).content.decode().casefold()
    wanted = {"which": "codes", "codes": "1.900001", "size": "A4"}
    said = desk.post(reverse("officer_paper", args=[kind]), wanted, follow=True).content.decode()
    assert MARK not in said.casefold()


def test_no_sheet_of_it_is_printed_or_put_aside(desk, closed):
    sheet = {"code": closed.identity.short_code, "kind": "short"}
    for name in ("officer_sheet", "officer_queue_put"):
        response = desk.post(reverse(name), sheet, follow=True)
        assert response["Content-Type"].startswith("text/html")
        assert MARK not in response.content.decode().casefold()
