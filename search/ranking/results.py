"""What the finder answers: hits, how many there are, suggestions while typing."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hit:
    """One found thing: its key and score, and what a line about it shows. Content itself comes from the database.

    `score` only orders the hits of one answer. `text` is the beginning of its plain text, for a snippet.
    """

    key: str
    score: float
    kind: str
    title: str
    url: str
    codes: tuple[str, ...] = ()
    is_current: bool = True
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """The hits asked for, `total` of the kind asked for, and `counts` of every kind that has any.

    Only the first `reach` of them can be leafed to. `facets`: facet → value → how many there would be with that value
    and the other facets as they are. `unavailable`: the index could not be asked, so the empty answer says nothing.
    `incomplete`: the index has only what was published since its file was made; a rebuild is due. `held`: how many
    entries the index has in all.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    reach: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    unavailable: bool = False
    incomplete: bool = False
    held: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line under the search box while somebody types; `code` is "" for what has none."""

    title: str
    url: str
    kind: str
    code: str = ""
