"""What was checked and approved is a text: another under the same number is none, and opens the set again at once."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Revision

from procedures_catalog.dated import steps
from procedures_catalog.dated.applying import apply_due
from procedures_catalog.dated.reopening import reopen_changed
from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.dated.steps import StepRefused
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.models import ChangeSet
from tests.clock import today
from tests.editors import browser_of
from tests.procedures_catalog.dated.sets import everybody, make_set
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100009"
SOON = today() + datetime.timedelta(days=3)


@pytest.fixture
def people():
    """Who writes, checks and approves."""
    return everybody()


@pytest.fixture
def changes(people):
    """A set that begins a procedure, handed in."""
    bring(national_row(CODE), publish=False)
    _saved("giấy diều", people[0])
    made = make_set(SOON, (page_of(CODE), BEGINS, None))
    with steps.writing(made.pk, people[0], timezone.now()):
        pass
    return steps.submit(made.pk, people[0], timezone.now())


def _saved(names: str, user, **more) -> None:
    page = page_of(CODE)
    draft = page.get_latest_revision_as_object() if page.latest_revision_id else page
    draft.everyday_names = names
    draft.save_revision(user=user, **more)


def _saved_by_itself(names: str, user) -> None:
    """As a form does that writes over its last revision."""
    _saved(names, user, overwrite_revision=page_of(CODE).latest_revision)


def _rewritten(names: str) -> None:
    """Beneath whatever listens."""
    revision = page_of(CODE).latest_revision
    Revision.objects.filter(pk=revision.pk).update(content={**revision.content, "everyday_names": names})


def _approved(changes, people) -> ChangeSet:
    steps.check(changes.pk, people[1], timezone.now())
    return steps.approve(changes.pk, people[2], timezone.now(), today())


def test_another_text_under_the_same_number_is_another_seal(changes, people):
    before = seal_of(changes), page_of(CODE).latest_revision_id
    _saved_by_itself("diều sáo", people[0])
    assert page_of(CODE).latest_revision_id == before[1]
    assert seal_of(changes) != before[0]


def test_what_was_rewritten_after_the_approval_is_not_published(changes, people):
    _approved(changes, people)
    _rewritten("diều sáo")
    (done,) = apply_due(SOON, timezone.now())
    assert "duyệt lại" in done.failure
    assert not page_of(CODE).live


@pytest.mark.parametrize("save", [_saved, _saved_by_itself], ids=["anew", "over"])
@pytest.mark.parametrize("until", ["checked", "approved"])
def test_saving_another_text_opens_the_set_again_at_once(until, save, changes, people):
    if until == "approved":
        _approved(changes, people)
    else:
        steps.check(changes.pk, people[1], timezone.now())
    save("diều sáo", people[0])
    changes.refresh_from_db()
    assert changes.state == "submitted"
    last = changes.steps.last()
    assert (last.step, last.user) == ("reopen", people[0])


def test_saving_the_same_text_once_more_leaves_it_as_it_is(changes, people):
    _approved(changes, people)
    _saved("giấy diều", people[0])
    changes.refresh_from_db()
    assert changes.state == "approved"
    assert [each.failure for each in apply_due(SOON, timezone.now())] == [""]
    assert page_of(CODE).live


def test_what_changed_after_the_check_is_checked_again_before_it_is_approved(changes, people):
    steps.check(changes.pk, people[1], timezone.now())
    _rewritten("diều sáo")
    with pytest.raises(StepRefused, match="vừa được sửa sau khi thẩm định"):
        steps.approve(changes.pk, people[2], timezone.now(), today())
    shown = browser_of(people[1]).get(f"/quan-tri/thay-doi-hen-ngay/{changes.pk}/").content.decode()
    assert "nội dung đã bị sửa" in shown
    assert "Thẩm định xong" in shown
    assert _approved(changes, people).state == "approved"


def test_what_was_checked_as_it_is_is_not_checked_twice(changes, people):
    steps.check(changes.pk, people[1], timezone.now())
    with pytest.raises(StepRefused, match="đã được thẩm định"):
        steps.check(changes.pk, people[2], timezone.now())


def test_a_draft_that_no_set_begins_costs_one_question(django_assert_num_queries):
    bring(national_row(CODE), publish=False)
    page = page_of(CODE)
    with django_assert_num_queries(1):
        reopen_changed(page)


@pytest.mark.parametrize(
    "said", [{"decision": "100/QĐ-UBND"}, {"day": SOON + datetime.timedelta(days=1)}, {"is_retroactive": True}]
)
def test_another_decision_another_day_and_reaching_back_are_another_seal(changes, said):
    before = seal_of(changes)
    for name, value in said.items():
        setattr(changes, name, value)
    assert seal_of(changes) != before


def test_an_hour_that_the_draft_would_be_published_at_is_another_seal(changes, people):
    before = seal_of(changes)
    draft = page_of(CODE).get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + datetime.timedelta(days=9)
    draft.save_revision(user=people[0])
    assert seal_of(changes) != before
