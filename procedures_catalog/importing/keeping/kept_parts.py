"""Parts that somebody keeps although the State says something else: no import takes them, nor asks, while it says that.

The State's text is kept beside the choice; formatting that changes in it changes nothing, another word ends it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from procedures_catalog.comparing.packing import pack, unpack
from procedures_catalog.facts.parts.record_json import record_from_json, record_to_json
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.judging.formatting import same_field
from procedures_catalog.importing.keeping.chosen import LAYER, LISTING, LIVE
from procedures_catalog.models import ImportPart, ImportRun, KeptPart

Kept = Mapping[str, Sequence[tuple[str, ProcedureRecord]]]


def kept_parts() -> Kept:
    """By the bases of codes, each part that is kept with what the State said then. One query."""
    found = defaultdict[str, list[tuple[str, ProcedureRecord]]](list)
    for part in KeptPart.objects.all():
        found[part.base].append((part.name, record_from_json(unpack(bytes(part.kept)))))
    return found


def without_kept(row: ReadRow, kept: Kept) -> ReadRow:
    """The row without the parts that are kept against just what it says."""
    names = {name for name, then in kept.get(row.base(), ()) if same_field(name, then, row.record)}
    return replace(row, known=row.known - names) if names and row.layer == "national" else row


def keep_parts(run: ImportRun, rows: Iterable[ReadRow]) -> None:
    """Keeps what was chosen to be kept of a run, against what its rows say; what is taken now is kept no more. Run
    again, it changes nothing."""
    chosen = ImportPart.objects.filter(item__run=run, ours="").exclude(name__in=(LISTING, LAYER, LIVE))
    keeps = defaultdict[str, set[str]](set)
    for base, name in chosen.filter(choice="keep").values_list("item__key", "name"):
        keeps[base].add(name)
    for row in rows:
        for name in keeps.get(row.base(), ()):
            said = pack(record_to_json(_alone(row.record, name)))
            KeptPart.objects.update_or_create(base=row.base(), name=name, defaults={"kept": said, "run": run})
    for base, name in chosen.filter(choice="take").values_list("item__key", "name"):
        if base not in keeps or name not in keeps[base]:
            KeptPart.objects.filter(base=base, name=name).delete()


def _alone(record: ProcedureRecord, name: str) -> ProcedureRecord:
    """A record that says one part alone; a description may repeat the conditions."""
    said = {name: getattr(record, name)} | ({"conditions": record.conditions} if name == "description" else {})
    return replace(ProcedureRecord("", ""), **said)
