"""The handbooks at the desk, as people read them: one page a book, out of the files in `docs/`."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token
from wagtail.admin.menu import MenuItem

OPERATORS = "van-hanh"
#: The book's name in the address → its file and its title.
BOOKS = {
    "bien-tap": ("editors.vi.md", "Sổ tay biên tập viên"),
    "mot-cua": ("officers.vi.md", "Sổ tay cán bộ một cửa"),
    OPERATORS: ("operators.vi.md", "Sổ tay vận hành"),
}
FIRST = "bien-tap"
#: Wagtail's own help is English, and its news are about the software.
_WAGTAILS = re.compile("editor-guide|whats-new-in-wagtail-.*")
#: Where pictures are, seen from the books' folder.
_STATIC = "../static/"
_NO_LETTER = re.compile(r"[^\w\- ]")


def handbook(request: HttpRequest, book: str = FIRST) -> HttpResponse:
    """One of the books; 404 for a name that none has, and for the operators' unless an administrator asks."""
    names = [name for name in BOOKS if name != OPERATORS or request.user.is_superuser]
    if book not in names:
        raise Http404
    others = [(reverse("handbook", args=[name]), BOOKS[name][1]) for name in names if name != book]
    shown = {"title": BOOKS[book][1], "text": text_of(book), "others": others}
    return render(request, "cms/desk/handbook.html", shown)


@cache
def text_of(book: str) -> SafeString:
    """The book as HTML; HTML that a file holds is shown as it is written. The title stands above it already."""
    source = (settings.PROJECT_DIR / "docs" / BOOKS[book][0]).read_text(encoding="utf-8").partition("\n")[2]
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(source)
    _lead_here(_all(tokens))
    _name_headings(tokens)
    _show_pictures(_all(tokens))
    return mark_safe(reader.renderer.render(tokens, reader.options, {}))  # noqa: S308 - the renderer escapes


def _all(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def _lead_here(tokens: Iterable[Token]) -> None:
    """Links from one book to another lead to its page, not to its file."""
    pages = {file: reverse("handbook", args=[name]) for name, (file, _) in BOOKS.items()}
    for token in tokens:
        file, sign, place = str(token.attrGet("href") or "").partition("#")
        if token.type == "link_open" and file in pages:
            token.attrSet("href", f"{pages[file]}{sign}{place}")


def _show_pictures(tokens: Iterable[Token]) -> None:
    """Pictures stand among the desk's own files; they come when somebody scrolls to them."""
    for token in tokens:
        if token.type == "image":
            token.attrSet("src", static(str(token.attrGet("src")).removeprefix(_STATIC)))
            token.attrSet("loading", "lazy")


def _name_headings(tokens: Sequence[Token]) -> None:
    """Gives headings the names that links to them use, the way code hosts make them."""
    for heading, text in pairwise(tokens):
        if heading.type == "heading_open":
            heading.attrSet("id", _NO_LETTER.sub("", text.content.lower()).replace(" ", "-"))


# --- Registered by cms/wagtail_hooks.py -----------------------------------------------------------


def handbook_addresses() -> list[URLPattern]:
    """The books."""
    return [
        path("so-tay/", handbook, name="handbook"),
        path("so-tay/<slug:book>/", handbook, name="handbook"),
    ]


def handbook_item() -> MenuItem:
    """Its place in the help menu."""
    return MenuItem(BOOKS[FIRST][1], reverse("handbook"), icon_name="help", order=10)


def help_in_vietnamese(_request: HttpRequest, items: list[MenuItem]) -> None:
    """Takes out what leads to English pages."""
    items[:] = [item for item in items if not _WAGTAILS.fullmatch(item.name)]
