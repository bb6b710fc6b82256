"""What happens after an update: a draft is saved, the night notes, what was scheduled before has become due."""

from io import StringIO
from typing import Any

from django.core.management import call_command

from procedures_catalog.models import ProcedurePage, PublishedVersion
from tests.cms.desk.form import DeskForm
from tests.old_portal import desk, doors, facts, paper

#: The procedure whose draft was scheduled for a moment that has passed.
DUE = "1.900012.000.00.00.H99"


def ask() -> dict[str, Any]:
    """The state before the night, after it, and after what was due is published."""
    saved = _saved_again()
    before = [PublishedVersion.objects.count(), paper.wrong()]
    call_command("note_versions", stdout=StringIO())
    after = [PublishedVersion.objects.count(), paper.wrong()]
    call_command("publish_scheduled", stdout=StringIO())
    return saved | {"before the night": before, "after the night": after, "due": _due()}


def _saved_again() -> dict[str, Any]:
    """A draft of before, opened and saved by somebody who changed nothing: what it says on each day, before and
    after."""
    page = ProcedurePage.objects.get(code="1.900001")
    before = facts.texts(page.get_latest_revision_as_object())
    answer = DeskForm.open(desk.client(), page.pk).send()
    page.refresh_from_db()
    after = facts.texts(page.get_latest_revision_as_object())
    return {"draft before": before, "draft saved again": after, "saving": answer.status_code}


def _due() -> dict[str, Any]:
    page = ProcedurePage.objects.get(code=DUE)
    told = doors.get(f"/api/v1/procedures/{page.identity.short_code}").json()
    return {"draft": page.has_unpublished_changes, "texts": facts.texts(page), "conditions": told["conditions"]}
