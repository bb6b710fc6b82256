"""What a portal's versions need after an update of the software: first ones, kept texts, and the columns that follow.

An update may watch one part more, or put an answer in other words. The facts did not change by that, and no paper may
become wrong by it: what follows from the kept text is written anew for all versions of the procedure.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from procedures_catalog.comparing.shown_json import pack_shown
from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.presenting.shown import Shown
from procedures_catalog.versions.derived import DERIVED, derive, with_parts
from procedures_catalog.versions.notes.filling import AT_START, fill_notes
from procedures_catalog.versions.noting import VERSIONS_AT_ONCE, note_versions, says_the_same
from procedures_catalog.versions.shown_pages import shown_pages
from procedures_catalog.versions.where import renew_where

Parts = Mapping[str, str]
#: Stands among the parts of a version whose digests were taken in a way that nobody knows any more.
OLDER = "older"


def ensure_versions(on: date) -> None:
    """To be run after each update, before anybody publishes: run again on that day, it writes nothing."""
    note_versions(pages_without_version(), on, basis="")
    keep_missing_texts(on)
    keep_missing_decisions(on)
    derive_anew()
    fill_notes(AT_START)


def pages_without_version() -> QuerySet:
    """The ids of published pages that no version was ever noted for: those of a portal older than the versions."""
    versions = PublishedVersion.objects.filter(identity=OuterRef("identity"))
    return ProcedurePage.objects.live().filter(~Exists(versions)).order_by("pk").values_list("pk", flat=True)


# --- Kept texts -----------------------------------------------------------------------------------


def keep_missing_texts(on: date) -> int:
    """Keeps the text of current versions of the time before texts were kept, where the page still says what the version
    said; how many versions."""
    without = PublishedVersion.objects.filter(is_current=True, identity__page__live=True, kept=b"")
    pages = without.order_by("identity__page").values_list("identity__page", flat=True)
    return _in_portions(pages, partial(_keep_portion, on))


def _keep_portion(on: date, page_ids: Sequence[int]) -> int:
    shown = dict(shown_pages(page_ids, on))
    versions = PublishedVersion.objects.filter(identity__in=shown, is_current=True, kept=b"")
    kept = [version for version in versions if _still_says(version, shown[version.identity_id])]
    for version in kept:
        version.kept, version.texts = pack_shown(shown[version.identity_id]), b""
    PublishedVersion.objects.bulk_update(kept, ["kept", "texts"], batch_size=VERSIONS_AT_ONCE)
    return len(kept)


def _still_says(version: PublishedVersion, shown: Shown) -> bool:
    """Taken for granted where the digests cannot tell: papers become wrong by a change, not by an update."""
    return OLDER in version.parts or says_the_same(version, shown)


def keep_missing_decisions(on: date) -> int:
    """Adds to current versions the decisions that were shown beside their record before versions kept them; how many
    versions. Every later change of one is a version of its own, so what is added was shown all the time."""
    beside = ProcedurePage.objects.live().exclude(local_decision_number="", ending_decision="")
    return _in_portions(beside.order_by("pk").values_list("pk", flat=True), partial(_keep_decisions, on))


def _keep_decisions(on: date, page_ids: Sequence[int]) -> int:
    shown = dict(shown_pages(page_ids, on))
    versions = PublishedVersion.objects.filter(identity__in=shown, is_current=True).exclude(kept=b"").defer("texts")
    without = [(version, last) for version in versions if (last := version.shown()) and not _names_decisions(last)]
    for version, last in without:
        now = shown[version.identity_id]
        told = replace(last, local_decision=now.local_decision, ending_decision=now.ending_decision)
        version.kept = pack_shown(told)
    PublishedVersion.objects.bulk_update([version for version, _ in without], ["kept"], batch_size=VERSIONS_AT_ONCE)
    return len(without)


def _names_decisions(shown: Shown) -> bool:
    return bool(shown.local_decision or shown.ending_decision)


# --- What follows from them -----------------------------------------------------------------------


def derive_anew() -> int:
    """Writes what follows from the kept text into all versions of each procedure of whose current version it follows
    otherwise today, and where it is handed in into the columns of its page; how many versions.

    In versions without text a part that said the same as the current one says the same still, and so does one that was
    not watched then. Every other part keeps its digest, which no later one equals. Of procedures without a current
    text – withdrawn ones – each version by itself.
    """
    current = PublishedVersion.objects.filter(is_current=True).exclude(kept=b"").order_by("pk")
    alone = PublishedVersion.objects.filter(~Exists(current.filter(identity=OuterRef("identity")))).order_by("pk")
    derived = _in_portions(current.values_list("pk", flat=True), _derive_portion)
    return derived + _in_portions(alone.values_list("pk", flat=True), _derive_alone)


def _derive_portion(versions: Sequence[int]) -> int:
    current = [(version, version.shown()) for version in _without_texts(pk__in=versions)]
    renew_where((version.identity_id, shown) for version, shown in current if shown)
    outdated = {
        version.identity_id: (version.parts, now.parts)
        for version, shown in current
        if shown and _columns(now := _derived_of(version, shown)) != _columns(version)
    }
    every = list(_without_texts(identity__in=outdated))
    renewed = [_derived(version) or _carried(version, *outdated[version.identity_id]) for version in every]
    PublishedVersion.objects.bulk_update(renewed, DERIVED, batch_size=VERSIONS_AT_ONCE)
    return len(renewed)


def _derive_alone(versions: Sequence[int]) -> int:
    held = list(_without_texts(pk__in=versions))
    both = [(version, _derived(version) or _faced(version)) for version in held]
    renewed = [now for version, now in both if _columns(now) != _columns(version)]
    PublishedVersion.objects.bulk_update(renewed, DERIVED, batch_size=VERSIONS_AT_ONCE)
    return len(renewed)


def _faced(version: PublishedVersion) -> PublishedVersion:
    """What is known of the version, its faces taken as today."""
    known = PublishedVersion(pk=version.pk, title=version.title, answers=version.answers)
    return with_parts(known, version.parts)


def _derived(version: PublishedVersion) -> PublishedVersion | None:
    """The version as it would be noted today; None where no text was kept."""
    shown = version.shown()
    return _derived_of(version, shown) if shown else None


def _derived_of(version: PublishedVersion, shown: Shown) -> PublishedVersion:
    return derive(PublishedVersion(pk=version.pk), shown)


def _without_texts(**which: object) -> QuerySet[PublishedVersion]:
    return PublishedVersion.objects.filter(**which).defer("texts")


def _columns(version: PublishedVersion) -> list[object]:
    return [getattr(version, name) for name in DERIVED]


def _carried(version: PublishedVersion, before: Parts, now: Parts) -> PublishedVersion:
    return with_parts(version, {part: _digest(version.parts.get(part), before.get(part), now[part]) for part in now})


def _digest(said: str | None, before: str | None, now: str) -> str:
    return now if said is None or said == before else said


# --- By portions ----------------------------------------------------------------------------------


def _in_portions(keys: QuerySet, do: Callable[[Sequence[int]], int]) -> int:
    return sum(_at_once(portion, do) for portion in _portions(list(keys)))


def _portions(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[start : start + VERSIONS_AT_ONCE] for start in range(0, len(keys), VERSIONS_AT_ONCE))


@transaction.atomic
def _at_once(portion: Sequence[int], do: Callable[[Sequence[int]], int]) -> int:
    return do(portion)
