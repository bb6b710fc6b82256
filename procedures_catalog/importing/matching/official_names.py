"""Which codes the catalogue's official names belong to; asked for once, where a list calls a procedure otherwise."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.judging.other_names import about_other_name, is_same, key_of
from procedures_catalog.importing.judging.questions import Question
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.held_pages import HeldPage


class OfficialNames:
    """The names of all procedures as one query has them."""

    @cached_property
    def _codes_of(self) -> Mapping[str, Sequence[str]]:
        found = defaultdict[str, list[str]](list)
        for base, name in ProcedurePage.objects.order_by("code_base").values_list("code_base", "official_name"):
            found[key_of(name)].append(base)
        return found

    def questions(self, held: HeldPage, row: ReadRow) -> list[Question]:
        """The questions about the name that a province's row gives to a procedure which is held."""
        official = held.columns.official_name
        if row.layer != "local" or "name" not in row.known or is_same(row.record.name, official):
            return []
        if held.columns.listed_name == row.record.name:
            return []  # asked about when it came
        return about_other_name(row, official, self._codes_of)
