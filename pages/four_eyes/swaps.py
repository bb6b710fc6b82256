"""A file that was replaced beneath a draft: who did it wrote at the draft, and who had read the draft did not read
what it shows now."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Revision

from audit.models import LogRow
from pages.files.drafts import uses
from pages.four_eyes.authors import first_of
from pages.referring import pages_with

SWAPPED = (
    "Tệp của bản này ({files}) đã được thay sau khi bản được lưu, người duyệt chưa xem. Hãy xem lại rồi lưu lại bản "
    "nháp trước khi công bố."
)


def has_swapped(row: Any, revision: int, account: int) -> bool:
    """Whether somebody put another file in the place of one that the draft shows and nothing public does."""
    return bool(_swaps(row, revision, _since(row, revision).filter(actor=account)))


def swapped_after(row: Any, revision: int) -> str:
    """Why a version has to be saved anew before it is published; "" where its files are those it was saved with."""
    saved = Revision.objects.values_list("created_at", flat=True).filter(pk=revision).first()
    rows = _since(row, revision).filter(at__gt=_moment(saved)) if saved else LogRow.objects.none()
    names = {f"“{each.name}”" for each in _swaps(row, revision, rows)}
    return SWAPPED.format(files=", ".join(sorted(names))) if names else ""


def _since(row: Any, revision: int) -> QuerySet[LogRow]:
    """What the log tells of files since the draft was begun."""
    begun = first_of(row, revision)
    kinds = [model._meta.label_lower for model in (get_image_model(), get_document_model())]
    rows = LogRow.objects.filter(kind__in=kinds, action="row.change", changes__contains='"file"')
    return rows.filter(at__gte=_moment(begun)) if begun else rows.none()


def _swaps(row: Any, revision: int, rows: QuerySet[LogRow]) -> list[LogRow]:
    found = list(rows)
    if not found:
        return []
    held = Revision.objects.get(pk=revision)
    return [each for each in found if _shows(held, each)]


def _shows(revision: Revision, row: LogRow) -> bool:
    """Whether the draft shows the file, which no public page does: of those the publishers alone put another there."""
    kind = {model._meta.label_lower: model for model in (get_image_model(), get_document_model())}[row.kind]
    file = kind._base_manager.filter(pk=row.key).first()
    return file is not None and uses(revision, file) and not pages_with(file).live().exists()


def _moment(moment: datetime) -> str:
    """As the log writes it."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"
