"""Filters of the list of documents: what may be chosen, what was chosen, and which documents are left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from legal_documents.facts import validity
from legal_documents.kinds import DocumentKind
from legal_documents.models.documents import DocumentQuerySet
from vietnamese.order import sort_key
from vietnamese.spelling import squeeze

LONGEST_QUERY = 200


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: GET parameter, name, values with their labels, and the value chosen ("" for none)."""

    name: str
    label: str
    values: tuple[tuple[str, str], ...]
    chosen: str

    def shown(self) -> dict[str, Any]:
        """As templates read it: name, label, selected_label, options [{value, label, selected}]."""
        options = [{"value": value, "label": label, "selected": value == self.chosen} for value, label in self.values]
        selected = next((option["label"] for option in options if option["selected"]), "")
        return {"name": self.name, "label": self.label, "options": options, "selected_label": selected}


def query_of(asked: Mapping[str, str]) -> str:
    """The words asked for, on one line and without what no database takes (NUL)."""
    return squeeze(asked.get("q", "")[:LONGEST_QUERY])


def filters_of(documents: DocumentQuerySet, asked: Mapping[str, str]) -> tuple[Filter, ...]:
    """The filters with the values that occur among the documents. A value asked for that does not occur is as
    none. One query."""
    found = list(documents.order_by().values_list("kind", "issuer_name", "issued_on__year").distinct())
    kinds = {kind for kind, _, _ in found}
    issuers = sorted({issuer for _, issuer, _ in found if issuer}, key=sort_key)
    years = sorted({year for _, _, year in found if year}, reverse=True)
    return (
        _filter(asked, "kind", "Loại văn bản", [pair for pair in DocumentKind.choices if pair[0] in kinds]),
        _filter(asked, "issuer", "Cơ quan ban hành", _same(issuers)),
        _filter(asked, "year", "Năm ban hành", _same(years)),
        _filter(asked, "status", "Hiệu lực", list(validity.LABELS.items())),
    )


def narrowed(documents: DocumentQuerySet, filters: Iterable[Filter], on: date) -> DocumentQuerySet:
    """The documents that pass every filter on that day."""
    chosen = {each.name: each.chosen for each in filters if each.chosen}
    plain = {_COLUMNS[name]: value for name, value in chosen.items() if name in _COLUMNS}
    left = documents.filter(**plain)
    return left.with_status(chosen["status"], on) if "status" in chosen else left


_COLUMNS = {"kind": "kind", "issuer": "issuer_name", "year": "issued_on__year"}


def _filter(asked: Mapping[str, str], name: str, label: str, values: Iterable[tuple[str, str]]) -> Filter:
    values = tuple(values)
    chosen = asked.get(name, "")
    return Filter(name, label, values, chosen if chosen in dict(values) else "")


def _same(values: Iterable[object]) -> list[tuple[str, str]]:
    return [(str(value), str(value)) for value in values]
