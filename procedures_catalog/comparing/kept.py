"""Two versions compared row by row, by what each kept: all that was shown, or in former times the rows alone."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from procedures_catalog.comparing.items import PARTS, Item
from procedures_catalog.comparing.packing import unpack
from procedures_catalog.comparing.records import PartChange, compare_items
from procedures_catalog.comparing.shown_json import unpack_shown
from procedures_catalog.facts.overlay import PART_LABELS
from procedures_catalog.facts.parts.table import UNSHOWN
from procedures_catalog.facts.titles.display_name import said_name
from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.presenting.shown import STATES, Shown
from vietnamese.days import written

#: Part → its rows. A part that a version does not have at all was not kept; of one that said nothing it has no rows.
Rows = Mapping[str, Sequence[Item]]
#: Part → its key of today, where it was called otherwise when rows were kept.
_FORMER_KEYS = {"field": "sector"}
_READ = tuple(part for part in PARTS if part.key not in UNSHOWN and part.key != "levels")


class Kept(Protocol):
    """What is needed of a PublishedVersion: `kept` and `texts` as the database hands them out, b"" for nothing."""

    @property
    def kept(self) -> bytes | memoryview:
        """All that was shown, packed."""

    @property
    def texts(self) -> bytes | memoryview:
        """The rows of each part, packed."""


def compare_kept(before: Kept, after: Kept, keys: Collection[str] | None = None) -> tuple[PartChange, ...]:
    """The parts that say something else, of those with these keys (None: of all), as far as both kept them."""
    one, other = _rows(before), _rows(after)
    if one is None or other is None:
        return ()
    changes = (
        PartChange(key, label, compare_items(one[key], other[key], is_ordered))
        for key, label, is_ordered in _TOLD
        if key in one and key in other and (keys is None or key in keys)
    )
    return tuple(change for change in changes if change.rows)


def _rows(version: Kept) -> Rows | None:
    if shown := unpack_shown(version.kept):
        return _rows_shown(shown)
    return _former_rows(bytes(version.texts)) if version.texts else None


def _rows_shown(shown: Shown) -> Rows:
    forms = dict(shown.forms)
    read = {part.key: list(part.items(shown.record, forms)) for part in _READ}
    read["decision"] = _decided(read["decision"], shown)
    return read | {key: list(items(shown)) for key, (_, items) in _BESIDE.items()}


def _former_rows(texts: bytes) -> Rows:
    """The rows of a record; what stood beside it was not kept then."""
    parts = json.loads(unpack(texts))
    kept = {_FORMER_KEYS.get(key, key): [_item(row) for row in rows] for key, rows in parts.items()}
    return {part.key: kept.get(part.key, []) for part in _READ}


def _item(row: list[Any]) -> Item:
    label, text, identity, items = row
    return Item(label, text, tuple(_item(inner) for inner in items), identity)


# --- What stands beside the record ----------------------------------------------------------------


def _days(shown: Shown) -> Iterator[Item]:
    for label, day in (("Có hiệu lực từ ngày", shown.valid_from), ("Bãi bỏ từ ngày", shown.valid_to)):
        if day:
            yield Item(label, written(day))
    for part, day in shown.earlier:
        yield Item(f"Hồ sơ nộp trước ngày {written(day)}", f"{PART_LABELS[part]} theo quy định cũ")


def _decided(named: list[Item], shown: Shown) -> list[Item]:
    """The decisions that made it public; the record names only one of them."""
    others = named if len(shown.decisions) > 1 else []
    return [Item("Của tỉnh", shown.local_decision), *others] if shown.local_decision else named


def _ended_by(shown: Shown) -> Iterator[Item]:
    if shown.ending_decision:
        yield Item("", shown.ending_decision)


def _decisions(shown: Shown) -> Iterator[Item]:
    for part, decision in shown.local:
        yield Item(PART_LABELS[part], f"theo quyết định {decision}" if decision else "không ghi quyết định")


#: Key of a part beside the record → what people call it, and its rows.
_BESIDE: Mapping[str, tuple[str, Callable[[Shown], Iterable[Item]]]] = {
    "title": ("Tên trên trang", lambda shown: [Item("", said_name(shown.title, shown.record.name))]),
    "state": ("Tình trạng", lambda shown: [Item("", STATES[shown.state])]),
    "validity": ("Ngày áp dụng", _days),
    "ended_by": ("Quyết định bãi bỏ, thay thế", _ended_by),
    "level": ("Cấp thực hiện", lambda shown: [Item("", LEVELS[level]) for level in dict.fromkeys(shown.levels)]),
    "receiving": ("Cơ quan tiếp nhận", lambda shown: [Item("", name) for name in shown.receiving]),
    "local": ("Nội dung riêng của tỉnh", _decisions),
    "law_states": ("Hiệu lực của căn cứ", lambda shown: [Item(title, state) for title, state in shown.law_states]),
}
#: Key, label and whether the order of rows tells anything, of all parts: what stands above the text comes first.
_TOLD: tuple[tuple[str, str, bool], ...] = (
    *((key, label, False) for key, (label, _) in _BESIDE.items()),
    *((part.key, part.label, part.is_ordered) for part in _READ),
)
