"""What an import does not make public by itself: other provinces' procedures, internal ones, rows that say nothing.

They are kept as pages that nobody has published, so that the list stays whole; an editor who publishes one has decided,
and no import takes it down again.
"""

from dataclasses import dataclass

from procedures_catalog.facts.scope.scope import Scope, reason_against, scope_in
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.judging.report import KeptBack
from procedures_catalog.store.own_province import own_names


@dataclass(frozen=True, slots=True)
class Publishing:
    """Whether an import publishes, on the portal of which province: `ours` are all its names."""

    wanted: bool
    ours: frozenset[str]

    @classmethod
    def here(cls, wanted: bool) -> "Publishing":
        """On this portal, as its settings say. Three queries."""
        return cls(wanted, own_names())

    def publishes(self, row: ReadRow) -> bool:
        """Whether the row's page becomes public."""
        return self.wanted and not self._reason(row)

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
