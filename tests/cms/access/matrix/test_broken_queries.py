"""No query behind an address, whatever stands in it, is answered as a fault of the server: every registered address of
the desks is asked with words for numbers, numbers that no row has, bytes that no text has and lists, under the names
that its own screen and lists of its kind read."""

import copy
import logging
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from tests.cms.access.matrix.addresses import Asked, ways
from tests.cms.access.matrix.asking import browser_of
from tests.cms.access.matrix.world import common

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DESKS = ("/quan-tri/", "/ban/", "/tai-khoan/")
#: What is wrong → the values under one name.
WRONG: Mapping[str, list[str]] = {
    "letters": ["không phải số"],
    "huge": ["9" * 30],
    "below zero": ["-1"],
    "NUL": ["a\0b"],
    "nothing": [""],
    "several": ["1", "x", "2"],
}
#: What is also sent under one name alone, where another may refuse the whole query first.
ALONE = ("letters", "NUL")
#: What Wagtail's and our views read without showing it in a form.
READ = (
    *("p", "q", "id", "ordering", "order", "next", "child_of", "childOf", "page_type", "target_pages[]", "user_perms"),
    *("parent_page_id", "collection_id", "tag", "export", "format", "content_type", "object_id", "locale", "month"),
    *("limit", "offset", "fields", "search", "in_preview_panel", "mode", "results_only", "thing", "state", "kind"),
    *("procedure", "commune", "unit", "agency", "day", "day_from", "day_to", "xa", "to", "of", "title", "multiple"),
)
_FIELD = re.compile(r'<(?:input|textarea|select)\b[^>]*\bname="([^"]*)"')
_LINK = re.compile(r'\b(?:href|action|data-[a-z-]*url[a-z-]*)="[^"?]*\?([^"#]*)"')


@pytest.fixture
def numbers(communes, settings) -> Iterator[dict[str, Any]]:
    """What addresses name; nobody is away for too long meanwhile, and no fault fills the screen."""
    settings.SESSION_IDLE_MINUTES = dict.fromkeys(settings.SESSION_IDLE_MINUTES, 600)
    logging.disable()
    yield {**common(), **communes[0].numbers}
    logging.disable(logging.NOTSET)


def answer(client: Client, address: str) -> HttpResponseBase:
    """Nothing that it does remains."""
    kept = copy.deepcopy(client.cookies)
    with transaction.atomic():
        found = client.get(address)
        transaction.set_rollback(True)
    client.cookies = kept
    return found


def names_read(shown: HttpResponseBase) -> set[str]:
    """The names under which the screen itself asks for something: its fields, and the queries of its links."""
    if shown.status_code != 200 or shown.streaming:
        return set()
    text = shown.content.decode(errors="replace").replace('\\"', '"')
    in_links = (name for query in _LINK.findall(text) for name, _ in parse_qsl(unescape(query)))
    return {unescape(name) for name in _FIELD.findall(text)} | set(in_links)


def faults(client: Client, way: Asked, numbers: Mapping[str, Any]) -> Iterator[str]:
    """All names at once, for each thing that can be wrong; a few of them alone, too."""
    address = urlsplit(way.of(numbers)).path
    names = sorted({*READ, *names_read(answer(client, way.of(numbers)))})
    for wrong, values in WRONG.items():
        queries = {name: urlencode([(name, value) for value in values]) for name in names}
        alone = _few(queries) if wrong in ALONE else {}
        for name, query in {"all": "&".join(queries.values()), **alone}.items():
            if answer(client, f"{address}?{query}").status_code >= 500:
                yield f"{way.key}: {wrong}: {name}"


def _few(queries: Mapping[str, str]) -> dict[str, str]:
    """The numbers of the page, of the rows, and the words that are looked for."""
    return {name: query for name, query in queries.items() if name in ("p", "id", "q")}


def test_no_query_is_a_fault_of_the_server(numbers):
    client = browser_of("S")
    desks = [way for way in ways() if way.address.startswith(DESKS)]
    assert len(desks) > 300
    assert [fault for way in desks for fault in faults(client, way, numbers)] == []
