"""The life of a paper in the ledger: issued with a tag of its own, hung, replaced by another, taken down."""

import datetime
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from agencies.day import local_day
from agencies.models import AdministrativeUnit, Agency
from audit.bulk import note_rows
from posting.models import PaperItem, PostedPaper
from posting.models.paper import LONGEST_SPOT, LONGEST_TITLE
from posting.rules.kinds import PAPER_KINDS
from procedures_catalog.facts.short_code import new_short_code

_PORTION = 500


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A paper that is about to be printed.

    `kind` is a key of PAPER_KINDS, `size` one of its sizes ("": its first). `versions` maps the id of each procedure's
    identity to the id of the version that is printed. `selection` says how the procedures were chosen, so that the
    same can be chosen again; `head` what the paper says of its office (`posting.place.letterhead.head_said`). `tag`
    is one of `free_tags` where the paper was made before it is written down; "": a new one.
    """

    kind: str
    title: str
    versions: Mapping[int, int]
    size: str = ""
    unit: AdministrativeUnit | None = None
    counter: Agency | None = None
    selection: Mapping[str, Any] = field(default_factory=dict)
    head: Mapping[str, str] = field(default_factory=dict)
    tag: str = ""


# --- Issuing --------------------------------------------------------------------------------------


def issue_papers(wanted: Sequence[NewPaper], printed_at: datetime.datetime, by: Any = None) -> list[PostedPaper]:
    """Writes papers into the ledger, in the order given, each under a tag that was never issued.

    `by` is the editor who prints. Raises ValidationError for a kind, size or title that no paper has and for a paper
    with nothing on it; then none is written.
    """
    for paper in wanted:
        _refuse_unprintable(paper)
    with transaction.atomic():
        tags = free_tags(sum(not paper.tag for paper in wanted))
        papers = [_row(paper, paper.tag or tags.pop(), by, printed_at) for paper in wanted]
        PostedPaper.objects.bulk_create(papers, batch_size=_PORTION)
        PaperItem.objects.bulk_create(_items(papers, wanted), batch_size=_PORTION)
        note_rows(PostedPaper, created=[paper.pk for paper in papers])
    return papers


def _refuse_unprintable(paper: NewPaper) -> None:
    if paper.kind not in PAPER_KINDS:
        raise ValidationError(f"Không có loại giấy “{paper.kind}”.")
    if paper.size and paper.size not in PAPER_KINDS[paper.kind].sizes:
        raise ValidationError(f"{PAPER_KINDS[paper.kind].label} không có khổ {paper.size}.")
    if not paper.title.strip() or len(paper.title) > LONGEST_TITLE:
        raise ValidationError(f"Tên tờ phải có và không dài quá {LONGEST_TITLE} ký tự.")
    if not paper.versions:
        raise ValidationError("Tờ phải có ít nhất một thủ tục đã công bố.")


def _row(paper: NewPaper, tag: str, by: Any, printed_at: datetime.datetime) -> PostedPaper:
    return PostedPaper(
        tag=tag,
        kind=paper.kind,
        size=paper.size or PAPER_KINDS[paper.kind].sizes[0],
        title=paper.title,
        unit=paper.unit,
        counter=paper.counter,
        selection=dict(paper.selection),
        head=dict(paper.head),
        printed_by=by,
        printed_at=printed_at,
    )


def _items(papers: Sequence[PostedPaper], wanted: Sequence[NewPaper]) -> list[PaperItem]:
    return [
        PaperItem(paper=row, identity_id=identity, version_id=version)
        for row, paper in zip(papers, wanted, strict=True)
        for identity, version in paper.versions.items()
    ]


def free_tags(count: int) -> list[str]:
    """That many tags that no paper has."""
    tags: set[str] = set()
    while len(tags) < count:
        candidates = {new_short_code() for _ in range(count - len(tags))}
        tags |= candidates - _issued(candidates)
    return list(tags)


def _issued(tags: set[str]) -> set[str]:
    """Which of the tags papers have; asked in portions that every database accepts."""
    ordered = sorted(tags)
    portions = (ordered[start : start + _PORTION] for start in range(0, len(ordered), _PORTION))
    rows = (PostedPaper.objects.filter(tag__in=portion) for portion in portions)
    return {tag for portion in rows for tag in portion.values_list("tag", flat=True)}


def keep_digest(papers: Iterable[PostedPaper], pdf: bytes) -> None:
    """Keeps with the papers the SHA-256 of the file that they were printed from, in hexadecimal."""
    digest, keys = hashlib.sha256(pdf).hexdigest(), [paper.pk for paper in papers]
    for start in range(0, len(keys), _PORTION):
        PostedPaper.objects.filter(pk__in=keys[start : start + _PORTION]).update(file_digest=digest)


# --- On the wall ----------------------------------------------------------------------------------


def hang(paper: PostedPaper, on: datetime.date, spot: str = "") -> None:
    """Notes that a printed paper hangs since a day. Raises ValidationError when it cannot."""
    with transaction.atomic():
        _lock(paper)
        paper.spot = spot or paper.spot
        _put_up(paper, on)


def replace(old: PostedPaper, new: PostedPaper, on: datetime.date, by: Any = None) -> None:
    """Ticks "đã thay": the new paper hangs where the old one hung until that day. ValidationError when it cannot."""
    with transaction.atomic():
        for paper in sorted((old, new), key=lambda paper: paper.pk):  # always in one order: two ticks never block
            _lock(paper)
        _refuse_as_replacement(old, new, on)
        _end(old, by, on, replaced_by=new)
        new.spot = new.spot or old.spot
        if new.unit_id is None and new.counter_id is None:
            new.unit, new.counter = old.unit, old.counter
        _put_up(new, on)


def take_down(paper: PostedPaper, on: datetime.date, by: Any = None) -> None:
    """Notes that a paper hangs no more and nothing took its place. Raises ValidationError when it does not hang."""
    with transaction.atomic():
        _lock(paper)
        _end(paper, by, on)


def _lock(paper: PostedPaper) -> None:
    """Brings the paper in hand up to date and holds its row until the transaction ends."""
    paper.refresh_from_db(from_queryset=PostedPaper.objects.select_for_update())


def _put_up(paper: PostedPaper, on: datetime.date) -> None:
    _refuse_to_hang(paper, on)
    paper.hung_on = on
    paper.save(update_fields=["hung_on", "spot", "unit", "counter"])


def _refuse_to_hang(paper: PostedPaper, on: datetime.date) -> None:
    if paper.ended_on:
        raise ValidationError(f"Tờ {paper.tag} đã gỡ ngày {paper.ended_on:%d/%m/%Y}; hãy in tờ mới.")
    if paper.hung_on:
        raise ValidationError(f"Tờ {paper.tag} đã treo từ ngày {paper.hung_on:%d/%m/%Y}.")
    if on < (printed_on := local_day(paper.printed_at)):
        raise ValidationError(f"Tờ {paper.tag} in ngày {printed_on:%d/%m/%Y}, sau ngày treo.")
    if len(paper.spot) > LONGEST_SPOT:
        raise ValidationError("Chỗ treo ghi quá dài.")
    if paper.unit_id is None and paper.counter_id is None and not paper.spot:
        raise ValidationError("Hãy ghi chỗ treo: tờ này chưa gắn với xã, phường hay nơi tiếp nhận nào.")


def _refuse_as_replacement(old: PostedPaper, new: PostedPaper, on: datetime.date) -> None:
    if old.pk == new.pk:
        raise ValidationError("Một tờ không thể thay cho chính nó.")
    both_single = PAPER_KINDS[old.kind].is_single and PAPER_KINDS[new.kind].is_single
    if old.kind != new.kind and not both_single:
        raise ValidationError(f"{new.get_kind_display()} không thay được cho {old.get_kind_display().lower()}.")
    if old.unit and new.unit_id not in (None, old.unit_id) and old.unit.is_in_force(on):
        raise ValidationError(f"Tờ {new.tag} in cho {new.unit}, không thay được tờ của {old.unit}.")


def _end(paper: PostedPaper, by: Any, on: datetime.date, replaced_by: PostedPaper | None = None) -> None:
    if paper.hung_on is None:
        raise ValidationError(f"Tờ {paper.tag} chưa treo ở đâu.")
    if paper.ended_on:
        raise ValidationError(f"Tờ {paper.tag} đã gỡ từ ngày {paper.ended_on:%d/%m/%Y}.")
    if on < paper.hung_on:
        raise ValidationError(f"Ngày gỡ không thể trước ngày treo ({paper.hung_on:%d/%m/%Y}).")
    paper.ended_on, paper.ended_by, paper.replaced_by = on, by, replaced_by
    paper.save(update_fields=["ended_on", "ended_by", "replaced_by"])
