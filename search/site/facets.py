"""What results can be narrowed by: the words of the address, what people read, and which values are offered."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from agencies.models import Agency
from procedures_catalog.facts.vocabulary import LEVELS, NEAREST_FIRST, ONLINE_LEVELS
from procedures_catalog.models import ApplicantKind, Sector

MOST_OPTIONS = 40  # of one facet; whoever looks for a rarer one types its name
LONGEST_VALUE = 200  # characters

VALIDITY = {"current": "Đang áp dụng", "ended": "Đã bãi bỏ, hết hiệu lực"}

Names = Mapping[str, str]
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Facet:
    """`parameter` stands in the address, as in the catalogue; `name` is the facet of entries; `labels` gives the words
    for some of its values. `order` lists the values that have an order of their own; the others stand by count."""

    parameter: str
    name: str
    label: str
    labels: Callable[[Iterable[str]], Names]
    order: Sequence[str] = ()


def _fixed(names: Names) -> Callable[[Iterable[str]], Names]:
    return lambda values: names


def _named(model: Any) -> Callable[[Iterable[str]], Names]:
    """Names by slug; no query for no slugs."""
    return lambda slugs: dict(model.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}


FACETS = (
    Facet("cap", "level", "Nộp ở cấp nào", _fixed(LEVELS), NEAREST_FIRST),
    Facet("linh-vuc", "sector", "Lĩnh vực", _named(Sector)),
    Facet("co-quan", "agency", "Cơ quan", _named(Agency)),
    Facet("doi-tuong", "applicant", "Ai làm thủ tục", _named(ApplicantKind)),
    Facet("truc-tuyen", "online", "Nộp trực tuyến", _fixed(ONLINE_LEVELS), tuple(ONLINE_LEVELS)),
    Facet("hieu-luc", "validity", "Hiệu lực", _fixed(VALIDITY), tuple(VALIDITY)),
)


def chosen(data: QueryDict) -> dict[str, str]:
    """Parameter → the value that an address chooses; what is too long to be a value is left out."""
    values = {facet.parameter: data.get(facet.parameter, "").replace("\0", "").strip() for facet in FACETS}
    return {name: value for name, value in values.items() if 0 < len(value) <= LONGEST_VALUE}


def as_facets(choice: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """A choice by parameters as the facets of a `Query`."""
    return {facet.name: (choice[facet.parameter],) for facet in FACETS if facet.parameter in choice}


def filters(counts: Counts, choice: Mapping[str, str], total: int) -> list[dict[str, Any]]:
    """The filter groups of `components/filter_group.html` that are chosen or can narrow `total` results.

    Three queries at most.
    """
    groups = [_group(facet, counts.get(facet.name, {}), choice.get(facet.parameter, "")) for facet in FACETS]
    return [group for group in groups if group["selected_label"] or _narrows(group, total)]


def _narrows(group: Mapping[str, Any], total: int) -> bool:
    return any(option["count"] < total for option in group["options"])


def _group(facet: Facet, counts: Mapping[str, int], value: str) -> dict[str, Any]:
    offered = _offered(facet, counts, value)
    labels = facet.labels(offered)
    options = [
        {"value": each, "label": labels.get(each, each), "count": counts.get(each, 0), "selected": each == value}
        for each in offered
        if each in labels or each == value
    ]
    label = labels.get(value, value)
    return {"name": facet.parameter, "label": facet.label, "options": options, "selected_label": label}


def _offered(facet: Facet, counts: Mapping[str, int], value: str) -> list[str]:
    """The values in the facet's own order or the commonest first, and the chosen one in any case."""
    ordered = [each for each in facet.order if each in counts] or sorted(counts, key=lambda each: (-counts[each], each))
    kept = ordered[:MOST_OPTIONS]
    return kept if not value or value in kept else [*kept, value]
