"""The set of a decision says what the decision says, always; an approval never covers what came after it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from agencies.models import Agency, Role
from decisions.changing.composing import KEPT, OVER, compose, follow, refuse_over
from procedures_catalog.dated.steps import StepRefused, approve, check, submit
from procedures_catalog.facts.dated.difference import ENDS
from procedures_catalog.models import ChangeSet
from tests.decisions.factories import CODE, NAME, OTHER, OTHER_CODE, decision, line, two_procedures
from tests.editors import member
from tests.procedures_catalog.factories import page_of, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
ON, DAY = date(2026, 12, 1), date(2027, 3, 1)
NOW = datetime(2026, 12, 1, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def agency(portal) -> Agency:
    two_procedures()
    made = Agency.objects.create(name="Sở Gió")
    for code in (CODE, OTHER_CODE):
        page_of(code).move(shelf(made), pos="last-child")
    return made


@pytest.fixture
def writer(agency):
    return member(Role.WRITER, agency)


@pytest.fixture
def made(agency):
    of = decision(number="7/QĐ-UBND", effective_on=DAY, agency=agency)
    line(of, kind="abolished")
    return of


def said(changes: ChangeSet) -> list[tuple[str, str]]:
    return sorted(changes.differences.values_list("identity__page__code", "part"))


def test_a_set_is_made_once_with_the_days_and_the_number_of_the_decision(made, writer):
    changes = compose(made, writer, NOW, ON)
    assert (changes.day, changes.decision, changes.agency, changes.state) == (DAY, "7/QĐ-UBND", made.agency, "draft")
    assert said(changes) == [(CODE, ENDS)]
    assert compose(made, writer, NOW, ON) == changes
    assert ChangeSet.objects.count() == 1


def test_nothing_is_made_while_a_line_asks_or_the_decision_lacks_something(made, writer):
    line(made, code="1.999999", name="Việc lạ")
    with pytest.raises(StepRefused, match="Còn 1 dòng phải hỏi"):
        compose(made, writer, NOW, ON)
    made.number = ""
    with pytest.raises(StepRefused, match="chưa ghi số"):
        compose(made, writer, NOW, ON)
    assert not ChangeSet.objects.exists()


def test_a_kept_decision_has_no_set(agency, writer):
    with pytest.raises(StepRefused, match=KEPT):
        compose(decision(kind="process", agency=agency), writer, NOW, ON)


def test_a_change_after_the_approval_takes_it_back_and_the_set_says_the_new(made, writer):
    changes = _approved(made, writer)
    line(made, kind="abolished", code=OTHER_CODE, name=OTHER)
    follow(made, writer, NOW, ON)
    changes.refresh_from_db()
    assert changes.state == "submitted"
    assert said(changes) == [(CODE, ENDS), (OTHER_CODE, ENDS)]


def test_a_line_that_asks_empties_the_set_so_that_nothing_is_handed_in(made, writer):
    changes = compose(made, writer, NOW, ON)
    line(made, code="1.999999", name="Việc lạ")
    follow(made, writer, NOW, ON)
    assert said(changes) == []
    with pytest.raises(StepRefused, match="chưa có thay đổi"):
        submit(changes.pk, writer, NOW)


@pytest.mark.parametrize("by", ["made_by", "writers", "confirmed_by"])
def test_who_wrote_the_decision_does_not_approve_its_set(made, agency, writer, by):
    publisher = member(Role.PUBLISHER, agency)
    if by == "confirmed_by":
        made.lines.update(confirmed_by=publisher, confirmed_at=NOW)
    else:
        setattr(made, by, publisher if by == "made_by" else [publisher.pk, 999_999])
        made.save()
    changes = compose(made, writer, NOW, ON)
    submit(changes.pk, writer, NOW)
    with pytest.raises(StepRefused, match="Bạn đã sửa trong gói này"):
        approve(changes.pk, publisher, NOW, ON)


def test_what_was_applied_is_not_rewritten(made, writer):
    changes = compose(made, writer, NOW, ON)
    ChangeSet.objects.filter(pk=changes.pk).update(state="applied")
    made.refresh_from_db()
    with pytest.raises(StepRefused, match=OVER):
        refuse_over(made)
    with pytest.raises(StepRefused):
        follow(made, writer, NOW, ON)


def test_after_a_set_was_given_up_or_undone_the_decision_is_corrected_and_has_another(made, writer):
    for state in ("dropped", "undone"):
        over = compose(made, writer, NOW, ON)
        ChangeSet.objects.filter(pk=over.pk).update(state=state)
        made.refresh_from_db()
        refuse_over(made)
        follow(made, writer, NOW, ON)
        assert said(over) == [(CODE, ENDS)]
        assert compose(made, writer, NOW, ON) != over


def test_what_says_the_same_as_will_stand_is_no_difference(made, writer):
    made.lines.all().delete()
    line(made, kind="again", name=NAME)
    changes = compose(made, writer, NOW, ON)
    assert said(changes) == [(CODE, "decision_number")]


def _approved(made, writer) -> ChangeSet:
    changes = compose(made, writer, NOW, ON)
    submit(changes.pk, writer, NOW)
    check(changes.pk, member(Role.CHECKER, made.agency), NOW)
    return approve(changes.pk, member(Role.PUBLISHER, made.agency), NOW, ON)
