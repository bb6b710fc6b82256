"""The catalogue's part of the public read API: lists of procedures, and one procedure with every part."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from ninja.errors import HttpError
from wagtail.models import PageQuerySet

from agencies.day import another_day, asked_on, day_of, local_day, with_day
from pages.published import published
from pages.site.api_day import Day, day_asked
from pages.site.sites import portal_of
from procedures_catalog.any_day.as_of import as_of
from procedures_catalog.any_day.in_lists import bring_lines_forward
from procedures_catalog.facts.agencies.handed_in import filing_levels
from procedures_catalog.facts.codes import MAX_LENGTH, parse_code
from procedures_catalog.facts.complete.blanks import gaps_of
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.in_hand.reading import CODES, read, without_numbers
from procedures_catalog.facts.parts.table import PARTS
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.short_code import tidy_short_code
from procedures_catalog.facts.temporary_code import REASON, is_temporary
from procedures_catalog.facts.vocabulary import LEVELS, NEAREST_FIRST, ONLINE_LEVELS
from procedures_catalog.known_offices import Directory, directory_for
from procedures_catalog.models import ChangeNote, ProcedureCode, ProcedurePage, PublishedVersion
from procedures_catalog.models.shared_amount import hold_amounts
from procedures_catalog.page_context import announced_on, answers_of, dossier_of, filing_online_of, forms_of
from procedures_catalog.page_sources import official_beneath, sources_on
from procedures_catalog.present_state import state_of
from procedures_catalog.presenting import parts
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answering.outcomes import outcomes
from procedures_catalog.presenting.layer_notes import coming_notes, earlier_notes
from procedures_catalog.presenting.sources import Source
from procedures_catalog.site.api_shapes import AnswerLine, Lines, Problem, SourceLine, Whole
from procedures_catalog.site.api_then import answers_then, line_then, said_then
from procedures_catalog.site.list_context import list_item
from procedures_catalog.store.filters import CURRENT, FACETS, Choice, Listing
from procedures_catalog.store.former_lists import listing_on
from procedures_catalog.store.loading import with_facts
from procedures_catalog.store.outgoing import with_filing
from procedures_catalog.store.public import announced_lines, with_sources
from procedures_catalog.versions.notes.reading import notes_of

router = Router(tags=["Thủ tục"])
MOST = 100
_OFFERED = tuple(facet.name for facet in FACETS if facet.is_offered)


class Asked(Schema):
    """The words of a list's address; a filter that is empty does not narrow."""

    q: str = Query("", max_length=200, description="Từ trong tên thủ tục, có dấu hoặc không dấu")
    code: str = Query("", max_length=MAX_LENGTH, description="Mã thủ tục, viết cách nào cũng được; cả mã cũ")
    level: str = Query("", max_length=20, description=f"Cấp thực hiện: {', '.join(LEVELS)}")
    handed_in_at: str = Query("", max_length=20, description="Cấp của nơi nộp hồ sơ, cùng các giá trị ấy")
    sector: str = Query("", max_length=200, description="Đường dẫn của lĩnh vực, ví dụ ho-tich")
    field: str = Query("", max_length=200, description="Tên cũ của `sector`")
    agency: str = Query("", max_length=200, description="Tên cơ quan thực hiện")
    applicant: str = Query("", max_length=200, description="Đường dẫn của đối tượng")
    online: str = Query("", max_length=20, description=", ".join(ONLINE_LEVELS))
    ngay: Day = ""
    answers: bool = Query(False, description="Mỗi thủ tục kèm năm câu trả lời")
    offset: int = Query(0, ge=0, le=1_000_000)
    limit: int = Query(20, ge=1, le=MOST)


def _choice(asked: Asked) -> Choice:
    given = (asked.handed_in_at, asked.sector or asked.field, asked.agency, asked.applicant, asked.online)
    values = {name: value.replace("\0", "") for name, value in zip(_OFFERED, given, strict=True)}
    return Choice(asked.q.replace("\0", ""), {name: value for name, value in values.items() if value})


