"""What everybody may ask: addresses of pages, lists, codes, sheets and feeds, and the public interface."""

import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from posting.models import PaperItem
from procedures_catalog.models import LegacyAddress, ProcedureCode, ProcedureIdentity, ProcedurePage

HOST = "127.0.0.1"
PHRASES = ("xin con diều", "qua cầu", "thả đèn trời", "1.900001", "thẻ chơi diều", "luật diều")
FEEDS = ("/tin-tuc.atom", "/van-ban.atom")
SHEETS = ("short", "full", "large")
#: Where a page shows the last whole month, the one that it was when the facts were taken.
_OF_THAT_MONTH = {"/thong-ke-quet/": "/thong-ke-quet/?thang=2026-10"}
_LONG = 60  # characters: what is longer in a paragraph was written by an editor, not by a template


def addresses() -> dict[str, Any]:
    """Path of every page that is published and no procedure → its status, its heading and what is said there."""
    pages = Page.objects.live().not_type(ProcedurePage).filter(depth__gt=1)
    paths = sorted(filter(None, (page.get_url() for page in pages.specific())))
    return {path: _page(path) for path in [*paths, *_others()]}


def _others() -> Iterator[str]:
    yield from ("/robots.txt", "/co-quan/", "/thu-tuc/linh-vuc/", "/thong-ke-quet/", "/tim-kiem/")
    yield from (redirect.old_path for redirect in Redirect.objects.order_by("old_path"))


def _page(path: str) -> dict[str, Any]:
    answer = get(_OF_THAT_MONTH.get(path, path))
    html = parsed(answer)
    told = {"status": answer.status_code, "to": answer.get("Location", ""), "heading": _text(html.h1)}
    return told | {"said": _said(html), "links": _links(html)}


def _said(html: BeautifulSoup) -> list[str]:
    """The long paragraphs; the texts of procedures are asked for one by one."""
    paragraphs = html.main.find_all("p") if html.main else []
    return sorted({text for text in map(_text, paragraphs) if len(text) > _LONG})


def _links(html: BeautifulSoup) -> list[str]:
    """Which of the portal's pages the middle of the page leads to."""
    links = html.main.find_all("a", href=True) if html.main else []
    return sorted({link["href"].partition("#")[0] for link in links if link["href"].startswith("/")})


def procedures() -> dict[str, Any]:
    """Short code of a procedure → the interface's answer, the address of its page and which of these texts it says."""
    pages = ProcedurePage.objects.order_by("code_base").select_related("identity")
    return {page.identity.short_code: _procedure(page) for page in pages}


def _procedure(page: ProcedurePage) -> dict[str, Any]:
    told = get(f"/api/v1/procedures/{page.identity.short_code}").json()
    answer = get(page.get_url())
    html = parsed(answer)
    shown = _text(html.main)
    said = dict.fromkeys(sorted({text for text in leaves(told) if text in shown}), True)
    return {
        "interface": told,
        "path": page.get_url(),
        "status": answer.status_code,
        "heading": _text(html.h1),
        "says": said,
    }


def leaves(value: Any) -> Iterator[str]:
    """The texts in an answer, the lines of a long one each for itself."""
    if isinstance(value, str):
        yield from (line for line in map(squeezed, value.splitlines()) if len(line) > 2)
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in leaves(inner))
    elif isinstance(value, list):
        yield from (text for inner in value for text in leaves(inner))


def by_code() -> dict[str, Any]:
    """Every code that a procedure has or had → the procedures that the interface finds by it, and by the list."""
    codes = ProcedureCode.objects.values_list("raw", flat=True).order_by("raw")
    return {code: [_found(f"/api/v1/procedures/{code}"), _listed(f"code={code}")] for code in codes}


