"""The catalogue's models, one concept a file."""

from procedures_catalog.models.catalogue import ProcedureIndexPage, ProcedureShelfPage
from procedures_catalog.models.change_set import ChangeSet, ChangeSetStep, DatedDifference
from procedures_catalog.models.everyday import EverydayWords
from procedures_catalog.models.facts import ProcedureAgency, ProcedureApplicant, ProcedureLegalBasis, ProcedureLevel
from procedures_catalog.models.form import FormUse, FormVersion, LibraryForm
from procedures_catalog.models.identity import ProcedureCode, ProcedureIdentity
from procedures_catalog.models.import_item import ImportedPage, ImportItem, ImportPart, KeptPart
from procedures_catalog.models.import_run import ImportRun
from procedures_catalog.models.judged import Judged
from procedures_catalog.models.legacy import LegacyAddress
from procedures_catalog.models.national_record import NationalRecord
from procedures_catalog.models.overlaid_change import OverlaidChange
from procedures_catalog.models.owner_rule import OwnerRule
from procedures_catalog.models.procedure import ProcedurePage
from procedures_catalog.models.reference import ApplicantKind, Sector
from procedures_catalog.models.settings import CatalogueSettings
from procedures_catalog.models.shared_amount import SharedAmount
from procedures_catalog.models.version import ChangeNote, ChangeNoteCorrection, PublishedVersion

__all__ = [
    "ApplicantKind",
    "CatalogueSettings",
    "ChangeNote",
    "ChangeNoteCorrection",
    "ChangeSet",
    "ChangeSetStep",
    "DatedDifference",
    "EverydayWords",
    "FormUse",
    "FormVersion",
    "ImportItem",
    "ImportPart",
    "ImportRun",
    "ImportedPage",
    "Judged",
    "KeptPart",
    "LegacyAddress",
    "LibraryForm",
    "NationalRecord",
    "OverlaidChange",
    "OwnerRule",
    "ProcedureAgency",
    "ProcedureApplicant",
    "ProcedureCode",
    "ProcedureIdentity",
    "ProcedureIndexPage",
    "ProcedureLegalBasis",
    "ProcedureLevel",
    "ProcedurePage",
    "ProcedureShelfPage",
    "PublishedVersion",
    "Sector",
    "SharedAmount",
]
