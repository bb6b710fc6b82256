"""What a set begins is asked what its own form would ask: complete where that was chosen, never internal, without an
hour of its own; and it begins with one version."""

import datetime

import pytest
from django.utils import timezone

from procedures_catalog.dated import steps
from procedures_catalog.dated.applying import apply_due
from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.dated.steps import StepRefused
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.record import Channel, TimeLimit
from procedures_catalog.models import ChangeSet, PublishedVersion
from tests.clock import today
from tests.editors import browser_of
from tests.procedures_catalog.dated.sets import approved, everybody, make_set
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100009"
SOON = today() + datetime.timedelta(days=3)
TOMORROW = {"go_live_at": timezone.now() + datetime.timedelta(days=1)}
FAULTS = {
    "gaps": ({"published_as": "full"}, "còn trống: "),
    "internal": ({"kind": "internal"}, "Thủ tục nội bộ"),
    "hour": (TOMORROW, "hẹn giờ công bố"),
}


def _begun(**said) -> ChangeSet:
    """A set that begins a procedure whose draft says something."""
    bring(national_row(CODE), publish=False)
    page = page_of(CODE)
    for name, value in said.items():
        setattr(page, name, value)
    page.save_revision(clean=False)
    return make_set(SOON, (page_of(CODE), BEGINS, None))


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_it_is_not_approved_while_it_is_not_ready(fault):
    said, sentence = FAULTS[fault]
    changes = _begun(**said)
    with pytest.raises(StepRefused, match=sentence) as refused:
        approved(changes, today())
    assert page_of(CODE).title in str(refused.value)


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_on_its_day_it_is_told_why_it_does_not_begin(fault):
    said, sentence = FAULTS[fault]
    changes = _begun(**said)
    changes.state, changes.seal = "approved", seal_of(changes)
    changes.save()
    (done,) = apply_due(SOON, timezone.now())
    assert sentence in done.failure
    assert not page_of(CODE).live


def test_the_screen_of_the_set_tells_the_gaps_and_the_note_of_the_change():
    changes = _begun(published_as="full", change_note="Thủ tục mới về diều.")
    writer, checker, _ = everybody()
    with steps.writing(changes.pk, writer, timezone.now()):
        pass
    shown = browser_of(checker).get(f"/quan-tri/thay-doi-hen-ngay/{changes.pk}/").content.decode()
    assert "Mức của bản nháp: Danh mục; còn trống: " in shown
    assert "Thủ tục mới về diều." in shown
    assert "Chưa công bố được" in shown


def test_a_new_procedure_begins_with_one_version_by_the_decision():
    changes = _begun(change_note="Thủ tục mới về diều.")
    shorter = (Channel("direct", TimeLimit("2", "working_day")),)
    part = make_set(SOON, (page_of(CODE), "channels", shorter)).differences.get()
    part.changes = changes
    part.save()
    approved(changes, today())
    assert [each.failure for each in apply_due(SOON, timezone.now())] == [""]
    version = PublishedVersion.objects.get(identity=page_of(CODE).identity)
    assert (version.number, version.basis, version.note.text) == (1, "decision", "Thủ tục mới về diều.")
    page = page_of(CODE)
    assert (page.live, page.valid_from, page.has_unpublished_changes) == (True, SOON, False)
    assert effective_record(page, SOON).channels == shorter
    row = changes.differences.get(part=BEGINS)
    assert (row.before, row.after) == (False, True)