@router.get("/procedures", response={200: Lines, 422: Problem}, summary="Danh sách thủ tục", exclude_unset=True)
def list_procedures(request: HttpRequest, response: HttpResponse, asked: Query[Asked]) -> dict[str, Any]:
    """Published procedures in force today or on the day `ngay`, filtered; with `code`, the ones that have or had it, in
    force or not."""
    on = day_asked(request, response)
    listing = listing_on(on, asked_on(request)) if another_day(request) else CURRENT
    pages = _by_code(asked.code) if asked.code else _narrowed(asked, on, listing)
    if asked.code and on < asked_on(request):
        pages = pages.filter(identity__in=PublishedVersion.objects.in_force(on).values("identity"))
    items = list(_lines(request, pages, asked, on))
    counts = {"count": pages.count(), "offset": asked.offset, "limit": asked.limit}
    return {"as_of": on.isoformat(), "listed_by": listing.told, **counts, "items": items}


def _lines(request: HttpRequest, pages: PageQuerySet, asked: Asked, on: date) -> Iterator[dict[str, Any]]:
    """The lines of one page of the list; of a former day without answers where no version says them."""
    is_former = on < asked_on(request)
    whole = asked.answers and not is_former
    shown = (
        with_sources(with_facts(pages))
        if whole
        else pages.select_related("sector", "identity").prefetch_related("levels")
    )
    rows = list(shown.order_by("sort_name", "pk")[asked.offset : asked.offset + asked.limit])
    if whole:
        hold_amounts(rows)
    if on > asked_on(request):
        bring_lines_forward(rows, on, whole=whole)
    known = directory_for(on, asked_on(request)) if whole else None
    then = said_then(rows, on) if is_former else {}
    for page in rows:
        line = _line(request, page)
        if page.identity_id in then:
            said, version = then[page.identity_id]
            answers = _as_lines(answers_then(said, portal_of(request).hotline)) if asked.answers else {}
            yield line | line_then(said, version) | answers
        else:
            yield line | (_answers(request, page, known) if whole else {})


def _narrowed(asked: Asked, on: date, listing: Listing):
    pages, level = _choice(asked).pages(on, listing=listing), asked.level.replace("\0", "")
    return listing.carried_out_at(pages, level, on) if level else pages


def _by_code(text: str):
    held = read(text)
    base = held.code if held.kind in CODES else parse_code(text.replace("\0", "")).base
    identities = ProcedureCode.objects.filter(base=base).values("identity")
    return published(ProcedurePage.objects).filter(identity__in=identities)


def _line(request: HttpRequest, page: ProcedurePage) -> dict[str, Any]:
    on = day_of(request)
    shown = list_item(page, on)
    return {
        "id": str(page.identity.uuid),
        "code": page.code,
        "no_national_code": REASON if is_temporary(page.code_base) else "",
        "name": page.official_name,
        "title": page.told_name,
        "sector": shown["sector"],
        "field": shown["sector"],
        "levels": list(page.present_levels(on)),
        "handed_in_at": [level for level in NEAREST_FIRST if level in filing_levels(page, on)],
        "online_level": page.online_level,
        "state": shown["state"]["kind"],
        "url": request.build_absolute_uri(with_day(shown["url"], another_day(request))),
        "short_url": request.build_absolute_uri(page.identity.get_absolute_url()),
        "updated": page.last_published_at and page.last_published_at.isoformat(),
    }


@router.get(
    "/procedures/{code}", response={200: Whole, 404: Problem, 422: Problem}, summary="Một thủ tục với mọi thành phần"
)
def get_procedure(request: HttpRequest, response: HttpResponse, code: str, ngay: Day = "") -> dict[str, Any]:
    """The facts that hold today or on the day `ngay`; `code` is a present or former code in any spelling, or the
    permanent short code."""
    on = day_asked(request, response)
    code = code.replace("\0", "")
    page = procedure_of(code)
    if page is None:
        raise HttpError(404, without_numbers(code)[1] or f"Không có thủ tục nào mang mã “{code[:MAX_LENGTH]}”.")
    as_of(page, on, asked_on(request))
    if page.not_told:
        raise HttpError(404, page.not_told)
    known = directory_for(on, asked_on(request))
    said = _facts(request, page, on) | _line(request, page) | _answers(request, page, known)
    notes = [_note(note) for note in notes_of(page.identity_id, on)]
    return {"as_of": on.isoformat(), **said, "change_notes": notes}


