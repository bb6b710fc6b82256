"""No form that arrives empty, in pieces, or with words where numbers belong is answered as a fault of the server: every
registered address is sent such forms, with the fields that its own screen shows."""

import copy
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from agencies.models import Role
from cms.desk.editing import NOT_YOURS
from cms.refusals.broken_forms import TEXT
from tests.cms.access.matrix.addresses import Asked, ways
from tests.cms.access.matrix.asking import browser_of
from tests.cms.access.matrix.world import common

pytestmark = pytest.mark.django_db

WORDS, LARGE = "không phải số \0", "9" * 23
#: Fields by which a form says how many parts it has; without them nothing else of it is read.
COUNTS = ("_FORMS", "-count")
#: What is wrong → the form that is sent, of the fields that the screen shows and what they hold. A text without a text,
#: parts left out, fields sent twice and a megabyte in one led to no other faults.
WRONG: Mapping[str, Callable[[dict[str, str]], dict[str, str]]] = {
    "words": lambda fields: {name: value if name.endswith(COUNTS) else WORDS for name, value in fields.items()},
    "too large": lambda fields: dict.fromkeys(fields, LARGE),
}


_FIELD = re.compile(r"<(?:input|textarea|select)\b[^>]*>")
_SAID = re.compile(r'\b(name|value)="([^"]*)"')


@pytest.fixture
def numbers(communes, settings) -> Iterator[dict[str, Any]]:
    """What addresses name; nobody is away for too long meanwhile, and no fault fills the screen."""
    settings.SESSION_IDLE_MINUTES = dict.fromkeys(settings.SESSION_IDLE_MINUTES, 600)
    logging.disable()
    yield {**common(), **communes[0].numbers}
    logging.disable(logging.NOTSET)


def _answer(client: Client, method: str, address: str, data: Any = None) -> HttpResponseBase:
    """Nothing that it does remains."""
    kept = copy.deepcopy(client.cookies)
    with transaction.atomic():
        answer = getattr(client, method)(address, data)
        transaction.set_rollback(True)
    client.cookies = kept
    return answer


def _fields_of(client: Client, address: str) -> dict[str, str]:
    """The names of all fields of a screen, and what they hold."""
    answer = _answer(client, "get", address)
    if answer.status_code != 200 or answer.streaming:
        return {}
    text = answer.content.decode(errors="replace")
    if answer["Content-Type"] == "application/json":
        text = text.replace('\\"', '"')
    said = [dict(_SAID.findall(field)) for field in _FIELD.findall(text)]
    return {unescape(each["name"]): unescape(each.get("value", "")) for each in said if each.get("name")}


def _faults(client: Client, way: Asked, numbers: Mapping[str, Any], wrong: Mapping[str, Any]) -> Iterator[str]:
    address, forms = way.of(numbers), {"nothing": {}}
    if wrong and (fields := _fields_of(client, address)):
        forms |= {name: make(fields) for name, make in wrong.items()}
    for name, form in forms.items():
        if _answer(client, "post", address, form).status_code >= 500:
            yield f"{way.key}: {name}"


@pytest.mark.slow
@pytest.mark.parametrize(("letter", "wrong"), [("S", WRONG), ("W", {})], ids=["all", "nothing"])
def test_no_broken_form_is_a_fault_of_the_server(numbers, letter, wrong):
    client = browser_of(letter)
    assert [fault for way in ways() for fault in _faults(client, way, numbers, wrong)] == []


def test_who_sent_a_broken_form_reads_what_to_do_and_a_script_reads_it_too(browser, ours):
    client, address = browser(Role.WRITER), reverse("wagtailadmin_pages:edit", args=[ours.numbers["public"]])
    answer = client.post(address, {})
    assert answer.status_code == 400
    assert TEXT in answer.content.decode()
    assert "mở lại màn hình ấy" in answer.content.decode()
    answer = client.post(address, {}, headers={"X-Requested-With": "XMLHttpRequest"})
    assert (answer.status_code, answer.json()["error_message"]) == (400, TEXT)


def test_of_a_page_that_somebody_else_has_nothing_is_read_and_that_is_said(browser, ours):
    client, address = browser(Role.WRITER), reverse("wagtailadmin_pages:edit", args=[ours.numbers["draft"]])
    assert NOT_YOURS in client.post(address, {}, follow=True).content.decode()


def test_a_broken_way_on_does_not_undo_what_is_done(browser, ours):
    """Wagtail takes the name of an address for a way on."""
    address = reverse("wagtailadmin_pages:lock", args=[ours.numbers["draft"]])
    answer = browser().post(address, {"next": "không-có"})
    assert answer.status_code == 302
    assert answer["Location"] == reverse("wagtailadmin_home")


def test_a_fault_of_our_own_stays_one(browser, ours, monkeypatch):
    def fail(*_args, **_more):
        raise ValueError("của ta")

    monkeypatch.setattr("wagtail.admin.views.pages.edit.EditView.post", fail)
    client = browser(Role.WRITER)
    client.raise_request_exception = False
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[ours.numbers["draft"]]), {"title": "Tên"})
    assert answer.status_code == 500
