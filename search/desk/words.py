"""The folded words by which a thing of the desk is found: one spelling for what is kept and for what is typed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.db.models import Manager
from modelsearch.index import AutocompleteField, Indexed, RelatedFields, SearchField

from procedures_catalog.facts.codes import code_query
from vietnamese.fold import words
from vietnamese.spelling import clean

MAX_WORD = 64
MAX_NAME = 1_000
MAX_TEXT = 20_000  # characters kept of one thing: titles and codes, never whole documents
_BETWEEN_FIELDS = " | "
_WITH_A_DIGIT = re.compile(r"(?<!\S)[^\s\d]*\d\S*")


def name_and_text(thing: Indexed) -> tuple[str, str]:
    """What `DeskEntry` keeps of an indexed object: its name, and all its words with the name first.

    The name is the first of the model's search fields that says anything; `search` and `autocomplete` fields count
    alike, because an editor types into one box.
    """
    said = list(dict.fromkeys(filter(None, map(_form, _values(thing, thing.get_search_fields())))))
    return _padded(said[0] if said else "", MAX_NAME), _padded(_BETWEEN_FIELDS.join(said), MAX_TEXT)


def asked_words(text: str, most: int) -> list[str]:
    """The first words of a typed text; a procedure's code in any spelling is one word. Raises nothing."""
    found = (word for piece in clean(text).split() for word in (_codes(piece) or _words(piece)))
    return list(islice(found, most))


def _form(text: str) -> str:
    """The words of one field, then the codes among them as they are asked for."""
    text = clean(text[:MAX_TEXT])
    return " ".join([*_words(text), *_codes(text)])


def _words(text: str) -> list[str]:
    return [word[:MAX_WORD] for word in words(text)]


def _codes(text: str) -> list[str]:
    """The codes in a text without their signs: 1.001193.000.00.00.H37 → "1001193"."""
    return ["".join(words(code)) for piece in _WITH_A_DIGIT.findall(text) if (code := code_query(piece))]


def _padded(text: str, most: int) -> str:
    return f" {text[:most]} " if text else ""


def _values(thing: Any, fields: Iterable[Any]) -> Iterator[str]:
    for field in fields:
        if isinstance(field, SearchField | AutocompleteField):
            yield _plain(field.get_value(thing))
        elif isinstance(field, RelatedFields):
            for other in _related(field.get_value(thing)):
                yield from _values(other, field.fields)


def _related(value: Any) -> Sequence[Any]:
    if isinstance(value, Manager):
        return list(value.all())
    return [] if value is None else [value]


def _plain(value: Any) -> str:
    """A field's value as one text, whatever Wagtail lets a field hold."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _plain(list(value.values()))
    if isinstance(value, list | tuple | set):
        return ", ".join(map(_plain, value))
    return "" if value is None else str(value)
