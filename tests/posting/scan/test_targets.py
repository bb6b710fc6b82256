"""Where a code leads: to its own page, with the paper only where the paper holds it; else what became of it."""

import datetime

import pytest

from posting.scan.targets import RetiredProcedure, find_retired, find_target
from procedures_catalog.facts.dated.difference import ENDS, Ending
from procedures_catalog.models import ChangeSet, ProcedurePage
from tests.posting.factories import printed
from tests.procedures_catalog.dated.sets import make_set
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def retired_of(page: ProcedurePage) -> RetiredProcedure:
    return find_retired(page.identity_id)


def test_a_code_leads_to_its_page_in_one_query(django_assert_num_queries):
    page = published("1.100001")
    code = page.identity.short_code
    with django_assert_num_queries(1):
        target = find_target(code)
    assert (target.identity_id, target.paper_id, target.path) == (page.identity_id, None, page.get_url())


def test_a_paper_that_holds_it_is_named_and_one_of_another_procedure_is_not():
    page, other = published("1.100001"), published("1.100002")
    paper = printed([page])
    found = find_target(page.identity.short_code, paper.tag)
    assert (found.paper_id, found.path) == (paper.pk, f"{page.get_url()}?to={paper.tag}")
    elsewhere = find_target(other.identity.short_code, paper.tag)
    assert (elsewhere.paper_id, elsewhere.path) == (None, other.get_url())


def test_a_page_that_was_taken_down_has_no_address_and_its_name_is_the_last_that_was_published():
    page = published("1.100001")
    page.unpublish()
    page.title = "Tên của bản nháp"
    page.save_revision()
    assert find_target(page.identity.short_code).path == ""
    assert (retired_of(page).name, retired_of(page).code) == ("Cấp thẻ thả diều số 1.100001", "1.100001")


def test_what_was_never_published_stays_between_its_editors():
    bring(national_row("1.100001"), publish=False)
    assert retired_of(page_of("1.100001")).name == ""


def test_what_followed_is_told_only_where_everybody_may_read_it():
    page, heir = published("1.100001"), published("1.100002")
    ended = {"valid_to": datetime.date(2026, 7, 1), "ending_decision": "9/QĐ-UBND", "successor": heir}
    ProcedurePage.objects.filter(pk=page.pk).update(**ended)
    told = retired_of(page)
    assert (told.ended_on, told.decision) == (datetime.date(2026, 7, 1), "9/QĐ-UBND")
    assert told.successors == ((heir.title, heir.get_url()),)
    heir.unpublish()
    assert retired_of(page).successors == ()


def draft_of(page: ProcedurePage, **columns) -> None:
    """Writes a draft as the desk's form does it where a page is not public: into its columns, and as a revision."""
    for name, value in columns.items():
        setattr(page, name, value)
    page.save()
    page.save_revision(clean=False)  # as the form, which asks only what a draft must have


def test_what_a_draft_says_of_a_page_that_was_taken_down_is_told_nobody():
    page, heir = published("1.100001"), published("1.100002")
    page.unpublish()
    page = ProcedurePage.objects.get(pk=page.pk)
    before = retired_of(page)
    ends = datetime.date(2026, 12, 31)
    draft_of(page, title="Tên nháp", code="1.999999", valid_to=ends, ending_decision="9/QĐ-NHÁP", successor=heir)
    assert retired_of(page) == before


def test_an_end_that_was_published_is_told_whatever_a_draft_says_since():
    page, heir = published("1.100001"), published("1.100002")
    page.valid_to, page.successor = datetime.date(2026, 7, 1), heir
    page.save_revision().publish()
    page.unpublish()
    page = ProcedurePage.objects.get(pk=page.pk)
    draft_of(page, valid_to=None, successor=None)
    told = retired_of(page)
    assert (told.ended_on, told.successors) == (datetime.date(2026, 7, 1), ((heir.title, heir.get_url()),))


def test_the_decision_that_ended_it_is_told_whatever_a_draft_says_since():
    page = published("1.100001")
    page.valid_to, page.ending_decision = datetime.date(2026, 7, 1), "9/QĐ-UBND"
    page.save_revision().publish()
    page.unpublish()
    page = ProcedurePage.objects.get(pk=page.pk)
    assert retired_of(page).decision == "9/QĐ-UBND"
    draft_of(page, ending_decision="10/QĐ-NHÁP")
    assert retired_of(page).decision == "9/QĐ-UBND"


def test_so_is_the_one_of_the_set_that_ended_it_where_the_version_kept_none():
    page = published("1.100001")
    page.valid_to = datetime.date(2026, 7, 1)
    page.save_revision().publish()
    make_set(page.valid_to, (page, ENDS, Ending()), decision="9/QĐ-UBND", state="applied")
    page.unpublish()
    page = ProcedurePage.objects.get(pk=page.pk)
    draft_of(page, valid_to=None)
    assert retired_of(page).decision == "9/QĐ-UBND"
    ChangeSet.objects.update(state="undone")
    assert retired_of(page).decision == ""


@pytest.mark.parametrize("column", ["code", "kind"])
def test_what_a_draft_calls_internal_keeps_the_name_that_was_public(column):
    page = published("1.100001")
    page.unpublish()
    page = ProcedurePage.objects.get(pk=page.pk)
    before = retired_of(page)
    draft_of(page, **{column: {"code": "5.100001", "kind": "internal"}[column]})
    assert retired_of(page) == before


def test_a_code_that_was_never_issued_leads_nowhere():
    assert find_target("ABCDEFG") is None
