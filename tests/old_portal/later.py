"""What happens after an update: a draft is saved, the night notes, what was scheduled before has become due."""

from io import StringIO
from typing import Any

from django.core.management import call_command

from agencies.day import local_day
from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.presenting.fingerprints import FACE_PARTS, PART_LABELS, face
from tests.cms.desk.form import DeskForm
from tests.old_portal import desk, doors, facts, paper

#: The procedure whose draft was scheduled for a moment that has passed.
DUE = "1.900012.000.00.00.H99"


def ask() -> dict[str, Any]:
    """The state before the night, after it, and after what was due is published."""
    saved = _saved_again()
    columns = _columns()
    call_command("prepare_portal", stdout=StringIO())
    again = [_columns() == columns, list(map(_kept, PublishedVersion.objects.order_by("identity", "number")))]
    before = [PublishedVersion.objects.count(), paper.wrong()]
    call_command("note_versions", stdout=StringIO())
    after = [PublishedVersion.objects.count(), paper.wrong()]
    call_command("publish_scheduled", stdout=StringIO())
    return saved | {"before the night": before, "after the night": after, "due": _due(), "kept": again}


def _saved_again() -> dict[str, Any]:
    """A draft of before, opened and saved by somebody who changed nothing: what it says on each day, before and
    after."""
    page = ProcedurePage.objects.get(code="1.900001")
    before = facts.texts(page.get_latest_revision_as_object())
    answer = DeskForm.open(desk.client(), page.pk).send()
    page.refresh_from_db()
    after = facts.texts(page.get_latest_revision_as_object())
    return {"draft before": before, "draft saved again": after, "saving": answer.status_code}


def _columns() -> list[Any]:
    return list(PublishedVersion.objects.order_by("pk").values())


def _kept(version: PublishedVersion) -> dict[str, Any]:
    """What a version of today holds."""
    faces = {name: getattr(version, f"{name}_face") for name in FACE_PARTS}
    return {
        "number": version.number,
        "current": version.is_current,
        "noted": str(local_day(version.noted_at)),
        "days": [str(day) if day else None for day in (version.valid_from, version.valid_to)],
        "text": version.shown() is not None,
        "live": ProcedurePage.objects.filter(identity=version.identity_id, live=True).exists(),
        "parts": sorted(set(version.parts) ^ set(PART_LABELS)),
        "in step": faces == {name: face(version.parts, name) for name in faces},
    }


def _due() -> dict[str, Any]:
    page = ProcedurePage.objects.get(code=DUE)
    told = doors.get(f"/api/v1/procedures/{page.identity.short_code}").json()
    return {"draft": page.has_unpublished_changes, "texts": facts.texts(page), "conditions": told["conditions"]}
