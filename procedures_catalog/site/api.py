"""The catalogue's part of the public read API: lists of procedures, and one procedure with every part."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from ninja.errors import HttpError

from agencies.day import day_of
from pages.published import published
from pages.site.sites import portal_of
from procedures_catalog.facts.codes import MAX_LENGTH, parse_code
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.in_hand.reading import read
from procedures_catalog.facts.parts.table import PARTS
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.short_code import tidy_short_code
from procedures_catalog.facts.vocabulary import LEVELS, ONLINE_LEVELS
from procedures_catalog.models import ProcedureCode, ProcedurePage
from procedures_catalog.page_context import answers_of, dossier_of, forms_of
from procedures_catalog.present_state import state_of
from procedures_catalog.presenting import parts
from procedures_catalog.presenting.answering.outcomes import outcomes
from procedures_catalog.presenting.layer_notes import coming_notes
from procedures_catalog.site.api_shapes import AnswerLine, Lines, Problem, Whole
from procedures_catalog.site.list_context import list_item
from procedures_catalog.store.filters import FACETS, Choice, carried_out_at
from procedures_catalog.store.loading import with_facts

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
    answers: bool = Query(False, description="Mỗi thủ tục kèm năm câu trả lời")
    offset: int = Query(0, ge=0, le=1_000_000)
    limit: int = Query(20, ge=1, le=MOST)


def _choice(asked: Asked) -> Choice:
    given = (asked.handed_in_at, asked.sector or asked.field, asked.agency, asked.applicant, asked.online)
    values = {name: value.replace("\0", "") for name, value in zip(_OFFERED, given, strict=True)}
    return Choice(asked.q.replace("\0", ""), {name: value for name, value in values.items() if value})


@router.get("/procedures", response={200: Lines, 422: Problem}, summary="Danh sách thủ tục", exclude_unset=True)
def list_procedures(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    """Published procedures in force, filtered; with `code`, the ones that have or had it, in force or not."""
    pages = _by_code(asked.code) if asked.code else _narrowed(asked, day_of(request))
    shown = (
        with_facts(pages) if asked.answers else pages.select_related("sector", "identity").prefetch_related("levels")
    )
    rows = shown.order_by("sort_name", "pk")[asked.offset : asked.offset + asked.limit]
    items = [_line(request, page) | (_answers(request, page) if asked.answers else {}) for page in rows]
    return {"count": pages.count(), "offset": asked.offset, "limit": asked.limit, "items": items}


def _narrowed(asked: Asked, on: date):
    pages, level = _choice(asked).pages(on), asked.level.replace("\0", "")
    return carried_out_at(pages, level, on) if level else pages


def _by_code(text: str):
    held = read(text)
    base = held.code if held.kind == "national" else parse_code(text.replace("\0", "")).base
    identities = ProcedureCode.objects.filter(base=base).values("identity")
    return published(ProcedurePage.objects).filter(identity__in=identities)


def _line(request: HttpRequest, page: ProcedurePage) -> dict[str, Any]:
    on = day_of(request)
    shown = list_item(page, on)
    return {
        "id": str(page.identity.uuid),
        "code": page.code,
        "name": page.official_name,
        "title": page.told_name,
        "sector": shown["sector"],
        "field": shown["sector"],
        "levels": list(page.present_levels(on)),
        "online_level": page.online_level,
        "state": shown["state"]["kind"],
        "url": request.build_absolute_uri(shown["url"]),
        "short_url": request.build_absolute_uri(page.identity.get_absolute_url()),
        "updated": page.last_published_at and page.last_published_at.isoformat(),
    }


@router.get(
    "/procedures/{code}", response={200: Whole, 404: Problem, 422: Problem}, summary="Một thủ tục với mọi thành phần"
)
def get_procedure(request: HttpRequest, code: str) -> dict[str, Any]:
    """The facts that hold today; `code` is a present or former code in any spelling, or the permanent short code."""
    code = code.replace("\0", "")
    page = with_facts(_by_code(code[:MAX_LENGTH])).first() or with_facts(_by_short_code(code)).first()
    if page is None:
        raise HttpError(404, f"Không có thủ tục nào mang mã “{code[:MAX_LENGTH]}”.")
    return _facts(request, page, day_of(request)) | _line(request, page) | _answers(request, page)


def _answers(request: HttpRequest, page: ProcedurePage) -> dict[str, Any]:
    on = day_of(request)
    answers = answers_of(page, effective_record(page, on), portal_of(request).hotline, on)
    return {"answers": [{name: getattr(answer, name) for name in AnswerLine.model_fields} for answer in answers]}


def _by_short_code(code: str):
    return published(ProcedurePage.objects).filter(identity__short_code=tidy_short_code(code[:40]))


def _dossier(request: HttpRequest, record: ProcedureRecord, on: date) -> list[dict[str, Any]]:
    """The papers; addresses of forms are whole ones, as everywhere in the interface."""
    cases = dossier_of(record, forms_of([record], on))
    for paper in (paper for case in cases for paper in case["papers"]):
        paper["form"] = paper["form"] and {**paper["form"], "url": request.build_absolute_uri(paper["form"]["url"])}
        for form in paper["named_forms"]:
            form["url"] = request.build_absolute_uri(form["url"])
            form["file"] = form["file"] and request.build_absolute_uri(form["file"])
    return cases


def _facts(request: HttpRequest, page: ProcedurePage, on: date) -> dict[str, Any]:
    record = effective_record(page, on)
    grants, refusals = outcomes(record.results, record.name)
    return {
        **{part.name: getattr(record, part.name) for part in PARTS if part.name in Whole.model_fields},
        "results": [*grants, *refusals],
        "steps": parts.step_items(record.steps),
        "channels": parts.channel_items(record.channels),
        "cases": _dossier(request, record, on),
        "legal_bases": [{"number": basis.number, "title": basis.title} for basis in record.legal_bases],
        "state_text": state_of(page, on)["text"],
        "coming": coming_notes(page.overlay.raw_data, on),
        "former_codes": [row.raw for row in page.identity.codes.all() if not row.is_present],
    }
