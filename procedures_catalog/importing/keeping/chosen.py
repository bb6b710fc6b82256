"""What people chose at the desk of an import that waited there: a row brings what was taken of it, and nothing else."""

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from procedures_catalog.files.issues import ReadRow, RowIssue, about
from procedures_catalog.models import ImportItem, ImportPart, ImportRun

#: Parts that are no fields of a record: all that a province's list says, the national text in the place of the
#: province's, and that the page becomes public.
LISTING, LAYER, LIVE = "listing", "layer", "live"
NOT_TAKEN = "chưa ai nhận ở bàn biên tập, hoặc người xem đã chọn không nhận"
#: What takes the new national text; "keep" does so beneath the province's own text, which goes on standing over it.
_TAKES = ("take", "drop")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Of what was compared, by the keys of rows: new ones that are taken, rows that are left out as they are, and of
    changed ones the parts that are taken, those whose overlay goes, and those about whose overlay somebody chose."""

    new: Set[str]
    left: Set[str]
    taken: Mapping[str, Set[str]]
    dropped: Mapping[str, Set[str]]
    settled: Mapping[str, Set[str]]

    @classmethod
    def of(cls, run: ImportRun) -> "Chosen":
        """What was chosen of a run. Two queries."""
        new, left = set[str](), set[str]()
        for key, choice in run.items.filter(kind="new").values_list("key", "choice"):
            (new if choice == "take" else left).add(key)
        taken, dropped = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
        settled = defaultdict[str, set[str]](set)
        for key, name, choice, ours in _parts(run):
            if ours and choice:
                settled[key].add(name)
            if takes(choice, ours):
                taken[key].add(name)
            elif name == LAYER:
                left.add(key)
            if choice == "drop":
                dropped[key].add(name)
        return cls(new, left, taken, dropped, settled)

    def said(self, row: ReadRow) -> ReadRow | RowIssue:
        """The row with what is taken of it; why it is left out."""
        key = key_of(row)
        if key in self.left:
            return about(row, "", NOT_TAKEN)
        names = self.taken.get(key, frozenset())
        if key in self.new or {LISTING, LAYER} & names:
            return row
        return replace(row, known=row.known & names)

    def publishes(self, row: ReadRow) -> bool:
        """Whether the row's page may become public."""
        key = key_of(row)
        return key in self.new or LIVE in self.taken.get(key, ())


def _parts(run: ImportRun) -> list[tuple[str, str, str, str]]:
    parts = ImportPart.objects.filter(item__run=run)
    return list(parts.values_list("item__key", "name", "choice", "ours"))


def takes(choice: str, ours: str) -> bool:
    """Whether a choice about a part brings the new text; beneath a text of the province's own it always comes, for
    what stands over it is another question."""
    return choice in _TAKES or bool(ours)


def key_of(row: ReadRow) -> str:
    """What a row of one file is known by."""
    return row.base() or row.place()


def undecided(run: ImportRun) -> int:
    """How many parts and procedures nobody has chosen about yet; they are not taken."""
    parts = ImportPart.objects.filter(item__run=run, choice="", ours="").count()
    return parts + ImportItem.objects.filter(run=run, choice="", kind__in=["new", "vanished", "list"]).count()
