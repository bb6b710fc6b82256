"""The finder in the public API: search, and suggestions while typing."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query as Parameter
from ninja import Router, Schema
from ninja.errors import HttpError

from pages.entry import KINDS
from search.engine import current_index
from search.query import MAX_CHARACTERS, Query
from vietnamese.spelling import squeeze

router = Router(tags=["Tìm kiếm"])

MOST = 50
Kind = Literal[("", *KINDS)]
Text = Annotated[str, Parameter(description="Câu hỏi, từ khóa hoặc mã; có dấu hay không dấu. Chỉ đọc 1.000 ký tự đầu.")]
Limit = Annotated[int, Parameter(ge=1, le=MOST, description="Nhiều nhất bao nhiêu kết quả.")]


class Problem(Schema):
    """Why there is no answer, in Vietnamese."""

    detail: str


class Suggested(Schema):
    """Something whose name goes on from what was typed."""

    title: str
    url: str
    kind: str
    code: str


class Found(Suggested):
    """One hit; `score` only orders the hits of one answer."""

    score: float


class Answer(Schema):
    """`total` counts the kind asked for, `counts` every kind that has hits."""

    query: str
    total: int
    counts: dict[str, int]
    results: list[Found]


class Suggestions(Schema):
    """What one may have begun to type, best first."""

    query: str
    results: list[Suggested]


@router.get("/search", response={200: Answer, 422: Problem, 503: Problem}, summary="Tìm kiếm")
def search(request: HttpRequest, q: Text = "", kind: Kind = "", limit: Limit = 10) -> dict[str, Any]:
    """Published things that fit the question, best first; what is in force stands above what is not."""
    text = squeeze(q[:MAX_CHARACTERS])
    answer = current_index().search(Query(text, kind, limit=limit))
    if answer.unavailable:
        raise HttpError(503, "Chức năng tìm kiếm tạm thời chưa dùng được. Vui lòng thử lại sau.")
    results = [_shown(request, hit, next(iter(hit.codes), "")) | {"score": hit.score} for hit in answer.hits]
    return {"query": text, "total": answer.total, "counts": dict(answer.counts), "results": results}


@router.get("/suggest", response={200: Suggestions, 422: Problem}, summary="Gợi ý khi đang gõ")
def suggest(request: HttpRequest, q: Text = "", limit: Limit = 10) -> dict[str, Any]:
    """Things whose name or code goes on from what was typed, with marks or without."""
    text = squeeze(q[:MAX_CHARACTERS])
    results = [_shown(request, item, item.code) for item in current_index().suggest(text, limit)]
    return {"query": text, "results": results}


def _shown(request: HttpRequest, item: Any, code: str) -> dict[str, Any]:
    url = request.build_absolute_uri(item.url)
    return {"title": item.title, "url": url, "kind": item.kind, "code": code}
