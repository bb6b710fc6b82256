"""What a procedure's page says of itself to the finder: numbers, names, what people say, facets, its words."""

import datetime
from collections.abc import Mapping
from typing import Any

from procedures_catalog.facts import findable
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.searchable import searchable_text
from procedures_catalog.facts.static_rank import standing
from procedures_catalog.page_context import facets_on


class Findable:
    """Of a page with a procedure's columns and rows."""

    identity: Any
    code: Any
    code_base: Any
    everyday_said: Any
    present_levels: Any

    def search_codes(self) -> tuple[str, ...]:
        """Numbers it is known by."""
        return findable.codes(self, self.identity.short_code, self.identity.former_codes())

    def search_names(self) -> tuple[str, ...]:
        """Names besides its title."""
        return findable.names(self)

    def search_phrases(self) -> tuple[str, ...]:
        """How people speak of it."""
        return findable.phrases(self.everyday_said)

    def search_facets(self, on: datetime.date) -> Mapping[str, tuple[str, ...]]:
        """What results can be narrowed by."""
        return facets_on(self, on)

    def search_rank(self, on: datetime.date) -> float:
        """How likely it is the one that is meant."""
        return standing(self.code_base or self.code, self.present_levels(on))

    def search_text(self, on: datetime.date) -> str:
        """The words of its parts."""
        return searchable_text(effective_record(self, on))
