"""After an update names are in order and clean, and only those that nobody typed are made anew."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from posting.ledger.wrong import wrong_papers
from procedures_catalog.models import ProcedurePage
from tests.clock import today
from tests.posting.factories import hung
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
RAW = ". Cấp thẻ thả diều;"


@pytest.fixture
def page() -> ProcedurePage:
    """As older software left it: its title is the official name, it has no place, nothing tells its twin apart."""
    bring(
        national_row("1.100001", **{"Tên thủ tục": RAW}),
        national_row("1.100002", **{"Tên thủ tục": "Cấp thẻ thả diều", "Cấp thực hiện": "Cấp Tỉnh"}),
    )
    as_older_software_wrote("1.100001", RAW)
    return page_of("1.100001")


def as_older_software_wrote(code: str, title: str) -> None:
    ProcedurePage.objects.update(sort_name="", twin_note="")
    Page.objects.filter(pk=page_of(code).pk).update(title=title, draft_title=title)


def prepare() -> None:
    call_command("prepare_portal")


def test_a_title_that_was_made_is_made_anew_and_its_address_stays(page):
    address = page.url
    prepare()
    page = page_of("1.100001")
    assert (page.title, page.draft_title, page.official_name) == ("Cấp thẻ thả diều", "Cấp thẻ thả diều", RAW)
    assert page.url == address
    assert [each.twin_note for each in ProcedurePage.objects.order_by("code")] == ["cấp xã", "cấp tỉnh"]


def test_a_title_that_somebody_typed_stays(page):
    as_older_software_wrote("1.100001", ". Thẻ diều;")
    prepare()
    assert page_of("1.100001").title == ". Thẻ diều;"


def test_a_draft_that_waits_gets_the_clean_title_with_the_page(page):
    page.conditions = "Có diều mới."
    page.save_revision()
    prepare()
    draft = page_of("1.100001").get_latest_revision_as_object()
    assert (draft.title, draft.conditions) == ("Cấp thẻ thả diều", "Có diều mới.")


def test_no_paper_that_prints_the_old_name_is_wrong(page):
    hung([page])
    prepare()
    assert not wrong_papers(today())


def test_run_again_it_changes_nothing(page):
    prepare()
    before = list(ProcedurePage.objects.values_list("title", "sort_name", "twin_note", "last_published_at"))
    prepare()
    assert list(ProcedurePage.objects.values_list("title", "sort_name", "twin_note", "last_published_at")) == before