def _note(note: ChangeNote) -> dict[str, Any]:
    return {
        "version": note.version.number,
        "day": local_day(note.version.noted_at).isoformat(),
        "text": note.text,
        "minor": note.is_minor,
        "corrected": note.corrected_at and local_day(note.corrected_at).isoformat(),
    }


def procedure_of(code: str) -> ProcedurePage | None:
    """The published procedure that has or had a code, in any spelling, or has it as its permanent short code."""
    code = code.replace("\0", "")
    return _one(_by_code(code[:MAX_LENGTH])) or _one(_by_short_code(code))


def _one(pages: PageQuerySet) -> ProcedurePage | None:
    return with_filing(with_sources(with_facts(pages))).annotate(announced_lines=announced_lines()).first()


def _answers(request: HttpRequest, page: ProcedurePage, known: Directory | None) -> dict[str, Any]:
    on = day_of(request)
    answers = answers_of(page, effective_record(page, on), portal_of(request).hotline, on, known)
    return _as_lines(answers)


def _as_lines(answers: Iterable[Answer]) -> dict[str, Any]:
    return {"answers": [{name: getattr(answer, name) for name in AnswerLine.model_fields} for answer in answers]}


def _by_short_code(code: str):
    return published(ProcedurePage.objects).filter(identity__short_code=tidy_short_code(code[:40]))


def _dossier(request: HttpRequest, record: ProcedureRecord, on: date) -> list[dict[str, Any]]:
    """The papers; addresses of forms are whole ones, as everywhere in the interface."""
    cases = dossier_of(record, forms_of([record], on))
    for paper in (paper for case in cases for paper in case["papers"]):
        paper["form"] = paper["form"] and {**paper["form"], "url": request.build_absolute_uri(paper["form"]["url"])}
        for form in paper["named_forms"]:
            for place in ("url", "file", "instead_url"):
                form[place] = form[place] and request.build_absolute_uri(form[place])
    return cases


def _earlier(request: HttpRequest, page: ProcedurePage, note: Mapping[str, Any]) -> dict[str, Any]:
    """With the address of the text that was read until then."""
    return {
        "label": note["label"],
        "text": note["text"],
        "last_day": note["day"].isoformat(),
        "url": request.build_absolute_uri(with_day(page.get_url(), note["day"])),
    }


def _source(source: Source) -> dict[str, Any]:
    named = {name: getattr(source, name) for name in SourceLine.model_fields}
    return named | {"day": source.day.isoformat() if source.day else None}


def _facts(request: HttpRequest, page: ProcedurePage, on: date) -> dict[str, Any]:
    record = effective_record(page, on)
    grants, refusals = outcomes(record.results, record.name)
    return {
        **{part.name: getattr(record, part.name) for part in PARTS if part.name in Whole.model_fields},
        "local_decision_number": page.local_decision_number,
        "results": [*grants, *refusals],
        "steps": parts.step_items(record.steps),
        "channels": parts.channel_items(record.channels),
        "cases": _dossier(request, record, on),
        "legal_bases": [{"number": basis.number, "title": basis.title} for basis in record.legal_bases],
        "filing_online": (online := filing_online_of(page, record)) and asdict(online),
        "tier": "list" if (lacking := gaps_of(record)) else "full",
        "lacking": [rule.label for rule in lacking],
        "sources": [_source(source) for source in sources_on(page, record, on)],
        "state_text": state_of(page, on)["text"],
        "coming": [
            *coming_notes(page.said_layer, on, official_beneath(page)),
            *announced_on(page, record, on),
        ],
        "earlier": [_earlier(request, page, note) for note in earlier_notes(page.overlay.raw_data, on)],
        "successors": [
            {"code": each.code, "title": each.told_name, "url": request.build_absolute_uri(each.get_url())}
            for each in page.public_successors
        ],
        "former_codes": [row.raw for row in page.identity.codes.all() if row.is_former(on)],
    }
