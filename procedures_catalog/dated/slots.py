"""Where each part of a procedure stands on its page, as a difference meets it: what is held, laid and put back.

What is held is plain JSON, so that it can be kept beside the difference: what stood before it, and after.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from wagtail.blocks import StreamValue

from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Difference, block_from
from procedures_catalog.facts.overlay import laid, span_of_block
from procedures_catalog.facts.parts.table import BY_NAME, OVERLAID, OWN, Part
from procedures_catalog.facts.titles.display_name import display_name, is_made
from procedures_catalog.models import ProcedureLevel, ProcedurePage

#: Where a page in hand keeps identity → page of what will take the place of some.
_AT_HAND = "pages_at_hand"
_LEVEL_FIELDS = ("level", "layer", "decision", "valid_from", "valid_to", "sort_order")


class Slot(Protocol):
    """One part of a page in hand; nothing is saved here."""

    def held(self, page: ProcedurePage) -> Any:
        """What the page has there, as JSON."""

    def put(self, page: ProcedurePage, held: Any) -> None:
        """Puts back what was held."""

    def lay(self, page: ProcedurePage, difference: Difference) -> None:
        """Lets the page say it from the difference's day on."""

    def says(self, held: Any) -> Any:
        """What a reader finds there: two that say the same are equal, whatever form wrote them."""


class _Layer:
    """A part over which the province lays its own text."""

    def __init__(self, part: str) -> None:
        self._part = part

    def held(self, page: ProcedurePage) -> Any:
        return [_plain(block) for block in page.overlay.raw_data if block["type"] == self._part]

    def put(self, page: ProcedurePage, held: Sequence[Mapping[str, Any]]) -> None:
        others = [block for block in page.overlay.raw_data if block["type"] != self._part]
        page.overlay = StreamValue(page.overlay.stream_block, [*others, *held], is_lazy=True)

    def lay(self, page: ProcedurePage, difference: Difference) -> None:
        self.put(page, laid(self.held(page), block_from(difference), difference.day))

    def says(self, held: Iterable[Mapping[str, Any]]) -> Any:
        return [self._said(block) for block in held]

    def _said(self, block: Mapping[str, Any]) -> Any:
        value = block["value"]
        return OVERLAID[self._part].shape.read(value["value"]), value.get("decision") or "", _days(block)


def _plain(block: Mapping[str, Any]) -> dict[str, Any]:
    return {key: block[key] for key in ("type", "value", "id") if key in block}


def _days(block: Mapping[str, Any]) -> tuple[date | None, date | None]:
    span = span_of_block(block)
    return span.begins, span.ends


class _Column:
    """A part in a column of its own."""

    def __init__(self, part: Part, column: str = "") -> None:
        self._part, self._column = part, column or part.held_in

    def held(self, page: ProcedurePage) -> Any:
        return getattr(page, self._column)

    def put(self, page: ProcedurePage, held: Any) -> None:
        setattr(page, self._column, held)

    def lay(self, page: ProcedurePage, difference: Difference) -> None:
        self.put(page, self._part.shape.write(difference.value))

    def says(self, held: Any) -> Any:
        return self._part.shape.read(held)


class _Name:
    """The official name, and the short one where no editor wrote his own."""

    def held(self, page: ProcedurePage) -> Any:
        return [page.official_name, page.title]

    def put(self, page: ProcedurePage, held: Sequence[str]) -> None:
        page.official_name, page.title = held
        page.draft_title = page.title

    def lay(self, page: ProcedurePage, difference: Difference) -> None:
        if is_made(page.title, page.official_name):
            page.title = page.draft_title = display_name(difference.value)
        page.official_name = difference.value

    def says(self, held: Sequence[str]) -> Any:
        return tuple(held)


class _Levels:
    """The levels that carry it out, each between its days: those that are named no more end, new ones begin."""

    def held(self, page: ProcedurePage) -> Any:
        return [_level_held(row) for row in page.levels.all()]

    def put(self, page: ProcedurePage, held: Sequence[Mapping[str, Any]]) -> None:
        # As a form hangs rows on a page.
        setattr(page, "levels", [ProcedureLevel(page_id=page.pk, **_level_values(each)) for each in held])  # noqa: B010

    def lay(self, page: ProcedurePage, difference: Difference) -> None:
        kept = [row for each in self.held(page) if (row := _until(each, difference))]
        on = difference.day.isoformat()
        stated = {row["level"] for row in kept if _is_in_force(row, on)}
        new = [
            _new_level(level, difference, len(kept) + order) | {"valid_to": _next_begin(level, kept, on)}
            for order, level in enumerate(difference.value)
            if level not in stated
        ]
        self.put(page, [*kept, *new])

    def says(self, held: Iterable[Mapping[str, Any]]) -> Any:
        return sorted(tuple(str(each[name]) for name in _LEVEL_FIELDS if name != "sort_order") for each in held)


