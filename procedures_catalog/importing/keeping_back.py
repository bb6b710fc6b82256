"""What an import does not make public by itself: other provinces' procedures, internal ones, rows that say nothing.

They are kept as pages that nobody has published, so that the list stays whole; an editor who publishes one has decided,
and no import takes it down again.
"""

from collections.abc import Set
from dataclasses import dataclass, field

from procedures_catalog.facts.scope.scope import Scope, reason_against, scope_in
from procedures_catalog.files.issues import ReadRow, RowIssue
from procedures_catalog.importing.judging.report import KeptBack
from procedures_catalog.importing.keeping.beginning import pages_beginning
from procedures_catalog.importing.keeping.chosen import Chosen, key_of
from procedures_catalog.importing.keeping.kept_parts import Kept, kept_parts, without_kept
from procedures_catalog.store.own_province import own_names


@dataclass(frozen=True, slots=True)
class Publishing:
    """Whether an import publishes, on the portal of which province: `ours` are all its names; `kept` are the parts that
    somebody keeps, `chosen` what people chose of it, None where it brings all that it says; `beginning` are the pages
    that a set makes public on a day of its own, and no import before that."""

    wanted: bool
    ours: frozenset[str]
    kept: Kept = field(default_factory=dict)
    chosen: Chosen | None = None
    beginning: frozenset[int] = frozenset()

    @classmethod
    def here(cls, wanted: bool, chosen: Chosen | None = None) -> "Publishing":
        """On this portal, as its settings say. Five queries."""
        return cls(wanted, own_names(), kept_parts(), chosen, pages_beginning())

    def said(self, row: ReadRow) -> ReadRow | RowIssue:
        """The row with what of it is to be taken; why it is left out."""
        row = without_kept(row, self.kept)
        return row if self.chosen is None else self.chosen.said(row)

    def leaves(self, row: ReadRow) -> bool:
        """Whether people chose nothing of a row, so that it need not be compared with its page once more."""
        return self.chosen is not None and not row.known and not self.chosen.publishes(row)

    def dropped(self, row: ReadRow) -> Set[str]:
        """The parts of the row's procedure from which the province's own text is taken away."""
        return self.chosen.dropped.get(key_of(row), frozenset()) if self.chosen else frozenset()

    def settled(self, row: ReadRow) -> Set[str]:
        """The parts of the row's procedure about whose own text of the province somebody has chosen."""
        if self.chosen is None:
            return frozenset()
        return self.chosen.settled.get(key_of(row), frozenset())

    def publishes(self, row: ReadRow) -> bool:
        """Whether the row's page becomes public."""
        is_chosen = self.chosen is None or self.chosen.publishes(row)
        return self.wanted and is_chosen and not self._reason(row)

    def kept_back(self, row: ReadRow, was_public: bool = False) -> KeptBack | None:
        """What stands against publishing the row; None where nothing does. `was_public`: its page is so already, and
        stays so unless it turns internal."""
        if not (reason := self._reason(row)):
            return None
        is_public = was_public and not (self.wanted and reason == "internal")
        provinces = ", ".join(self._scope(row).provinces)
        return KeptBack(row.record.code, row.record.name, reason, provinces, is_public)

    def _reason(self, row: ReadRow) -> str:
        return reason_against(self._scope(row), self.ours)

    def _scope(self, row: ReadRow) -> Scope:
        return scope_in(row.layer, row.record, self.ours)
