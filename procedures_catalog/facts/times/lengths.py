"""The lengths of time that a text names ("05 (năm) ngày làm việc"), with the sentence in which each stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from procedures_catalog.facts.vocabulary import UNITS

_WORDS = r"(?:\s*\([^()\d]{1,30}\))?"
_UNIT = r"(?:ngày\s+)?ngày\s+làm\s+việc|ngày|giờ\s+làm\s+việc|giờ|tháng|tuần|phút"
# Not a day of the calendar ("tháng 12", "ngày 20/4"), nor an hour of the clock ("15 giờ 30", "sau 15 giờ").
_LENGTH = re.compile(
    rf"(?<![\w/.,])(?P<number>\d{{1,4}}(?:[.,]\d{{1,2}})?){_WORDS}\s*(?P<unit>{_UNIT})(?!\w)(?!\s*(?:\d|/))",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:sau|trước|từ|đến|lúc|vào)\s*$", re.IGNORECASE)
_ENDS = re.compile(r"\n|;(?! và không)|\.(?=\s|$)|\s[-+*•]\s")
#: In days; a working day counts for more, a week having five.
_DAYS = {
    "phút": 1 / 1440,
    "giờ": 1 / 24,
    "giờ làm việc": 1.4 / 8,
    "ngày": 1.0,
    "ngày làm việc": 1.4,
    "tuần": 7.0,
    "tháng": 30.0,
    "năm": 365.0,
}
_HOURS_OF_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time; `number` as a reader writes it ("3,5"), `unit` in the words of `vocabulary.UNITS`.

    `before` and `after` are the rest of the sentence in which it stands.
    """

    number: str
    unit: str
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """ "3,5 ngày làm việc"."""
        return f"{self.number} {self.unit}"

    @property
    def sentence(self) -> str:
        """All of the sentence."""
        return f"{self.before}{self.text}{self.after}"

    def near(self, after: int) -> str:
        """The sentence up to so many characters behind the length."""
        return f"{self.before}{self.text}{self.after[:after]}"

    @property
    def days(self) -> float:
        """In days, to compare; more hours than a day has are hours of work."""
        number = float(self.number.replace(",", "."))
        hours_of_work = self.unit == "giờ" and number > _HOURS_OF_A_DAY
        return number * _DAYS["giờ làm việc" if hours_of_work else self.unit]


def length_of(number: str, unit: str) -> Length:
    """The length of a time limit of the table; `unit` is a key of `vocabulary.UNITS`."""
    return Length(_tidy(number), UNITS[unit])


def lengths_in(texts: Iterable[str]) -> tuple[Length, ...]:
    """The lengths that texts name, in their order; years are how long something is valid."""
    return tuple(length for text in texts for sentence in _ENDS.split(text) for length in _in_sentence(sentence))


def _in_sentence(sentence: str) -> Iterator[Length]:
    for match in _LENGTH.finditer(sentence):
        unit = " ".join(match["unit"].lower().split()).replace("ngày ngày", "ngày")
        before = sentence[: match.start()]
        if not (unit == "giờ" and _CLOCK.search(before)):
            yield Length(_tidy(match["number"]), unit, before, sentence[match.end() :])


def _tidy(number: str) -> str:
    """ "08" → "8", "3.50" → "3,5"."""
    return f"{float(number.replace(',', '.')):g}".replace(".", ",")
