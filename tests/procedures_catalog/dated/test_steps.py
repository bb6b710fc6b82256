"""The way of a set: others than its writer check and approve it, and whatever joins later opens it again."""

import datetime

import pytest
from django.utils import timezone

from agencies.models import Agency, Role
from procedures_catalog.dated import steps
from procedures_catalog.dated.steps import StepRefused
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.facts.dated.part_json import part_to_json
from procedures_catalog.models import ChangeSet
from tests.clock import today
from tests.editors import member
from tests.procedures_catalog.dated.sets import everybody, make_set
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
SOON = today() + datetime.timedelta(days=3)


@pytest.fixture
def page():
    """A published procedure."""
    return published("1.100001")


def _agency(name: str) -> Agency:
    return Agency.objects.create(name=name, kind="department")


def _written(page, writer, day=SOON, **more) -> ChangeSet:
    changes = make_set(day, (page, "conditions", "Có sáo."), **more)
    with steps.writing(changes.pk, writer, timezone.now()):
        pass
    return changes


def _to(changes: ChangeSet, step: str, user, *args):
    more = {"sees_overlaps": True} if step == "approve" else {}
    return getattr(steps, step)(changes.pk, user, timezone.now(), *args, **more)


def test_three_people_bring_it_to_its_approval(page):
    writer, checker, publisher = everybody()
    changes = _written(page, writer)
    _to(changes, "submit", writer)
    _to(changes, "check", checker)
    done = _to(changes, "approve", publisher, today())
    assert (done.state, len(done.seal)) == ("approved", 64)
    told = list(changes.steps.values_list("step", "user__username"))
    assert told == [("write", "lan"), ("submit", "lan"), ("check", "hoa"), ("approve", "mai")]


def test_what_overlaps_is_approved_from_nowhere_before_somebody_says_that_he_looked(page):
    writer, checker, publisher = everybody()
    changes = make_set(SOON, (page, "conditions", "Có sáo."))
    changes.differences.update(against=part_to_json("conditions", "Có diều."))
    other = make_set(SOON, (page, "conditions", "Có gió."))
    _to(changes, "submit", writer)
    _to(changes, "check", checker)
    with pytest.raises(StepRefused, match="chồng lấn"):
        steps.approve(changes.pk, publisher, timezone.now(), today())
    other.differences.all().delete()
    assert steps.approve(changes.pk, publisher, timezone.now(), today()).state == "approved"


def test_of_who_checks_only_accounts_that_work_count(page):
    agency = _agency("Sở Diều")
    checker = member(Role.CHECKER, agency)
    assert steps.has_checkers(agency.pk)
    checker.is_active = False
    checker.save()
    assert not steps.has_checkers(agency.pk)


def test_whoever_wrote_in_it_approves_it_never(page):
    writer, checker, _ = everybody()
    changes = _written(page, writer)
    _to(changes, "submit", writer)
    with pytest.raises(StepRefused, match="người khác duyệt"):
        _to(changes, "approve", writer, today())
    with steps.writing(changes.pk, checker, timezone.now()):
        pass
    with pytest.raises(StepRefused, match="người khác duyệt"):
        _to(changes, "approve", checker, today())


def test_whoever_handed_it_in_checks_it_not(page):
    writer, *_ = everybody()
    changes = _written(page, writer)
    _to(changes, "submit", writer)
    with pytest.raises(StepRefused, match="người khác thẩm định"):
        _to(changes, "check", writer)


@pytest.mark.parametrize("until", ["check", "approve"])
def test_what_joins_later_opens_it_again(page, until):
    writer, checker, publisher = everybody()
    changes = _written(page, writer)
    _to(changes, "submit", writer)
    _to(changes, "check", checker)
    if until == "approve":
        _to(changes, "approve", publisher, today())
    with steps.writing(changes.pk, writer, timezone.now()) as held:
        held.differences.create(
            identity=published("1.100002").identity, part="conditions", value=part_to_json("conditions", "Có gió.")
        )
    changes.refresh_from_db()
    assert changes.state == "submitted"
    assert changes.steps.last().step == "reopen"