def _level_held(row: ProcedureLevel) -> dict[str, Any]:
    return {name: _iso(getattr(row, name)) for name in _LEVEL_FIELDS}


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _level_values(held: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _day(held[name]) if name.startswith("valid_") else held[name] for name in _LEVEL_FIELDS}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _until(held: Mapping[str, Any], difference: Difference) -> dict[str, Any] | None:
    """A level's row as it is after the difference; None for one that would have begun only then."""
    if held["level"] in difference.value or (held["valid_to"] and held["valid_to"] <= difference.day.isoformat()):
        return dict(held)
    begins = _day(held["valid_from"])
    return None if begins and begins >= difference.day else {**held, "valid_to": difference.day.isoformat()}


def _is_in_force(held: Mapping[str, Any], on: str) -> bool:
    return (held["valid_from"] or on) <= on and not (held["valid_to"] and held["valid_to"] <= on)


def _next_begin(level: str, rows: Iterable[Mapping[str, Any]], on: str) -> str | None:
    """The day after `on` from which a row says the level already: a new one ends there, so that no day has two."""
    begins = [row["valid_from"] for row in rows if row["level"] == level]
    return min((day for day in begins if day and day > on), default=None)


def _new_level(level: str, difference: Difference, order: int) -> dict[str, Any]:
    days = {"valid_from": difference.day.isoformat()}
    return {"level": level, "layer": "local", "decision": difference.decision, "sort_order": order, **days}


class _End:
    """The day from which it is in force no more, by what, and what takes its place."""

    def held(self, page: ProcedurePage) -> Any:
        return [_iso(page.valid_to), page.ending_decision, page.successor_id]

    def put(self, page: ProcedurePage, held: Sequence[Any]) -> None:
        day, page.ending_decision, page.successor_id = held
        page.valid_to = _day(day)

    def lay(self, page: ProcedurePage, difference: Difference) -> None:
        # The column has room for one; the set itself goes on naming all (`models.change_set.public_successors`).
        pages = getattr(page, _AT_HAND, None)
        if pages is None:
            pages = _pages_of(difference.value.successors)
        page.successor_id = next((pages[each] for each in difference.value.successors if each in pages), None)
        page.valid_to, page.ending_decision = difference.day, difference.value.decision or difference.decision

    def says(self, held: Sequence[Any]) -> Any:
        return tuple(held)


def hold_ends(pages: Iterable[ProcedurePage], differences: Iterable[Difference]) -> None:
    """Lets pages have at hand what will take their place by some differences. One query, none where nothing ends."""
    ends = [each.value.successors for each in differences if each.part == ENDS]
    if ends:
        held = _pages_of({each for successors in ends for each in successors})
        for page in pages:
            setattr(page, _AT_HAND, held)


def _pages_of(identities: Collection[int]) -> dict[int, int]:
    return dict(ProcedurePage.objects.filter(identity__in=identities).values_list("identity", "pk"))


class _Begin:
    """Whether citizens see it at all. Publishing and taking down are for who saves the page."""

    def held(self, page: ProcedurePage) -> Any:
        return page.live

    def put(self, page: ProcedurePage, held: bool) -> None:
        page.live = held

    def lay(self, page: ProcedurePage, difference: Difference) -> None:
        page.live = True
        page.valid_from = page.valid_from or difference.day

    def says(self, held: bool) -> Any:
        return held


#: Part → where it stands.
SLOTS: Mapping[str, Slot] = {
    BEGINS: _Begin(),
    "name": _Name(),
    "levels": _Levels(),
    **{name: _Layer(name) for name in OVERLAID},
    **{part.name: _Column(part) for part in OWN},
    "decision_number": _Column(BY_NAME["decision_number"], "local_decision_number"),
    ENDS: _End(),
}
