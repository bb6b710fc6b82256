"""The catalogue as the lines of a decision are held against it: by code, by former code, by name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.db.models import BooleanField, ExpressionWrapper

from agencies.reach import ALL, Agencies
from pages.published import is_published
from pages.shelves.keepers import shelves_of
from procedures_catalog.importing.judging.other_names import key_of
from procedures_catalog.models import ProcedureCode, ProcedurePage

_LIKE = 5  # names that are offered at most


@dataclass(frozen=True, slots=True)
class Held:
    """A procedure. `is_own`: those for whom the decision is worked on keep it."""

    page: int
    identity: int
    code: str
    name: str
    is_own: bool = True
    is_public: bool = True

    @property
    def is_closed(self) -> bool:
        """Whether others keep it and have not published it, so that not even its name may be told."""
        return not (self.is_own or self.is_public)


class Catalogue:
    """All procedures."""

    def __init__(self, held: Iterable[Held]) -> None:
        every = list(held)
        self.by_code = {each.code: each for each in every if each.code}
        self.by_identity = {each.identity: each for each in every}
        self._by_name = defaultdict[str, list[Held]](list)
        for each in every:
            if not each.is_closed:
                self._by_name[key_of(each.name)].append(each)
        self.former = {
            base: self.by_identity[identity]
            for base, identity in ProcedureCode.objects.filter(is_present=False).values_list("base", "identity")
            if identity in self.by_identity
        }

    @classmethod
    def whole(cls) -> Self:
        """For who works for the whole portal. Two queries."""
        return cls.of(ALL)

    @classmethod
    def of(cls, agencies: Agencies) -> Self:
        """For who works for some agencies: what stands on their shelves is theirs. Three queries."""
        own = ("",) if agencies.is_all else shelves_of(agencies)
        public = ExpressionWrapper(is_published(), BooleanField())
        rows = ProcedurePage.objects.annotate(is_public=public).order_by("code_base")
        columns = ("pk", "identity", "code_base", "official_name", "title", "path", "is_public")
        return cls(
            Held(page, identity, code, official or title, path.startswith(own), is_open)
            for page, identity, code, official, title, path, is_open in rows.values_list(*columns)
        )

    def called(self, name: str) -> tuple[Held, ...]:
        """Those of a name, a few at most."""
        return tuple(self._by_name.get(key_of(name), ())[:_LIKE])

    def of_code(self, code: str) -> Held | None:
        """By its code of today or of before."""
        return self.by_code.get(code) or self.former.get(code)
