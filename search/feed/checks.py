"""Refuses to start a portal with a page type that does not say what it is in search."""

from collections.abc import Iterable
from typing import Any

from django.core import checks
from wagtail.models import Page, get_page_models

from pages.entry import PAGE_KINDS


def connect() -> None:
    """Registers the check."""
    checks.register(search_kinds_are_said, checks.Tags.models)


def search_kinds_are_said(app_configs: object, **_kwargs: Any) -> list[checks.CheckMessage]:
    """search.E001: a page type of ours has no `search_kind` of its own; search.E002: it says one that is no kind."""
    return complaints(page_type for page_type in get_page_models() if not _is_wagtails(page_type))


def complaints(page_types: Iterable[type[Page]]) -> list[checks.CheckMessage]:
    """An error for each page type that keeps silent or says nonsense."""
    return [error for page_type in page_types if (error := _complaint(page_type)) is not None]


def _complaint(page_type: type[Page]) -> checks.CheckMessage | None:
    if "search_kind" not in vars(page_type):
        hint = 'Ghi search_kind = "" nếu không ai tìm trang này, nếu không thì một khóa của pages.entry.PAGE_KINDS.'
        return checks.Error(f"{page_type.__name__} không tự khai search_kind.", hint, page_type, "search.E001")
    kind = vars(page_type)["search_kind"]
    if kind != "" and kind not in PAGE_KINDS:
        hint = f"Dùng một trong: {', '.join(PAGE_KINDS)}."
        return checks.Error(f"{page_type.__name__} có search_kind lạ: {kind!r}.", hint, page_type, "search.E002")
    return None


def _is_wagtails(page_type: type[Page]) -> bool:
    return page_type.__module__.split(".")[0] == "wagtail"
