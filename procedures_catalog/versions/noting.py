"""Notes a version of a procedure whenever what citizens are shown of it changes, so that printed papers can be judged.

What a change of a row touches on paper is noted at once; what changes by the date alone (a layer of the province that
begins or ends, an abolition whose day has come, a legal basis that expires) by `manage.py note_versions`, nightly.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from consequences.keys import numbers
from consequences.registry import tell, touched, touches
from consequences.touched import Touched
from legal_documents.models import LegalDocumentPage
from pages.background import BackgroundTask
from pages.turns import Turns
from procedures_catalog.comparing.packing import unpack
from procedures_catalog.comparing.shown_json import pack_shown, shown_from_json, shown_to_json
from procedures_catalog.models import (
    ProcedureIdentity,
    ProcedurePage,
    PublishedVersion,
    SharedAmount,
)
from procedures_catalog.presenting.fingerprints import part_digests, short_texts
from procedures_catalog.presenting.shown import Shown
from procedures_catalog.versions.because import basis_said
from procedures_catalog.versions.derived import derive, with_parts
from procedures_catalog.versions.notes.writing import write_notes
from procedures_catalog.versions.shown_pages import shown_pages
from procedures_catalog.versions.where import renew_where

VERSIONS_AT_ONCE = 200
#: How many are noted in the first turn of those in the background.
NOTED_FIRST = 25
Advance = Callable[[int], object]


# --- Noting ---------------------------------------------------------------------------------------


def note_versions(
    page_ids: Iterable[int], on: date, advance: Advance = lambda _count: None, *, basis: str = "day"
) -> int:
    """Writes a version for each of the pages that shows something else than its current version says; how many.

    A page that was never published gets none. `on` is the day whose text is noted and from which it holds; `basis` says
    why (a key of `version.BASES`, "" for unknown); `advance` hears of each portion's size. What was said before and is
    said no more is told as a change.
    """
    written, rest = 0, iter(page_ids)
    while portion := list(islice(rest, VERSIONS_AT_ONCE)):
        with transaction.atomic():
            noted = _note_portion(portion, on, basis)
            tell(PublishedVersion, _touched_by(noted))
        written += len(noted)
        advance(len(portion))
    return written


def _note_afterwards(page_ids: Sequence[int], on: date, basis: str) -> None:
    """The same by turns for pages that the finder has heard of; what shows their versions has not."""
    turns = Turns()
    for portion in turns.portions(page_ids, NOTED_FIRST):
        with _taken(portion), turns.turn():
            noted = _note_portion(portion, on, basis)
            tell(PublishedVersion, replace(_touched_by(noted), entries=frozenset()))


@contextmanager
def _taken(page_ids: Sequence[int]) -> Iterator[None]:
    """Takes pages from what is due; they come back where noting them fails. What is due again meanwhile stays so."""
    taken = {page: _due.pop(page) for page in page_ids if page in _due}
    try:
        yield
    except BaseException:
        _due.update(taken | _due)
        raise


def _touched_by(versions: Iterable[PublishedVersion]) -> Touched:
    """What the procedures touch that said something else before."""
    identities = [version.identity_id for version in versions if version.number > 1]
    return touches(ProcedurePage, ProcedurePage.objects.filter(identity__in=identities).values_list("pk", flat=True))


def _note_portion(page_ids: Sequence[int], on: date, basis: str) -> list[PublishedVersion]:
    _hold(page_ids)
    current = _current(page_ids)
    every = list(shown_pages(page_ids, on))
    renew_where(every)
    changed = [
        version for identity, shown in every if (version := _next_version(identity, shown, current.get(identity)))
    ]
    for version in changed:
        version.valid_from, version.basis = on, basis
    outdated = [current[version.identity_id].pk for version in changed if version.identity_id in current]
    PublishedVersion.objects.filter(pk__in=outdated).update(is_current=False, valid_to=on)
    noted = PublishedVersion.objects.bulk_create(changed, batch_size=VERSIONS_AT_ONCE)
    write_notes((version, current.get(version.identity_id)) for version in noted)
    return noted


def _hold(page_ids: Sequence[int]) -> None:
    """Of two publishings at the same moment the second waits here, and then sees what the first one noted."""
    identities = ProcedureIdentity.objects.filter(page__in=page_ids).order_by("pk")
    list(identities.select_for_update(no_key=True).values_list("pk"))


def _current(page_ids: Sequence[int]) -> dict[int, PublishedVersion]:
    versions = PublishedVersion.objects.filter(identity__page__in=page_ids, is_current=True)
    read = ("identity_id", "number", "parts", "answers", "kept", "texts", "basis", "valid_from")
    return {version.identity_id: version for version in versions.only(*read)}


# --- What is to be noted --------------------------------------------------------------------------


def _next_version(identity: int, shown: Shown, current: PublishedVersion | None) -> PublishedVersion | None:
    """The version to be written; None when nothing changed, and for what citizens have never seen."""
    if shown.state == "withdrawn":
        return _withdrawn(shown, current) if current else None
    if current and says_the_same(current, shown):
        return None
    return _version(identity, current, shown)


def says_the_same(version: PublishedVersion, shown: Shown) -> bool:
    """Whether readers find in a version what is shown: the very same, or what has the same digests today."""
    if not version.kept:
        return version.parts == part_digests(shown)
    kept = unpack(bytes(version.kept))
    return kept == shown_to_json(shown) or part_digests(shown_from_json(kept)) == part_digests(shown)


def _withdrawn(shown: Shown, current: PublishedVersion) -> PublishedVersion | None:
    """The version of a page that citizens see no more: what its draft says is nobody's business, only its state is."""
    if (last := current.shown()) is None:
        return _withdrawn_without_text(shown, current)
    gone = replace(last, state=shown.state)
    return None if gone == last else _version(current.identity_id, current, gone)


