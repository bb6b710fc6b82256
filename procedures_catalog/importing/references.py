"""The names that records refer to, looked up in bulk: fields, applicant kinds, registered agencies, held documents."""

from collections.abc import Iterable
from typing import TypeVar

from agencies.models import Agency
from legal_documents.citations import Citation
from legal_documents.models import documents_cited
from procedures_catalog.models import ApplicantKind, Field
from procedures_catalog.record import LegalBasis, ProcedureRecord
from vietnamese.spelling import squeeze

Named = TypeVar("Named", Field, ApplicantKind)


class References:
    """Everything a batch of records refers to; names unknown so far are added to their lists."""

    def __init__(self, records: Iterable[ProcedureRecord]) -> None:
        records = list(records)
        self._fields = _ensure(Field, (record.field for record in records))
        self._kinds = _ensure(ApplicantKind, (name for record in records for name in record.applicants))
        self._agencies = {_key(name): pk for pk, name in Agency.objects.order_by("-pk").values_list("pk", "name")}
        self._documents = documents_cited({_cited(basis) for record in records for basis in record.legal_bases})

    def field(self, name: str) -> Field | None:
        """The field of that name in any capitals; None for no name."""
        return self._fields.get(_key(name))

    def applicant(self, name: str) -> ApplicantKind:
        """The applicant kind of that name."""
        return self._kinds[_key(name)]

    def agency_id(self, name: str) -> int | None:
        """The id of the registered agency of that name; None where the registry has none."""
        return self._agencies.get(_key(name))

    def document_id(self, basis: LegalBasis) -> int | None:
        """The id of the document page that is surely meant; None where the portal does not hold it or cannot tell."""
        return self._documents.get(_cited(basis))


def _cited(basis: LegalBasis) -> Citation:
    return Citation(basis.number or "", basis.title)


def _key(name: str) -> str:
    return squeeze(name).casefold()


def _ensure(model: type[Named], names: Iterable[str]) -> dict[str, Named]:
    held = {_key(item.name): item for item in model.objects.all()}
    for name in dict.fromkeys(squeeze(name) for name in names if name):
        if _key(name) not in held:
            held[_key(name)] = model.objects.create(name=name)
    return held
