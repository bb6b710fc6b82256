"""What the catalogue knows: procedures and each of their revisions on every day that matters, versions, codes."""

import dataclasses
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from io import StringIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management import CommandError, call_command
from django.db.models import Model
from wagtail.models import Page, Revision

from posting.rules.changes import changed_in_full
from procedures_catalog.facts.held import effective_record, official_record
from procedures_catalog.models import (
    CatalogueSettings,
    ImportRun,
    ProcedureCode,
    ProcedureIdentity,
    ProcedureLevel,
    ProcedurePage,
    PublishedVersion,
)
from tests.old_portal.doors import squeezed

#: Last days and first days of what is dated in the portal.
EDGES = (
    "2024-01-01", "2025-12-31", "2026-01-01", "2026-07-01", "2090-01-01", "2095-12-31", "2096-02-28", "2096-02-29",
    "2096-12-31", "2097-03-31", "2097-04-01", "2097-12-31", "2098-01-01", "2098-01-31", "2098-06-30", "2098-12-31",
    "2099-01-01", "2099-05-01", "2099-12-30", "9999-12-30",
)  # fmt: skip
#: How a period is written down is the code's affair; what holds on which day is asked.
_DATES = {"valid_from", "valid_to"}
#: What the province's own list says of a procedure.
_OF_THE_LIST = ("trong danh mục của tỉnh", "công bố của tỉnh")
#: What today's code calls otherwise than the answers do.
_FORMERLY = {"sector": "field"}
#: What the old code told of no version.
_SINCE = {"carried_out"}
#: The level was that of the record before, and is the one where papers are handed in.
_SAID_BEFORE = {"Cấp nộp hồ sơ": "Cấp thực hiện"}
Record = dict[str, Any]


def days() -> list[date]:
    """Each edge with the days beside it."""
    edges = [date.fromisoformat(edge) for edge in EDGES]
    return sorted({edge + timedelta(days=step) for edge in edges for step in (-1, 0, 1)})


def pages() -> dict[str, Any]:
    """Short code of a procedure → its state, what the national text says and what holds here on which day."""
    return {page.identity.short_code: _state(page) | texts(page) for page in _pages()}


def _pages() -> Iterable[ProcedurePage]:
    pages = ProcedurePage.objects.order_by("code_base").select_related("identity")
    return pages.prefetch_related("levels", "agencies__registered", "applicants__kind", "legal_bases")


def _state(page: ProcedurePage) -> Record:
    return {
        "live": page.live,
        "draft": page.has_unpublished_changes,
        "from": page.valid_from,
        "until": page.valid_to,
        "decision": page.ending_decision,
        "successor": page.successor and page.successor.identity.short_code,
        "agency": page.agency and page.agency.name,
        "source": page.layer,
        "listed": {label: value for label, value in labelled(page).items() if label.endswith(_OF_THE_LIST)},
        "levels": sorted(map(_level, page.levels.all()), key=str),
        "restricted": [row.restriction_type for row in page.get_view_restrictions()],
        "published": [page.first_published_at, page.last_published_at],
        "leaves": page.expire_at,
        "locked by": page.locked_by and page.locked_by.username,
        "slug": page.slug,
    }


def _level(row: ProcedureLevel) -> list[Any]:
    return [row.get_level_display(), row.valid_from, row.valid_to, row.decision]


def labelled(row: Model) -> Record:
    """What a row says, by what its columns are called at the desk: their own names may be others one day."""
    return {
        str(field.verbose_name): getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname != "id"
    }


def texts(page: ProcedurePage) -> Record:
    """What the national text says, and what holds here on which day."""
    official = _told(official_record(page))
    return {"official": official, "by day": dict(_by_day(page, official))}


def _by_day(page: ProcedurePage, before: Record) -> Iterator[tuple[str, Record]]:
    """Each day on which something else holds than the day before, at first than the national text: what is new."""
    for day in days():
        now = _told(effective_record(page, day))
        if changed := {name: value for name, value in now.items() if before.get(name) != value}:
            yield day.isoformat(), changed
        before = now


def _told(record: Any) -> Record:
    return _undated(json.loads(json.dumps(dataclasses.asdict(record))))


def _undated(value: Any) -> Any:
    if isinstance(value, dict):
        return {_FORMERLY.get(name, name): _undated(inner) for name, inner in value.items() if name not in _DATES}
    return [_undated(inner) for inner in value] if isinstance(value, list) else value


def revisions() -> list[Any]:
    """Every revision of a procedure, opened as the page that it was."""
    of_procedures = Revision.page_revisions.filter(object_id__in=[str(page.pk) for page in _pages()])
    return [_revision(revision) for revision in of_procedures.order_by("pk")]


