"""What is closed leaves no trace: every public address is asked, in every way in which a page can be closed."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.test import Client

from tests.closed_pages import MARK, OPEN, WAYS, furnish
from tests.procedures_catalog.factories import page_of
from tests.public_addresses import addresses

pytestmark = pytest.mark.django_db

#: What a reader may add to a list's address, so that all that is listed comes to be shown.
QUESTIONS = ("", f"?q={MARK[:-1]}", f"?q={quote('thả diều')}", "?code=1.900001")


def _asked() -> Iterator[str]:
    """The addresses with the questions; what names one thing is asked once."""
    one = re.compile(r"/(q|co-quan|thu-tuc|procedures)/.")
    for address in addresses():
        yield from [address] if one.search(address) else [address + question for question in QUESTIONS]


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_what_is_closed_is_named_at_no_public_address(way, portal):
    furnish(portal)
    WAYS[way]()
    call_command("rebuild_index", verbosity=0)
    shown = {}
    for address in _asked():
        text = _text(Client().get(address)).casefold()
        if MARK in text:
            shown[address] = text[max(0, text.index(MARK) - 80) : text.index(MARK) + 40]
    assert shown == {}


def test_what_is_open_is_found_by_the_same_questions(portal):
    """The test above would pass on a portal that shows nothing at all."""
    furnish(portal)
    call_command("rebuild_index", verbosity=0)
    open_at = [each for each in addresses() if MARK in _text(Client().get(f"{each}?q={quote('thả diều')}")).casefold()]
    expected = {"/", "/thu-tuc/", "/tin-tuc/", "/van-ban/", "/tim-kiem/", "/api/v1/procedures", "/api/v1/search"}
    feeds = {"/van-ban.atom", "/tin-tuc.atom", "/thong-ke-quet/", page_of(OPEN).get_url()}
    assert expected | feeds <= set(open_at)


def _text(response) -> str:
    """The page, and where it leads."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8", "replace") + response.get("Location", "")
