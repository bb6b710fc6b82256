"""What records refer to, looked up once for many: sectors, applicant kinds, registered agencies, held documents, and
the catalogue's rules."""

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import TypeVar

from agencies.models import Agency
from legal_documents.facts.citations import Citation
from legal_documents.models import documents_cited
from pages.turns import Turns
from procedures_catalog.facts.naming import name_key
from procedures_catalog.facts.record import LegalBasis, ProcedureRecord
from procedures_catalog.models import ApplicantKind, CatalogueSettings, Sector
from vietnamese.spelling import squeeze

#: New names in the first turn.
NAMES_FIRST = 25
Named = TypeVar("Named", Sector, ApplicantKind)


class References:
    """Everything a batch of records refers to; names unknown so far are added to their lists by turns, and without
    turns stay unknown."""

    def __init__(self, records: Iterable[ProcedureRecord], turns: Turns | None = None) -> None:
        records = list(records)
        self._sectors = _ensure(Sector, (record.sector for record in records), turns)
        self._kinds = _ensure(ApplicantKind, (name for record in records for name in record.applicants), turns)
        self._agencies = {name_key(name): pk for pk, name in Agency.objects.order_by("-pk").values_list("pk", "name")}
        self._documents = documents_cited({_cited(basis) for record in records for basis in record.legal_bases})

    @cached_property
    def rules(self) -> CatalogueSettings:
        """The catalogue's rules, as they are when a row first asks for them."""
        return CatalogueSettings.load()

    def sector(self, name: str) -> Sector | None:
        """The sector of that name in any capitals; None for no name."""
        return self._sectors.get(name_key(name))

    def has_applicant(self, name: str) -> bool:
        """Whether there is an applicant kind of that name."""
        return name_key(name) in self._kinds

    def applicant(self, name: str) -> ApplicantKind:
        """The applicant kind of that name."""
        return self._kinds[name_key(name)]

    def agency_id(self, name: str) -> int | None:
        """The id of the registered agency of that name; None where the registry has none."""
        return self._agencies.get(name_key(name))

    def document_id(self, basis: LegalBasis) -> int | None:
        """The id of the document page that is surely meant; None where the portal does not hold it or cannot tell."""
        return self._documents.get(_cited(basis))


def _cited(basis: LegalBasis) -> Citation:
    return Citation(basis.number or "", basis.title)


def _ensure(model: type[Named], names: Iterable[str], turns: Turns | None) -> dict[str, Named]:
    held = {name_key(item.name): item for item in model.objects.all()}
    return held if turns is None else held | _added(model, names, held, turns)


def _added(model: type[Named], names: Iterable[str], held: Collection[str], turns: Turns) -> dict[str, Named]:
    missing: dict[str, str] = {}
    for name in filter(None, map(squeeze, names)):
        if name_key(name) not in held:
            missing.setdefault(name_key(name), name)
    added: dict[str, Named] = {}
    for portion in turns.portions(list(missing.items()), NAMES_FIRST):
        with turns.turn():
            added |= {key: model.objects.get_or_create(name=name)[0] for key, name in portion}
    return added
