"""Reads the text of a legal document into its bodies and units (Luật 64/2025/QH15 names them; NĐ 78/2025/NĐ-CP says how
they are written)."""

import re
from collections.abc import Callable, Sequence

from legal_documents.articles.marks import Mark, article, bare, clause, heading, is_loud, point
from legal_documents.articles.order import counted
from legal_documents.articles.quoted import quoted
from legal_documents.articles.unit import ARTICLE, CLAUSE, KINDS, POINT, Body, Unit

Find = Callable[[int, str], Mark | None]

#: Above a regulation that a decision or a circular issues: "(Ban hành kèm theo Quyết định số …)".
_ATTACHED = re.compile(r"[(\[]?\s*(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s", re.IGNORECASE)
#: The last words of a document (NĐ 30/2020/NĐ-CP, phụ lục I), and what begins behind them.
_END = re.compile(r"\./\.?\s*$")
_BEHIND = re.compile(r"(?:Nơi\s+nhận|PHỤ\s+LỤC|Phụ\s+lục\s+(?:[0-9IVXLC]+\s*$|số)|MẪU\s+SỐ)\b")
#: Lines above the bracket in which the regulation's name stands.
_NAME_LINES = 6


def read(text: str) -> list[Body]:
    """The document, then each regulation that is issued with it. Takes any str, raises nothing; a text without any
    article is one body that has all of it in `before`."""
    lines = [bare(line) for line in text.split("\n")]
    within = quoted(lines)
    marks = [mark for number, line in enumerate(lines) if number not in within and (mark := article(number, line))]
    return [_body(lines, begin, end, within, marks) for begin, end in _bodies(lines, marks)]


def _bodies(lines: Sequence[str], marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Where each body begins and ends: a regulation has an article 1 of its own."""
    firsts = [mark.line for mark in marks if mark.number == "1"]
    begins = [0]
    for number, line in enumerate(lines):
        if _ATTACHED.match(line) and any(begins[-1] <= first < number for first in firsts):
            following = next((first for first in firsts if first > number), None)
            if following is not None and not any(_ATTACHED.match(each) for each in lines[number + 1 : following]):
                begins.append(_name_begins(lines, number))
    return list(zip(begins, [*begins[1:], len(lines)], strict=True))


def _name_begins(lines: Sequence[str], bracket: int) -> int:
    """The first of the lines in capitals above the bracket."""
    first = bracket
    for number in range(bracket - 1, max(bracket - _NAME_LINES, -1), -1):
        if lines[number] and not is_loud(lines[number]):
            break
        first = number if lines[number] else first
    return first


def _body(lines: Sequence[str], begin: int, end: int, within: frozenset[int], marks: Sequence[Mark]) -> Body:
    articles = counted([mark for mark in marks if begin <= mark.line < end])
    if not articles:
        return Body(_text(lines, begin, end), ())
    over = _over(lines, articles[-1].line, end, within)
    own = [number for number in range(begin, over) if number not in within]
    headings = [mark for number in own if (mark := heading(number, lines[number]))]
    starts = sorted([*headings, *articles], key=lambda mark: mark.line)
    ends = [*(mark.line for mark in starts[1:]), over]
    flat = [_flat(lines, mark, stop, within) for mark, stop in zip(starts, ends, strict=True)]
    return Body(_text(lines, begin, starts[0].line), _nested(flat), _text(lines, over, end))


def _over(lines: Sequence[str], last: int, end: int, within: frozenset[int]) -> int:
    """The line behind the last article: signatures and forms are no part of it."""
    for number in range(last, end):
        if number not in within and number > last and _BEHIND.match(lines[number]):
            return number
        if number not in within and _END.search(lines[number]):
            return number + 1
    return end


def _flat(lines: Sequence[str], mark: Mark, stop: int, within: frozenset[int]) -> Unit:
    """A heading or an article with what stands beneath it, up to the next one."""
    if mark.kind == ARTICLE:
        title, units, text = _divided(lines, mark, stop, within, ((CLAUSE, clause), (POINT, point)))
        return Unit(ARTICLE, mark.number, title, text, units)
    text = _text(lines, mark.line + 1, stop)
    if mark.rest or not text:
        return Unit(mark.kind, mark.number, mark.rest, text)
    title = _loud_lines(text)
    return Unit(mark.kind, mark.number, title.replace("\n", " "), text.removeprefix(title).strip())


def _loud_lines(text: str) -> str:
    """The first lines as far as they are in capitals; else the first line."""
    lines = text.split("\n")
    loud = next((number for number, line in enumerate(lines) if not is_loud(line)), len(lines))
    return "\n".join(lines[: max(loud, 1)])


def _divided(
    lines: Sequence[str], mark: Mark, stop: int, within: frozenset[int], kinds: Sequence[tuple[str, Find]]
) -> tuple[str, tuple[Unit, ...], str]:
    """What is left of the first line, the parts below by the first of the kinds that is there, and the own text."""
    for number, (kind, find) in enumerate(kinds):
        found = _marks(lines, mark, stop, within, find)
        if found:
            ends = [*(each.line for each in found[1:]), stop]
            units = tuple(
                _part(lines, each, kind, until, within, kinds[number + 1 :])
                for each, until in zip(found, ends, strict=True)
            )
            return mark.rest, units, _text(lines, mark.line + 1, found[0].line)
    return mark.rest, (), _text(lines, mark.line + 1, stop)


def _part(
    lines: Sequence[str], mark: Mark, kind: str, stop: int, within: frozenset[int], kinds: Sequence[tuple[str, Find]]
) -> Unit:
    first, units, text = _divided(lines, mark, stop, within, kinds)
    return Unit(kind, mark.number, "", "\n".join(filter(None, (first, text))), units)


def _marks(lines: Sequence[str], mark: Mark, stop: int, within: frozenset[int], find: Find) -> list[Mark]:
    own = (number for number in range(mark.line + 1, stop) if number not in within)
    return counted([found for number in own if (found := find(number, lines[number]))])


def _nested(flat: Sequence[Unit]) -> tuple[Unit, ...]:
    """Articles within their sections, sections within their chapters."""
    found: list[Unit] = []
    index = 0
    while index < len(flat):
        unit, begin = flat[index], index + 1
        index = begin
        while index < len(flat) and KINDS.index(flat[index].kind) > KINDS.index(unit.kind):
            index += 1
        below = _nested(flat[begin:index]) if unit.kind != ARTICLE else ()
        found.append(Unit(unit.kind, unit.number, unit.title, unit.text, unit.units + below))
    return tuple(found)


def _text(lines: Sequence[str], begin: int, end: int) -> str:
    return "\n".join(line for line in lines[begin:end] if line)