def lists() -> dict[str, Any]:
    """Lists of the interface: what is in each, and of the catalogue's page the links in it."""
    narrowed = (
        "",
        "field=dieu-sao",
        "field=cau-duong-lang",
        "level=commune",
        "level=province",
        "online=full",
        "q=diều",
    )
    pages = ("", "?linh-vuc=dieu-sao", "?linh-vuc=den-duoc", "?cap=province", "?q=diều")
    told = {words: _listed(words) for words in narrowed}
    return told | {f"/thu-tuc/{words}": _page(f"/thu-tuc/{words}")["links"] for words in pages}


def _listed(words: str) -> list[Any]:
    told = get(f"/api/v1/procedures?limit=100&{words}").json()
    return [told["count"], sorted(line["id"] for line in told["items"])]


def _found(path: str) -> list[Any]:
    answer = get(path)
    return [answer.status_code, answer.json().get("short_url", "")]


def codes() -> dict[str, Any]:
    """Every printed address → where it leads: of procedures, of papers, of another system."""
    short = list(ProcedureIdentity.objects.values_list("short_code", flat=True).order_by("short_code"))
    items = PaperItem.objects.order_by("paper__tag", "identity__short_code")
    tagged = [f"{code}/{tag}" for code, tag in items.values_list("identity__short_code", "paper__tag")]
    printed = [f"/q/{code}" for code in [*short, *tagged, "AAAAAAA"]] + [f"/Q/{short[0]}"]
    return {path: _led(get(path)) for path in printed} | dict(_old_ones())


def _old_ones() -> Iterator[tuple[str, Any]]:
    for row in LegacyAddress.objects.order_by("path"):
        yield f"{row.host}{row.path}", _led(get(row.path, host=row.host))
        yield f"/q/?ma=https://{row.host}{row.path}", _led(get("/q/", ma=f"https://{row.host}{row.path}"))


def _led(answer: HttpResponse) -> list[Any]:
    return [answer.status_code, answer.get("Location", ""), heading(answer)]


def sheets() -> dict[str, Any]:
    """Address of every procedure's sheet → its status, and whether it is a PDF."""
    paths = [f"/thu-tuc/{page.slug}/phieu.pdf" for page in ProcedurePage.objects.order_by("slug")]
    asked = [(path, SHEETS[place % len(SHEETS)]) for place, path in enumerate(paths)]
    answers = {f"{path}?loai={kind}": get(path, loai=kind) for path, kind in asked}
    return {path: [answer.status_code, answer.content[:4] == b"%PDF"] for path, answer in answers.items()}


def search() -> dict[str, Any]:
    """What some questions find: the pages put above the results, and the first result."""
    answers = {phrase: get("/api/v1/search", q=phrase).json() for phrase in PHRASES}
    return {
        phrase: {"promoted": _urls(told["promoted"]), "first": _urls(told["results"])[:1]}
        for phrase, told in answers.items()
    }


def _urls(hits: list[dict[str, Any]]) -> list[str]:
    return [hit["url"] for hit in hits]


def feeds() -> dict[str, Any]:
    """The names under which readers of the feeds know each entry."""
    return {path: sorted(re.findall(r"<id>(.*?)</id>", get(path).content.decode())) for path in FEEDS}


def get(path: str, host: str = HOST, **data: str) -> HttpResponse:
    """The answer to somebody who is not signed in."""
    return Client(raise_request_exception=False, HTTP_HOST=host).get(path, data)


def parsed(answer: HttpResponse) -> BeautifulSoup:
    """The page that was answered; the texts of a PDF are nobody's affair here."""
    return BeautifulSoup(answer.content.decode("utf-8", "replace"), "html.parser")


def heading(answer: HttpResponse) -> str:
    """What the page that was answered is called."""
    return _text(parsed(answer).h1)


def _text(tag: Tag | None) -> str:
    return squeezed(tag.get_text(" ")) if tag else ""


def squeezed(text: str) -> str:
    """Without the white space that no reader sees."""
    return re.sub(r"\s+", " ", text).strip()


QUESTIONS = {
    "addresses": addresses,
    "procedures": procedures,
    "by_code": by_code,
    "lists": lists,
    "codes": codes,
    "sheets": sheets,
    "search": search,
    "feeds": feeds,
}
