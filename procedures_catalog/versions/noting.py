"""Notes a version of a procedure whenever what citizens are shown of it changes, so that printed papers can be judged.

What a change of a row touches on paper is noted at once; what changes by the date alone (a layer of the province that
begins or ends, an abolition whose day has come, a legal basis that expires) by `manage.py note_versions`, nightly.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from consequences.keys import numbers
from consequences.registry import tell, touched, touches
from consequences.touched import Touched
from procedures_catalog.comparing.kept import packed
from procedures_catalog.forms_named import form_titles
from procedures_catalog.models import (
    ProcedureIdentity,
    ProcedurePage,
    PublishedVersion,
)
from procedures_catalog.presenting.fingerprints import DEFINITION, FACE_PARTS, face, part_digests, short_texts
from procedures_catalog.presenting.shown import Shown
from procedures_catalog.versions.shown_pages import shown_pages

PORTION = 200
Advance = Callable[[int], object]


# --- Noting ---------------------------------------------------------------------------------------


def note_versions(page_ids: Iterable[int], on: date, advance: Advance = lambda _count: None) -> int:
    """Writes a version for each of the pages that shows something else than its current version says; how many.

    A page that was never published gets none. `on` is the day whose text is noted; `advance` hears of each portion's
    size. What was said before and is said no more is told as a change.
    """
    written, rest = 0, iter(page_ids)
    while portion := list(islice(rest, PORTION)):
        with transaction.atomic():
            noted = _note_portion(portion, on)
            changed = ProcedurePage.objects.filter(identity__in=[each.identity_id for each in noted if each.number > 1])
            tell(PublishedVersion, touches(ProcedurePage, changed.values_list("pk", flat=True)))
        written += len(noted)
        advance(len(portion))
    return written


def _note_portion(page_ids: Sequence[int], on: date) -> list[PublishedVersion]:
    _hold(page_ids)
    current = _current(page_ids)
    next_versions = (
        (shown, _next_version(identity, shown, current.get(identity))) for identity, shown in shown_pages(page_ids, on)
    )
    told = [(shown, version) for shown, version in next_versions if version]
    _keep_texts(told, current)
    changed = [version for _, version in told]
    outdated = [current[version.identity_id].pk for version in changed if version.identity_id in current]
    PublishedVersion.objects.filter(pk__in=outdated).update(is_current=False)
    return PublishedVersion.objects.bulk_create(changed, batch_size=PORTION)


def _keep_texts(told: Sequence[tuple[Shown, PublishedVersion]], current: Mapping[int, PublishedVersion]) -> None:
    """Puts into each version what its readers read; of a page that citizens see no more, what they read last."""
    forms = form_titles(shown.record for shown, _ in told)
    for shown, version in told:
        is_gone = shown.state == "withdrawn"
        version.texts = current[version.identity_id].texts if is_gone else packed(shown.record, forms)


def _hold(page_ids: Sequence[int]) -> None:
    """Of two publishings at the same moment the second waits here, and then sees what the first one noted."""
    identities = ProcedureIdentity.objects.filter(page__in=page_ids).order_by("pk")
    list(identities.select_for_update(no_key=True).values_list("pk"))


def _current(page_ids: Sequence[int]) -> dict[int, PublishedVersion]:
    versions = PublishedVersion.objects.filter(identity__page__in=page_ids, is_current=True)
    return {version.identity_id: version for version in versions.only("identity_id", "number", "parts")}


def _next_version(identity: int, shown: Shown, current: PublishedVersion | None) -> PublishedVersion | None:
    """The version to be written; None when nothing changed, and for what citizens have never seen."""
    if shown.state == "withdrawn":
        return _withdrawn(shown, current) if current else None
    parts = part_digests(shown)
    if current and current.parts == parts:
        return None
    number = current.number + 1 if current else 1
    return _version(identity, number, title=shown.title, parts=parts, answers=short_texts(shown))


def _withdrawn(shown: Shown, current: PublishedVersion) -> PublishedVersion | None:
    """The version of a page that citizens see no more: what its draft says is nobody's business, only its state is."""
    parts = current.parts | {"state": part_digests(shown)["state"]}
    if current.parts == parts:
        return None
    answers = current.answers | {"state": short_texts(shown)["state"]}
    return _version(current.identity_id, current.number + 1, title=current.title, parts=parts, answers=answers)


def _version(identity: int, number: int, *, parts: dict[str, str], **values: Any) -> PublishedVersion:
    faces = {f"{name}_face": face(parts, name) for name in FACE_PARTS}
    return PublishedVersion(
        identity_id=identity,
        number=number,
        noted_at=timezone.now(),
        definition=DEFINITION,
        parts=parts,
        **faces,
        **values,
    )


# --- Reading --------------------------------------------------------------------------------------


def versions_to_print(identity_ids: Iterable[int], on: date) -> dict[int, int]:
    """Identity → its current version, for those that are published; notes before what changed by the date alone.

    To be called before the texts are read that will be printed: then a change in between makes the paper wrong in the
    ledger, and is never missed.
    """
    found: dict[int, int] = {}
    rest = iter(identity_ids)
    while portion := list(islice(rest, PORTION)):
        live = ProcedurePage.objects.live().filter(identity__in=portion)
        note_versions(live.order_by("pk").values_list("pk", flat=True), on)
        versions = PublishedVersion.objects.filter(identity__page__in=live, is_current=True)
        found.update(versions.values_list("identity", "pk"))
    return found


# --- Listening ------------------------------------------------------------------------------------


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    touched.connect(_note_touched, dispatch_uid="versions")


def _note_touched(sender: type[Model], what: Touched, **_kwargs: Any) -> None:
    """Notes in the transaction of the change; the many that one row may touch after it, so that nobody waits for them
    who also writes. Those whom a power cut takes are noted at night."""
    pages = numbers(what.papers, "procedure")
    if sender is PublishedVersion or not pages:
        return
    if len(pages) > PORTION:
        transaction.on_commit(partial(note_versions, pages, timezone.localdate()), robust=True)
    else:
        _note_portion(pages, timezone.localdate())
