"""Lines of results with twins under one heading that says what tells them apart."""

from collections.abc import Iterator, Sequence
from typing import Any

from search.ranking.twins import groups


def grouped(lines: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """{thing, apart, lines}: neighbours that are nearly the same together, `thing` "" for a line by itself, `apart` in
    words what tells them apart. Only procedures have twins."""
    at = 0
    for group in groups([line["title"] if line["is_procedure"] else "" for line in lines]):
        yield {"thing": group.thing, "apart": " và ".join(group.apart), "lines": lines[at : at + group.size]}
        at += group.size
