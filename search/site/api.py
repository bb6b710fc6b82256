"""The finder in the public API: search, and suggestions while typing."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query as Parameter
from ninja import Router, Schema
from ninja.errors import HttpError

from agencies.day import another_day, asked_on, day_of, with_day
from pages.entry import PAGE_KINDS
from pages.site.api_day import Day, day_asked
from procedures_catalog.facts.in_hand.reading import without_numbers
from procedures_catalog.forms.library import form_asked
from procedures_catalog.models import ProcedurePage
from search.finder import SearchAnswer, find
from search.question.notices import NOTICES
from search.question.query import MAX_CHARACTERS, MAX_OFFSET
from search.ranking.results import Hit, Suggestion
from search.site.another_day import SAID_OF_ANOTHER_DAY, Called, called_then
from search.site.suggestions import suggest as suggestions
from vietnamese.spelling import squeeze

router = Router(tags=["Tìm kiếm"])

MOST = 50
ASKED = "Tìm câu này"
# No type checker reads a Literal of a mapping; pydantic does, and the kinds are said in one place.
Kind = Literal[("", *PAGE_KINDS)]  # type: ignore[valid-type]
Text = Annotated[str, Parameter(description="Câu hỏi, từ khóa hoặc mã; có dấu hay không dấu. Chỉ đọc 1.300 ký tự đầu.")]
Offset = Annotated[int, Parameter(ge=0, le=MAX_OFFSET, description="Bỏ qua bao nhiêu kết quả đầu.")]
Value = Annotated[str, Parameter(max_length=200, description="Giá trị như trong `facets` của câu trả lời.")]
Limit = Annotated[int, Parameter(ge=1, le=MOST, description="Nhiều nhất bao nhiêu kết quả.")]


class Problem(Schema):
    """Why there is no answer, in Vietnamese."""

    detail: str


class Suggested(Schema):
    """Something whose name goes on from what was typed; `label` says in words what it is. The kind "question" is an
    everyday wording: its address asks it."""

    title: str
    url: str
    kind: str
    label: str
    code: str


class Found(Suggested):
    """One hit; `score` only orders the hits of one answer."""

    score: float
    is_current: bool


class AskedForm(Schema):
    """The form whose number was asked for: `told` is its number in words, `url` its page, `file` the file of the
    version that counts, "" where the form is had at the counter; `instead` and `instead_url` name the form
    that replaced it."""

    number: str
    name: str
    told: str
    url: str
    file: str
    instead: str
    instead_url: str


class Elsewhere(Schema):
    """What is no procedure of the province: `answer` says in one sentence who does it, `place` where to go; `telephone`
    is a line with numbers and `link` an official page, both may be "". `is_first`: it says the question better than
    any procedure found."""

    title: str
    answer: str
    place: str
    telephone: str
    link: str
    is_first: bool


class Answer(Schema):
    """`understood` is what was looked for, `correction` what may have been meant when little fits, else "".

    `total` counts the kind asked for, of which the first `reach` can be leafed to; `counts` every kind that has hits;
    `facets` tells for each value of a facet how many there would be with it. `promoted` are things that the portal's
    editors put above the results. `notice` says in words what was typed in place of a question, or
    what became of the office that was asked for, else "". `elsewhere` is where to go with what is not done here, for a
    question without filters from its first result on, else null.
    """

    as_of: str
    query: str
    understood: str
    correction: str
    notice: str
    total: int
    reach: int
    counts: dict[str, int]
    facets: dict[str, dict[str, int]]
    promoted: list[Found]
    results: list[Found]
    form: AskedForm | None
    elsewhere: Elsewhere | None


class Suggestions(Schema):
    """What one may have begun to type, best first."""

    query: str
    results: list[Suggested]


class Narrowing(Schema):
    """Values of facets, as `facets` of an answer lists them; an empty one narrows nothing.

    `field` is what `sector` was called at first, and still answers.
    """

    level: Value = ""
    sector: Value = ""
    field: Annotated[str, Parameter(max_length=200, description="Tên cũ của `sector`.")] = ""
    agency: Value = ""
    applicant: Value = ""
    online: Value = ""
    validity: Value = ""


_PLACES = ("url", "file", "instead_url")


def _form(request: HttpRequest, text: str) -> dict[str, Any] | None:
    """With whole addresses."""
    form = form_asked(text, day_of(request))
    places = {name: form[name] and request.build_absolute_uri(form[name]) for name in _PLACES} if form else {}
    return form and form | places


@router.get("/search", response={200: Answer, 422: Problem, 503: Problem}, summary="Tìm kiếm")
def search(
    request: HttpRequest,
    response: HttpResponse,
    narrowing: Parameter[Narrowing],
    q: Text = "",
    kind: Kind = "",
    limit: Limit = 10,
    offset: Offset = 0,
    ngay: Day = "",
) -> dict[str, Any]:
    """Published things that fit the question, best first; what is in force stands above what is not. On the day `ngay`
    procedures alone, found by what they say today and told as they are on that day; nothing narrows them then."""
    day, another = day_asked(request, response), another_day(request)
    given = narrowing.dict()
    former = given.pop("field")
    given["sector"] = given["sector"] or former
    facets = {name: (value,) for name, value in given.items() if value}
    if another:
        kind, facets = ProcedurePage.search_kind, {}
    answer = find(q, asked_on(request), kind, facets, limit, offset)
    if answer.results.unavailable:
        raise HttpError(503, "Chức năng tìm kiếm tạm thời chưa dùng được. Vui lòng thử lại sau.")
    found = {
        "as_of": day.isoformat(),
        "query": answer.question.typed,
        "understood": answer.question.text,
        "correction": answer.correction,
        "notice": NOTICES.get(answer.notice, answer.sentence),
        "form": _form(request, answer.question.typed),
        "elsewhere": _elsewhere(answer),
        "total": answer.results.total,
        "reach": answer.results.reach,
        "counts": dict(answer.results.counts),
        "facets": _facets(answer.results.facets),
        "promoted": [_found(request, hit) for hit in answer.promoted],
        "results": [_found(request, hit) for hit in answer.results.hits],
    }
    return found | (_then(request, answer.results.hits, another) if another else {})


def _then(request: HttpRequest, hits: Sequence[Hit], day: date) -> dict[str, Any]:
    """What the answer says otherwise of another day."""
    called = called_then(hits, day, asked_on(request))
    results = [_found_then(request, hit, called[hit.key], day) for hit in hits if hit.key in called]
    beside: dict[str, Any] = {"form": None, "elsewhere": None, "facets": {}, "promoted": []}
    return {**beside, "notice": SAID_OF_ANOTHER_DAY, "results": results}


def _found_then(request: HttpRequest, hit: Hit, called: Called, day: date) -> dict[str, Any]:
    url = request.build_absolute_uri(with_day(hit.url, day))
    return _found(request, hit) | {"url": url, **asdict(called)}


@router.get("/suggest", response={200: Suggestions, 422: Problem}, summary="Gợi ý khi đang gõ")
def suggest(request: HttpRequest, q: Text = "", limit: Limit = 10) -> dict[str, Any]:
    """Things whose name or code goes on from what was typed, with marks or without, and everyday words for them."""
    results = [_shown(request, item, item.code) for item in suggestions(q, limit, day_of(request))]
    return {"query": without_numbers(squeeze(q[:MAX_CHARACTERS]))[0], "results": results}


def _facets(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Sectors under their former name too, for those who have built on it."""
    named = {name: dict(values) for name, values in counts.items()}
    return named | {"field": named["sector"]} if "sector" in named else named


def _elsewhere(answer: SearchAnswer) -> dict[str, Any] | None:
    if answer.referred is None:
        return None
    said = answer.referred.referral
    shown = {name: getattr(said, name) for name in ("title", "answer", "place", "telephone", "link")}
    return shown | {"is_first": answer.referred.is_first}


def _found(request: HttpRequest, hit: Hit) -> dict[str, Any]:
    shown = _shown(request, hit, next(iter(hit.codes), ""))
    return shown | {"score": hit.score, "is_current": hit.is_current}


def _shown(request: HttpRequest, item: Hit | Suggestion, code: str) -> dict[str, Any]:
    label = PAGE_KINDS.get(item.kind, ASKED)
    return {
        "title": item.title,
        "url": request.build_absolute_uri(item.url),
        "kind": item.kind,
        "label": label,
        "code": code,
    }
