"""Makes sets of dated differences for tests, and the people who bring them on their way."""

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.models import Editor
from procedures_catalog.dated import steps
from procedures_catalog.facts.dated.part_json import part_to_json
from procedures_catalog.models import ChangeSet, DatedDifference, ProcedurePage


def make_set(day: date, *rows: tuple[ProcedurePage, str, Any], decision: str = "99/QĐ-UBND", **more: Any) -> ChangeSet:
    """A set that is being written; each row is a procedure, a part and what it will say."""
    changes = ChangeSet.objects.create(title="Quyết định về diều", day=day, decision=decision, **more)
    for page, part, value in rows:
        kept = part_to_json(part, value)
        DatedDifference.objects.create(changes=changes, identity_id=page.identity_id, part=part, value=kept)
    return changes


def everybody() -> tuple[Editor, Editor, Editor]:
    """Three administrators, who may take any step: one writes, one checks, one approves."""
    names = ("lan", "hoa", "mai")
    made = [Editor.objects.create(username=name, is_superuser=True, is_staff=True) for name in names]
    return made[0], made[1], made[2]


def approved(changes: ChangeSet, on: date) -> ChangeSet:
    """The set after three people brought it on its way, who have looked at what it overlaps with."""
    writer, checker, publisher = everybody()
    with steps.writing(changes.pk, writer, timezone.now()):
        pass
    steps.submit(changes.pk, writer, timezone.now())
    steps.check(changes.pk, checker, timezone.now())
    return steps.approve(changes.pk, publisher, timezone.now(), on, sees_overlaps=True)


def press(client: Client, changes: ChangeSet, step: str, **typed: str) -> Any:
    """The answer to the button of a step on the screen of a set, as whoever sees that screen sends it."""
    shown = client.get(reverse("change_set", args=[changes.pk]))
    sent = {"seal": shown.context["seal"], **typed}
    return client.post(reverse("change_set_step", args=[changes.pk, step]), sent)