def _revision(revision: Revision) -> Record:
    page = revision.as_object()
    return texts(page) | {
        "of": page.identity.short_code,
        "at": revision.created_at,
        "by": revision.user and revision.user.username,
        "for": revision.approved_go_live_at,
        "place": [revision.is_latest_revision(), revision.content.get("live_revision") == revision.pk],
    }


def others() -> list[Any]:
    """The revisions of pages that are no procedures open too."""
    rest = Page.objects.not_type(ProcedurePage).filter(depth__gt=1)
    revisions = Revision.page_revisions.filter(object_id__in=[str(pk) for pk in rest.values_list("pk", flat=True)])
    return [[revision.as_object().title, revision.as_object().get_url()] for revision in revisions.order_by("pk")]


def versions() -> dict[str, Any]:
    """Short code → its versions, and what changed from each to the next, row by row."""
    identities = ProcedureIdentity.objects.order_by("short_code")
    return {identity.short_code: _versions(identity) for identity in identities}


def _versions(identity: ProcedureIdentity) -> Record:
    found = list(PublishedVersion.objects.filter(identity=identity).order_by("number"))
    return {"versions": list(map(_version, found)), "changes": [_changes(one, other) for one, other in pairwise(found)]}


def _version(version: PublishedVersion) -> list[Any]:
    """Whether it has its text counts, not how that is kept."""
    answers = {_FORMERLY.get(part, part): text for part, text in version.answers.items() if part not in _SINCE}
    has_text = bool(version.kept or version.texts)
    return [version.number, version.noted_at, version.is_current, version.title, has_text, answers]


def _changes(before: PublishedVersion, after: PublishedVersion) -> list[Any]:
    return [change_told(change) for change in changed_in_full(before, after, "full")]


def change_told(change: Any) -> list[Any]:
    """A change as people read it."""
    return [
        _SAID_BEFORE.get(change.label, change.label),
        change.before,
        change.after,
        [[row.label, row.kind, *_both(row)] for row in change.rows],
    ]


def _both(row: Any) -> Iterator[str]:
    """The words before and those after, however their difference is marked."""
    for absent in ("new", "gone"):
        yield squeezed(" ".join(piece.text for piece in row.pieces if piece.kind != absent))


def digests() -> dict[str, Any]:
    """Which versions of a procedure print the same, for each of the faces that a paper can show."""
    identities = ProcedureIdentity.objects.order_by("short_code")
    return {
        identity.short_code: [_same(identity, face) for face in ("name", "short", "full")] for identity in identities
    }


def _same(identity: ProcedureIdentity, face: str) -> list[int]:
    """For each version the number of the first one with that face."""
    rows = PublishedVersion.objects.filter(identity=identity).order_by("number").values_list("number", f"{face}_face")
    first: dict[str, int] = {}
    return [first.setdefault(digest, number) for number, digest in rows]


def identities() -> dict[str, Any]:
    """Short code → the permanent name, since when, and every code with its days."""
    rows = ProcedureIdentity.objects.order_by("short_code")
    return {row.short_code: [row.uuid, row.created_at, _codes(row)] for row in rows}


def _codes(identity: ProcedureIdentity) -> list[Any]:
    rows = ProcedureCode.objects.filter(identity=identity).order_by("raw")
    return [[row.raw, row.base, row.is_present, row.valid_from, row.valid_to] for row in rows]


def imports() -> list[Any]:
    """What was imported, and which codes whole lists did not name."""
    runs = ImportRun.objects.order_by("pk")
    return [
        [run.names(), run.get_state_display(), run.started_at, run.publish, run.report, run.missing] for run in runs
    ]


def exported() -> Record:
    """The catalogue in the national shape, as it is given to others, and what would change if that were imported."""
    with TemporaryDirectory() as folder:
        file, report = Path(folder, "danh-muc.jsonl"), Path(folder, "bao-cao.json")
        call_command("export_procedures", format="jsonl", layer="official", drafts=True, out=file, stdout=StringIO())
        with suppress(CommandError):  # that something looks wrong stands in the report
            call_command("import_procedures", file, dry_run=True, report=report, stdout=StringIO(), stderr=StringIO())
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        return {"rows": rows, "taken in again": json.loads(report.read_text("utf-8"))}


def rules() -> Record:
    """The catalogue's rules of law."""
    return labelled(CatalogueSettings.objects.get())


QUESTIONS = {
    "pages": pages,
    "revisions": revisions,
    "others": others,
    "versions": versions,
    "digests": digests,
    "identities": identities,
    "imports": imports,
    "exported": exported,
    "rules": rules,
}