def test_it_goes_back_with_a_reason_alone(page):
    writer, checker, _ = everybody()
    changes = _written(page, writer)
    _to(changes, "submit", writer)
    with pytest.raises(StepRefused, match="lý do"):
        _to(changes, "send_back", checker, "  ")
    assert _to(changes, "send_back", checker, "Thiếu số quyết định").state == "draft"
    assert changes.steps.last().reason == "Thiếu số quyết định"


def test_an_empty_set_is_not_handed_in(page):
    writer, *_ = everybody()
    changes = make_set(SOON)
    with pytest.raises(StepRefused, match="chưa có thay đổi"):
        _to(changes, "submit", writer)


def test_a_day_that_is_over_is_approved_only_where_it_is_said_to_reach_back(page):
    writer, checker, publisher = everybody()
    yesterday = today() - datetime.timedelta(days=1)
    changes = _written(page, writer, day=yesterday)
    _to(changes, "submit", writer)
    _to(changes, "check", checker)
    with pytest.raises(StepRefused, match="hiệu lực hồi tố"):
        _to(changes, "approve", publisher, today())
    ChangeSet.objects.filter(pk=changes.pk).update(is_retroactive=True)
    _to(changes, "check", checker)  # as it is now
    assert _to(changes, "approve", publisher, today()).state == "approved"


def test_roles_of_an_agency_hold_for_its_sets_alone(page):
    ours, others = _agency("Sở Diều"), _agency("Sở Sáo")
    writer, publisher = member(Role.WRITER, ours), member(Role.PUBLISHER, ours)
    stranger = member(Role.PUBLISHER, others)
    changes = _written(page, writer, agency=ours)
    with pytest.raises(StepRefused, match="quyền"):
        _to(changes, "submit", stranger)
    _to(changes, "submit", writer)
    with pytest.raises(StepRefused, match="quyền"):
        _to(changes, "approve", writer, today())
    assert _to(changes, "approve", publisher, today()).state == "approved"


def test_where_somebody_checks_nothing_is_approved_unchecked(page):
    ours = _agency("Sở Diều")
    writer, publisher, checker = (member(role, ours) for role in (Role.WRITER, Role.PUBLISHER, Role.CHECKER))
    changes = _written(page, writer, agency=ours)
    _to(changes, "submit", writer)
    with pytest.raises(StepRefused, match="chưa được thẩm định"):
        _to(changes, "approve", publisher, today())
    _to(changes, "check", checker)
    assert _to(changes, "approve", publisher, today()).state == "approved"


def test_what_was_approved_is_given_up_by_who_approves_and_with_a_reason(page):
    ours = _agency("Sở Diều")
    writer, publisher = member(Role.WRITER, ours), member(Role.PUBLISHER, ours)
    changes = _written(page, writer, agency=ours)
    _to(changes, "submit", writer)
    _to(changes, "approve", publisher, today())
    with pytest.raises(StepRefused, match="người công bố"):
        _to(changes, "drop", writer, "Thôi")
    assert _to(changes, "drop", publisher, "Quyết định bị thu hồi").state == "dropped"
    with pytest.raises(StepRefused, match="không sửa được nữa"):
        _written_again(changes, writer)


def _written_again(changes, writer):
    with steps.writing(changes.pk, writer, timezone.now()):
        pass


def test_whoever_wrote_the_text_that_is_to_begin_approves_it_never():
    writer, checker, publisher = everybody()
    bring(national_row("1.100009"), publish=False)
    page = page_of("1.100009")
    page.everyday_names = "giấy diều"
    page.save_revision(user=publisher)
    changes = make_set(SOON, (page, BEGINS, None))
    with steps.writing(changes.pk, writer, timezone.now()):
        pass
    _to(changes, "submit", writer)
    with pytest.raises(StepRefused, match="bản nháp do bạn viết"):
        _to(changes, "approve", publisher, today())
    assert _to(changes, "approve", checker, today()).state == "approved"
