"""What a portal's versions need after an update of the software: first ones, and digests of today's definition.

An update may watch one part more, or put an answer in other words. The facts did not change by that, and no paper may
become wrong by it: the digests of the versions that said the same are written anew.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from procedures_catalog.comparing.kept import packed
from procedures_catalog.forms_named import form_titles
from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.presenting.fingerprints import DEFINITION, FACE_PARTS, face, part_digests
from procedures_catalog.versions.noting import PORTION, note_versions
from procedures_catalog.versions.shown_pages import shown_pages

Parts = Mapping[str, str]


def ensure_versions(on: date) -> None:
    """To be run after each update, before anybody publishes: run again on that day, it writes nothing."""
    carry_versions_over(on)
    note_versions(pages_without_version(), on)
    keep_missing_texts(on)


def pages_without_version() -> QuerySet:
    """The ids of published pages that no version was ever noted for: those of a portal older than the versions."""
    versions = PublishedVersion.objects.filter(identity=OuterRef("identity"))
    return ProcedurePage.objects.live().filter(~Exists(versions)).order_by("pk").values_list("pk", flat=True)


def carry_versions_over(on: date) -> int:
    """Writes digests of today's DEFINITION into the versions of each published procedure whose current version has
    older ones, taking for granted that it still says what its page says; how many versions.

    In older versions a part that said the same as the current one says the same still, and so does one that was not
    watched then. Every other part keeps its digest, which no later one equals.
    """
    older = PublishedVersion.objects.filter(is_current=True, identity__page__live=True).exclude(definition=DEFINITION)
    pages = list(older.order_by("identity__page").values_list("identity__page", flat=True))
    return sum(_carry_portion(pages[start : start + PORTION], on) for start in range(0, len(pages), PORTION))


@transaction.atomic
def _carry_portion(page_ids: Sequence[int], on: date) -> int:
    now = {identity: part_digests(shown) for identity, shown in shown_pages(page_ids, on)}
    older = PublishedVersion.objects.filter(identity__page__in=page_ids).exclude(definition=DEFINITION)
    versions = list(older.defer("texts"))
    before = {version.identity_id: version.parts for version in versions if version.is_current}
    for version in versions:
        _carry(version, before[version.identity_id], now[version.identity_id])
    columns = ("definition", "parts", *(f"{name}_face" for name in FACE_PARTS))
    PublishedVersion.objects.bulk_update(versions, columns, batch_size=PORTION)
    return len(versions)


def _carry(version: PublishedVersion, before: Parts, now: Parts) -> None:
    version.parts = {part: _carried(version.parts.get(part), before.get(part), now[part]) for part in now}
    version.definition = DEFINITION
    for name in FACE_PARTS:
        setattr(version, f"{name}_face", face(version.parts, name))


def _carried(said: str | None, before: str | None, now: str) -> str:
    return now if said is None or said == before else said


def keep_missing_texts(on: date) -> int:
    """Keeps the texts of current versions of the time before texts were kept, where the page still says what the
    version said; how many versions."""
    without = PublishedVersion.objects.filter(is_current=True, identity__page__live=True, texts=b"")
    pages = list(without.order_by("identity__page").values_list("identity__page", flat=True))
    return sum(_keep_portion(pages[start : start + PORTION], on) for start in range(0, len(pages), PORTION))


@transaction.atomic
def _keep_portion(page_ids: Sequence[int], on: date) -> int:
    shown = dict(shown_pages(page_ids, on))
    forms = form_titles(each.record for each in shown.values())
    versions = PublishedVersion.objects.filter(identity__in=shown, is_current=True, texts=b"")
    kept = [version for version in versions if version.parts == part_digests(shown[version.identity_id])]
    for version in kept:
        version.texts = packed(shown[version.identity_id].record, forms)
    PublishedVersion.objects.bulk_update(kept, ["texts"], batch_size=PORTION)
    return len(kept)
