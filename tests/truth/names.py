"""A procedure's short name is clean, is made of the official name's own words, and no two read the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from procedures_catalog.facts.titles.display_name import display_name
from procedures_catalog.facts.titles.twins import Twin, told_apart
from tests.truth.kinds import Kind, KindOfMany, Told
from vietnamese.fold import fold, words

#: What three lines of a phone hold.
THREE_LINES = 110
_MAY_END = ')”"…'
_CAPITALS = 0.6
#: Short forms that stand for several words of the official name.
_SHORT_FORMS = {"ubnd": ["uy", "ban", "nhan", "dan"], "hdnd": ["hoi", "dong", "nhan", "dan"]}


def _title(told: Told) -> str:
    return display_name(told.record.name)


def _begins_with_sign(told: Told) -> bool:
    return not _title(told)[0].isalpha()


def _ends_with_sign(told: Told) -> bool:
    last = _title(told)[-1]
    return not last.isalnum() and last not in _MAY_END


def _is_in_capitals(told: Told) -> bool:
    letters = [letter for letter in _title(told) if letter.isalpha()]
    return sum(map(str.isupper, letters)) > _CAPITALS * len(letters)


def _is_long(told: Told) -> bool:
    return len(_title(told)) > THREE_LINES


def _has_other_words(told: Told) -> bool:
    """Words that do not stand in this order in the official name."""
    rest = _spelled_out(told.record.name)
    return not all(word in rest for word in _spelled_out(_title(told)))


def _spelled_out(name: str) -> Iterator[str]:
    for word in words(name.replace("(cấp trung ương)", "")):
        yield from _SHORT_FORMS.get(word, [word])


def _read_the_same(everything: Sequence[Told]) -> Iterable[str]:
    """The codes of all whose name reads like another's, beside the words that tell it apart."""
    groups: dict[str, list[Twin]] = {}
    for told in everything:
        groups.setdefault(" ".join(words(_title(told))), []).append(_twin(told))
    lines = {code: f"{name} {fold(note)}" for name, group in groups.items() for code, note in told_apart(group).items()}
    counted = Counter(lines.values())
    return [code for code, line in lines.items() if counted[line] > 1]


def _twin(told: Told) -> Twin:
    record = told.record
    return Twin(record.code, record.name, record.levels, (*record.executing, *record.competent), record.sector)


NAME_KINDS: Mapping[str, Kind | KindOfMany] = {
    "name_begins_with_sign": Kind("a name that begins with a sign or a number", _begins_with_sign),
    "name_ends_with_sign": Kind("a name that ends with a sign", _ends_with_sign),
    "name_in_capitals": Kind("a name in capitals", _is_in_capitals),
    "name_longer_than_three_lines": Kind("a name of more than three lines on a phone", _is_long),
    "name_of_other_words": Kind("a name with words that the official one does not have", _has_other_words),
    "twins": KindOfMany("two procedures that read the same in a list", _read_the_same),
}
