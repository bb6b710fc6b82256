"""The finder in the public API: search, and suggestions while typing."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query as Parameter
from ninja import Router, Schema
from ninja.errors import HttpError

from agencies.day import day_of
from pages.entry import PAGE_KINDS
from procedures_catalog.forms.library import form_asked
from search.finder import find
from search.question.notices import NOTICES
from search.question.query import MAX_CHARACTERS, MAX_OFFSET
from search.ranking.results import Hit, Suggestion
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
    version that counts, "" where the form is had at the counter."""

    number: str
    name: str
    told: str
    url: str
    file: str


class Answer(Schema):
    """`understood` is what was looked for, `correction` what may have been meant when little fits, else "".

    `total` counts the kind asked for, of which the first `reach` can be leafed to; `counts` every kind that has hits;
    `facets` tells for each value of a facet how many there would be with it. `promoted` are things that the portal's
    editors put above the results. `notice` says in words what was typed in place of a question, else "".
    """

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


def _form(request: HttpRequest, text: str) -> dict[str, Any] | None:
    """With whole addresses."""
    form = form_asked(text, day_of(request))
    places = {name: form[name] and request.build_absolute_uri(form[name]) for name in ("url", "file")} if form else {}
    return form and form | places


@router.get("/search", response={200: Answer, 422: Problem, 503: Problem}, summary="Tìm kiếm")
def search(
    request: HttpRequest,
    narrowing: Parameter[Narrowing],
    q: Text = "",
    kind: Kind = "",
    limit: Limit = 10,
    offset: Offset = 0,
) -> dict[str, Any]:
    """Published things that fit the question, best first; what is in force stands above what is not."""
    given = narrowing.dict()
    former = given.pop("field")
    given["sector"] = given["sector"] or former
    facets = {name: (value,) for name, value in given.items() if value}
    answer = find(q, day_of(request), kind, facets, limit, offset)
    if answer.results.unavailable:
        raise HttpError(503, "Chức năng tìm kiếm tạm thời chưa dùng được. Vui lòng thử lại sau.")
    return {
        "query": answer.question.typed,
        "understood": answer.question.text,
        "correction": answer.correction,
        "notice": NOTICES.get(answer.notice, ""),
        "form": _form(request, answer.question.typed),
        "total": answer.results.total,
        "reach": answer.results.reach,
        "counts": dict(answer.results.counts),
        "facets": _facets(answer.results.facets),
        "promoted": [_found(request, hit) for hit in answer.promoted],
        "results": [_found(request, hit) for hit in answer.results.hits],
    }


@router.get("/suggest", response={200: Suggestions, 422: Problem}, summary="Gợi ý khi đang gõ")
def suggest(request: HttpRequest, q: Text = "", limit: Limit = 10) -> dict[str, Any]:
    """Things whose name or code goes on from what was typed, with marks or without, and everyday words for them."""
    results = [_shown(request, item, item.code) for item in suggestions(q, limit)]
    return {"query": squeeze(q[:MAX_CHARACTERS]), "results": results}


def _facets(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Sectors under their former name too, for those who have built on it."""
    named = {name: dict(values) for name, values in counts.items()}
    return named | {"field": named["sector"]} if "sector" in named else named


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
