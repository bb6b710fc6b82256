"""Every address that is registered, filled in with what belongs to one commune or the other."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.cms.access.matrix.fillings import ASKED, BY_NAME, BY_PARAMETER, ROUTES, WORDS

_PARAMETER = re.compile(r"<(?:[a-z_]+:)?([a-z_]+)>")
_OF_ROWS = re.compile(r"wagtailsnippet(?:chooser)?s_(?:agencies|procedures_catalog|search)_([a-z]+):")


@dataclass(frozen=True, slots=True)
class Registered:
    """A pattern: its name with its namespaces (what Django calls its view, where it has none), and its route."""

    name: str
    route: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One way in which a pattern is asked: what the table of answers calls it, and its address with names of things in
    braces."""

    key: str
    address: str

    @property
    def names_a_thing(self) -> bool:
        """Whether it is another address for another commune."""
        return self.of(_Numbered("1")) != self.of(_Numbered("2"))

    def of(self, numbers: Mapping[str, Any]) -> str:
        """The address with these things in it."""
        return self.address.format_map(numbers)


class _Numbered(dict[str, str]):
    """What is a commune's own has another number in each; the rest is common."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, name: str) -> str:
        return name if name in WORDS else f"{name}{self._number}"


def registered() -> list[Registered]:
    """All patterns, each once."""
    return sorted(set(_below(get_resolver())), key=lambda each: (each.name, each.route))


def _below(resolver: URLResolver, before: str = "", spaces: tuple[str, ...] = ()) -> Iterator[Registered]:
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _below(each, route, (*spaces, each.namespace) if each.namespace else spaces)
        elif isinstance(each, URLPattern):
            yield Registered(":".join((*spaces, each.name or each.lookup_str)), route)


def ways() -> list[Asked]:
    """Every pattern in every way in which it is asked."""
    patterns = registered()
    times = Counter(pattern.name for pattern in patterns)
    return [way for pattern in patterns for way in _ways(pattern, pattern.route if times[pattern.name] > 1 else "")]


def _ways(pattern: Registered, route: str) -> Iterator[Asked]:
    """`route` tells patterns of one name apart."""
    for filling in ASKED.get(pattern.name, [{}]):
        told = (value for name, value in filling.items() if name in ("app_label", "model_name", "action", "?"))
        yield Asked(" ".join(filter(None, (pattern.name, route, *told))), _filled(pattern, filling))


def _filled(pattern: Registered, filling: Mapping[str, str]) -> str:
    route = ROUTES.get(pattern.name) or _named_groups(pattern.route)
    route = _PARAMETER.sub(lambda found: filling.get(found[1]) or _value(pattern, found[1]), route)
    return f"/{route}".replace("^", "") + filling.get("?", "")


def _named_groups(route: str) -> str:
    """The addresses of comparisons are regular expressions."""
    versions = route.replace(
        r"(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)/$", "live...latest/"
    )
    return versions.replace("(?P<pk>.+)", "<pk>")


def _value(pattern: Registered, parameter: str) -> str:
    rows = _OF_ROWS.match(pattern.name)
    if parameter == "pk" and rows:
        return f"{{{rows[1]}}}"
    if parameter == "pk":
        fitting = [beginning for beginning in BY_NAME if pattern.name.startswith(beginning)]
        return f"{{{BY_NAME[max(fitting, key=len)] if fitting else 'nothing'}}}"
    return f"{{{BY_PARAMETER[parameter]}}}"
