"""Each kind of line changes what it says in its procedure, or asks."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decisions.changing.limits import NOTHING_CUT
from decisions.changing.planning import IS_OVER, NO_DRAFT, NO_LEVEL, NO_PAGE
from decisions.changing.standing import NO_DAY, NO_LINES, NO_NUMBER, standing_of
from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Ending
from procedures_catalog.models import ProcedurePage
from tests.decisions.factories import CODE, NAME, OTHER, OTHER_CODE, decision, identity_of, line, two_procedures
from tests.procedures_catalog.dated.sets import make_set
from tests.procedures_catalog.factories import page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
ON, DAY = date(2026, 12, 1), date(2027, 3, 1)


@pytest.fixture(autouse=True)
def catalogue(portal) -> None:
    two_procedures()


@pytest.fixture
def made():
    return decision(number="7/QĐ-UBND", effective_on=DAY)


def planned(of, code: str = CODE) -> dict:
    return standing_of(of, ON).plan.values.get(identity_of(code), {})


def asks(of) -> list[str]:
    return [why for _, matched in standing_of(of, ON).rows for why in matched.line.asks]


def test_what_is_abolished_ends_by_the_decision(made):
    line(made, kind="abolished")
    assert planned(made) == {ENDS: Ending("7/QĐ-UBND")}


def test_what_has_ended_before_is_asked_about(made):
    ProcedurePage.objects.filter(code=CODE).update(valid_to=date(2026, 1, 1))
    line(made, kind="abolished")
    assert asks(made) == [IS_OVER]


def test_several_that_are_replaced_by_one_end_with_it_as_their_successor(made):
    line(made, kind="replaced", code="1.000003", name="Việc mới", replaces=f"{CODE}, {OTHER_CODE}")
    assert asks(made) == [NO_PAGE]
    ProcedurePage.objects.filter(code=OTHER_CODE).update(live=False)
    made.lines.update(code=OTHER_CODE, name=OTHER, replaces=CODE)
    successor = identity_of(OTHER_CODE)
    assert planned(made) == {ENDS: Ending("7/QĐ-UBND", (successor,))}
    assert planned(made, OTHER_CODE) == {BEGINS: None, "decision_number": "7/QĐ-UBND"}


def test_one_that_is_replaced_by_several_has_all_of_them_as_successors(made):
    from_both = [
        line(made, kind="replaced", code=OTHER_CODE, name=OTHER, replaces=CODE),
        line(made, kind="abolished"),
    ]
    assert len(from_both) == 2
    assert planned(made)[ENDS].successors == (identity_of(OTHER_CODE),)


def test_a_cut_stands_beside_the_limit_by_law_and_names_the_decision(made):
    line(made, kind="cut", before="5 ngày làm việc", after="2,5 ngày làm việc", is_partly=True)
    values = planned(made)
    assert [each.reduced.number for each in values["channels"]] == ["2.5", ""]
    assert values["decision_number"] == "7/QĐ-UBND"


def test_a_cut_that_is_none_is_asked_about(made):
    line(made, kind="cut", is_not_cut=True)
    assert asks(made) == [NOTHING_CUT]


def test_an_amended_procedure_takes_its_parts_from_its_draft(made):
    row = line(made)
    assert asks(made) == [NO_DRAFT]
    page = page_of(CODE)
    page.everyday_names = "diều"
    page.save_revision()
    assert asks(made) == []
    assert "conditions" not in planned(made)
    draft = page_of(CODE).get_latest_revision_as_object()
    draft.conditions = "Có diều và dây."
    draft.save_revision()
    assert planned(made)["conditions"] == "Có diều và dây."
    row.is_number_only = True
    row.save()
    assert planned(made) == {"decision_number": "7/QĐ-UBND"}


def test_a_line_that_amends_and_cuts_takes_the_draft_and_the_cut(made):
    line(made, before="5 ngày làm việc", after="3 ngày làm việc", is_partly=True)
    assert set(planned(made)) == {"channels", "decision_number"}
    page = page_of(CODE)
    page.conditions = "Có diều và dây."
    page.save_revision()
    values = planned(made)
    assert values["conditions"] == "Có diều và dây."
    assert [each.reduced.number for each in values["channels"]] == ["3", ""]


def test_what_a_draft_says_and_no_day_can_be_given_to_is_told_beside_a_cut_too(made):
    row = line(made, before="5 ngày làm việc", after="3 ngày làm việc", is_partly=True)
    page = page_of(CODE)
    page.keywords = "cánh diều"
    page.save_revision()
    assert standing_of(made, ON).plan.left.get(row.pk)


def test_another_set_of_the_same_day_comes_before_only_if_it_is_applied_before():
    """As sets are applied: of one day by their numbers, a decision's that is still to be made last."""
    page, other = page_of(CODE), decision(number="8/QĐ-UBND", effective_on=DAY)
    line(other, kind="again")
    first = make_set(DAY, (page, "decision_number", "1/QĐ-UBND"), state="approved")
    assert _before(other) == "1/QĐ-UBND"
    other.changes = make_set(DAY)
    other.save()
    last = make_set(DAY, (page, "decision_number", "9/QĐ-UBND"), state="approved")
    assert (first.pk < other.changes.pk < last.pk, _before(other)) == (True, "1/QĐ-UBND")


def _before(of) -> str:
    return standing_of(of, ON).plan.against[identity_of(CODE)].decision_number


def test_a_procedure_that_moves_says_its_new_levels(made):
    row = line(made, kind="moved")
    assert asks(made) == [NO_LEVEL]
    row.level = "Cấp tỉnh, cấp xã"
    row.save()
    assert planned(made)["levels"] == ("province", "commune")


def test_what_is_published_again_says_the_decision_alone(made):
    line(made, kind="again")
    assert planned(made) == {"decision_number": "7/QĐ-UBND"}


def test_a_line_that_asks_which_procedure_it_means_changes_none(made):
    line(made, kind="abolished", code="", name=NAME)
    assert standing_of(made, ON).plan.values == {}


def test_two_lines_about_one_procedure_say_both(made):
    line(made, kind="moved", level="Cấp xã")
    line(made, kind="cut", before="", after="1 ngày")
    assert {"levels", "channels", "decision_number"} == planned(made).keys()


def test_a_decision_lacks_its_number_its_day_and_its_lines():
    standing = standing_of(decision(), ON)
    assert standing.lacks == [NO_NUMBER, NO_DAY, NO_LINES]
    assert not standing.is_whole


def test_a_kept_decision_changes_nothing():
    kept = decision(kind="process", number="8/QĐ", effective_on=DAY)
    line(kept, kind="abolished")
    assert standing_of(kept, ON).plan.values == {}


def test_a_hundred_lines_cost_no_more_questions_than_one(made, django_assert_num_queries):
    line(made, kind="again")
    with CaptureQueriesContext(connection) as one:
        standing_of(made, ON)
    for _ in range(60):
        line(made, kind="again", code=OTHER_CODE, name=OTHER)
    with django_assert_num_queries(len(one)):
        standing_of(made, ON)
