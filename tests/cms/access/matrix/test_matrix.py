"""Every address that is registered, asked by everybody, with what is his commune's own and what is another's: what he
may open is declared in `answers.json`, and no answer tells of another's secret. A new address has to be declared there.

The table: for reading ("get") and sending ("post") the letters of those who are let in (`asking.LETTERS`), before the
stroke to what is the first commune's own, behind it to what is the second's; without a stroke where the address names
no such thing. Sending nothing but the address counts as let in where the form comes back. The same people of the second
commune ask for what is the first's: none of them may open what only one's own people do.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cms.access.matrix.addresses import Asked, ways
from tests.cms.access.matrix.asking import LETTERS, ask, browser_of
from tests.cms.access.matrix.world import Commune, common

pytestmark = [pytest.mark.django_db]

DECLARED = json.loads(Path(__file__).with_name("answers.json").read_text("utf-8"))
#: Key of a way of asking → {"get": …, "post": …}.
ANSWERS: dict[str, dict[str, str]] = {key: each for each in DECLARED for key in each["asked"]}
METHODS = ("get", "post")


@pytest.fixture
def numbers(communes) -> dict[str, Any]:
    """What is nobody's alone."""
    return common()


@pytest.fixture(autouse=True)
def _patient(settings) -> None:
    """Asking them all takes longer than an administrator may be away."""
    settings.SESSION_IDLE_MINUTES = dict.fromkeys(settings.SESSION_IDLE_MINUTES, 600)


def _may(letter: str, way: Asked, method: str, is_own: bool) -> bool:
    own, stroke, others = ANSWERS[way.key][method].partition("/")
    return letter in (own if is_own or not stroke else others)


def test_every_address_is_declared_once_and_nothing_else():
    assert sorted(way.key for way in ways()) == sorted(key for each in DECLARED for key in each["asked"])


@pytest.mark.slow
@pytest.mark.parametrize("letter", LETTERS)
def test_everybody_opens_what_is_declared_and_learns_no_secret(communes, numbers, letter):
    ours, theirs = communes
    client = browser_of(letter)
    wrong = []
    for way in ways():
        for owner in (ours, theirs) if way.names_a_thing and letter != "S" else (ours,):
            for method in METHODS:
                answer = ask(client, method, way.of({**numbers, **owner.numbers}), theirs)
                wanted = _may(letter, way, method, owner is ours)
                wrong += _complaints(way, method, owner is ours, wanted, answer, theirs if letter != "S" else None)
    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("letter", ["W", "P", "U"])
def test_the_people_of_the_other_commune_open_no_more(communes, numbers, letter):
    ours, _ = communes
    client = browser_of(letter, 2)
    wrong = []
    for way in filter(lambda each: each.names_a_thing, ways()):
        for method in METHODS:
            answer = ask(client, method, way.of({**numbers, **ours.numbers}), ours)
            wrong += _complaints(way, method, False, _may(letter, way, method, False), answer, ours)
    assert wrong == []


def _complaints(
    way: Asked, method: str, is_own: bool, wanted: bool, answer: Any, hidden: Commune | None
) -> Iterator[tuple[str, ...]]:
    whose = "own" if is_own else "another's"
    if answer.is_open != wanted:
        yield way.key, method, whose, "opens" if answer.is_open else "stays shut"
    if hidden and hidden.secret in answer.text:
        yield way.key, method, whose, "tells a secret"
    if hidden and answer.has_changed:
        yield way.key, method, whose, "changes something of another's"