def _withdrawn_without_text(shown: Shown, current: PublishedVersion) -> PublishedVersion | None:
    parts = current.parts | {"state": part_digests(shown)["state"]}
    if current.parts == parts:
        return None
    version = _follower(current.identity_id, current)
    version.title, version.answers = current.title, current.answers | {"state": short_texts(shown)["state"]}
    return with_parts(version, parts)


def _version(identity: int, current: PublishedVersion | None, shown: Shown) -> PublishedVersion:
    version = _follower(identity, current)
    version.kept = pack_shown(shown)
    return derive(version, shown)


def _follower(identity: int, current: PublishedVersion | None) -> PublishedVersion:
    number = current.number + 1 if current else 1
    return PublishedVersion(identity_id=identity, number=number, noted_at=timezone.now())


# --- Reading --------------------------------------------------------------------------------------


def versions_to_print(identity_ids: Iterable[int], on: date) -> dict[int, int]:
    """Identity → its current version, for those that are published; notes before what changed by the date alone.

    To be called before the texts are read that will be printed: then a change in between makes the paper wrong in the
    ledger, and is never missed.
    """
    found: dict[int, int] = {}
    rest = iter(identity_ids)
    while portion := list(islice(rest, VERSIONS_AT_ONCE)):
        live = ProcedurePage.objects.live().filter(identity__in=portion)
        note_versions(live.order_by("pk").values_list("pk", flat=True), on, basis="day")
        versions = PublishedVersion.objects.filter(identity__page__in=live, is_current=True)
        found.update(versions.values_list("identity", "pk"))
    return found


# --- Listening ------------------------------------------------------------------------------------


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    touched.connect(_note_touched, dispatch_uid="versions")


def _note_touched(sender: type[Model], what: Touched, **_kwargs: Any) -> None:
    """Notes in the transaction of the change; the many that one row may touch after it and in the background, so that
    nobody waits for them. Those that a power cut takes are noted at night."""
    pages = numbers(what.papers, "procedure")
    if sender is PublishedVersion or not pages:
        return
    if len(pages) > VERSIONS_AT_ONCE:
        basis = _basis(sender)
        transaction.on_commit(lambda: _note_later(pages, basis), robust=True)
    else:
        _note_portion(pages, timezone.localdate(), _basis(sender))


#: Rows that procedures show → why a version is noted when they change.
_BASES: dict[type[Model], str] = {LegalDocumentPage: "law", SharedAmount: "shared"}


def _basis(sender: type[Model]) -> str:
    """What whoever changes it said, else what follows from the rows that changed."""
    return basis_said() or next((basis for model, basis in _BASES.items() if issubclass(sender, model)), "edit")


def _note_later(page_ids: Iterable[int], basis: str) -> None:
    _due.update(dict.fromkeys(page_ids, basis))
    background_task.want()


def _note_due() -> None:
    due = dict(_due)
    for basis in sorted(set(due.values())):
        _note_afterwards(sorted(page for page in due if due[page] == basis), timezone.localdate(), basis)


#: Page → why its version is to be noted.
_due: dict[int, str] = {}
#: Notes what is due.
background_task = BackgroundTask(_note_due)
