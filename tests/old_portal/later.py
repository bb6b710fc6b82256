"""What happens after an update: the nightly noting, what was scheduled before and has become due."""

from io import StringIO
from typing import Any

from django.core.management import call_command

from procedures_catalog.models import ProcedurePage, PublishedVersion
from tests.old_portal import doors, facts, paper

#: The procedure whose draft was scheduled for a moment that has passed.
DUE = "1.900012.000.00.00.H99"


def ask() -> dict[str, Any]:
    """The state before the night, after it, and after what was due is published."""
    before = [PublishedVersion.objects.count(), paper.wrong()]
    call_command("note_versions", stdout=StringIO())
    after = [PublishedVersion.objects.count(), paper.wrong()]
    call_command("publish_scheduled", stdout=StringIO())
    return {"before the night": before, "after the night": after, "due": _due()}


def _due() -> dict[str, Any]:
    page = ProcedurePage.objects.get(code=DUE)
    told = doors.get(f"/api/v1/procedures/{page.identity.short_code}").json()
    return {"draft": page.has_unpublished_changes, "texts": facts.texts(page), "conditions": told["conditions"]}
