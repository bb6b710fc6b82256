"""Selection: which procedures to print, in words that can be kept with a paper and chosen by again."""

import dataclasses
import datetime
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from posting.rules.refusal import CannotPrintError, shortened
from procedures_catalog.facts.vocabulary import LEVELS

MOST_CODES = 10_000
LONGEST_WORD = 300
_WORDS = ("sector", "agency", "level", "commune", "executing")
#: Word → what it was called in selections that were kept with papers before.
_FORMER_WORDS = {"sector": "field"}


@dataclass(frozen=True, slots=True)
class Selection:
    """What is given narrows the choice together; nothing given chooses nothing, `everything` the whole catalogue.

    `codes`: national or province's codes in any spelling, former ones too, or permanent short codes. `sector` and
    `agency`: slug or name. `level`: a key of LEVELS. `commune`: code, slug or name of a commune, also one that it had
    before a merger; what the commune's level carries out. `changed_since`: what citizens are shown changed on that day
    or later. Raises CannotPrintError for a shape that nobody can have meant.
    """

    codes: tuple[str, ...] = ()
    sector: str = ""
    agency: str = ""
    level: str = ""
    commune: str = ""
    executing: str = ""
    listed: bool = False
    everything: bool = False
    changed_since: datetime.date | None = None

    def __post_init__(self) -> None:
        _refuse_too_much(self)
        if self.level and self.level not in LEVELS:
            known = ", ".join(f"{key} ({label})" for key, label in LEVELS.items())
            raise CannotPrintError(f"Không có cấp “{shortened(self.level)}”. Có: {known}.")

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is asked for."""
        return not self.as_json()

    def as_json(self) -> dict[str, Any]:
        """Only what is given, in values that JSON has."""
        given = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        return {name: _plain(value) for name, value in given.items() if value}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> "Selection":
        """The inverse of `as_json`; what a selection has no name for is left aside. CannotPrintError for bad values."""
        if not isinstance(raw, Mapping):
            raise CannotPrintError("Cách chọn thủ tục không đọc được.")
        words = {name: _word(raw.get(name, raw.get(_FORMER_WORDS.get(name, name)))) for name in _WORDS}
        return cls(
            codes=_words(raw.get("codes")),
            everything=raw.get("everything") is True,
            listed=raw.get("listed") is True,
            changed_since=_date(raw.get("changed_since")),
            **words,
        )


def _refuse_too_much(selection: Selection) -> None:
    if len(selection.codes) > MOST_CODES:
        raise CannotPrintError(f"Mỗi lần in chọn nhiều nhất {MOST_CODES} mã.")
    words = (*selection.codes, *(getattr(selection, name) for name in _WORDS))
    if any(len(word) > LONGEST_WORD or "\0" in word for word in words):
        raise CannotPrintError("Một mã hoặc tên trong cách chọn thủ tục quá dài hoặc có ký tự lạ.")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _word(value: Any) -> str:
    if not isinstance(value, str | None):
        raise CannotPrintError("Cách chọn thủ tục không đọc được.")
    return (value or "").strip()


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple | None):
        raise CannotPrintError("Cách chọn thủ tục không đọc được.")
    return tuple(dict.fromkeys(filter(None, map(_word, value or ()))))


def _date(value: Any) -> datetime.date | None:
    """A day as JSON and computers write it, or as people do."""
    text = _word(value)
    if not text:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.datetime.strptime(text, form).date()  # noqa: DTZ007 - a day stands in no zone
    raise CannotPrintError(f"Ngày “{shortened(text)}” không đúng; viết như 22/11/2026.")
