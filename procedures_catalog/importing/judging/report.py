"""What an import did, counted and listed for the person who ran it."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from typing import Any

from procedures_catalog.files.issues import RowIssue
from procedures_catalog.importing.judging.changes import Change
from procedures_catalog.importing.judging.questions import Question

_LISTS = ("told", "repaired", "refused", "changes", "questions", "absent", "kept_back", "abolished", "reopened")
COUNTS = ("read", "created", "updated", "unchanged", "repaired", "refused")


@dataclass(frozen=True, slots=True)
class Absent:
    """A code that was seen before and that a whole national file does not name: where and when it was seen last, and
    since when it is missed; days in ISO."""

    code: str
    name: str
    seen_in: str
    seen_on: str
    since: str


@dataclass(frozen=True, slots=True)
class KeptBack:
    """A row whose page no import makes public: `reason` is a key of `scope.REASONS`, `provinces` are those that it
    names. `is_public`: the page is public all the same, for an editor published it, or an import of older software."""

    code: str
    name: str
    reason: str
    provinces: str = ""
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class Abolished:
    """A row that its list calls abolished: where it says so, and what the catalogue has of its code, in words."""

    row: int
    code: str
    name: str
    reason: str
    held: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Reopened:
    """A set that was checked or approved, and is to be checked anew because the import rewrote a draft in it: its
    number, its title with the day, and the day (ISO)."""

    number: int
    title: str
    day: str


@dataclass
class Report:
    """Counts of rows, and the remarks on those that were repaired, doubtful, refused or held back, file by file.

    Every row read is created, updated, unchanged, refused or abolished by its list; `repaired` counts rows among
    them, `doubtful` holds
    what was taken as it stands and looks wrong, `told` what is said of the file itself: sheets and columns that were
    not read. `changes` tells each
    field that an update changes, `questions` what looks wrong, `vanished` the codes of procedures that a whole list
    did not name, `absent` the codes that were ever seen in a national list and that a whole one does not name,
    `kept_back` what no import publishes, `abolished` what lists call so, `reopened` the sets that it sent back.
    `doubtful_before` is how many of the doubtful, the last of them, are of rows that changed nothing.
    `rows_written` is the number of database rows that changed, what is kept of
    the list itself aside.
    """

    counts: Counter[str] = field(default_factory=Counter)
    told: list[tuple[str, RowIssue]] = field(default_factory=list)
    repaired: list[tuple[str, RowIssue]] = field(default_factory=list)
    doubtful: list[tuple[str, RowIssue]] = field(default_factory=list)
    refused: list[tuple[str, RowIssue]] = field(default_factory=list)
    changes: list[tuple[str, Change]] = field(default_factory=list)
    questions: list[tuple[str, Question]] = field(default_factory=list)
    vanished: dict[str, list[str]] = field(default_factory=dict)
    absent: list[tuple[str, Absent]] = field(default_factory=list)
    kept_back: list[tuple[str, KeptBack]] = field(default_factory=list)
    doubtful_before: int = 0
    abolished: list[tuple[str, Abolished]] = field(default_factory=list)
    reopened: list[tuple[str, Reopened]] = field(default_factory=list)
    dry_run: bool = False
    rows_written: int = 0

    def refuse(self, file: str, complaint: RowIssue) -> None:
        """Notes a row that was not taken."""
        self.counts["refused"] += 1
        self.refused.append((file, complaint))

    def repair(self, file: str, complaints: tuple[RowIssue, ...]) -> None:
        """Notes what was mended in one row."""
        self.counts["repaired"] += bool(complaints)
        self.repaired.extend((file, complaint) for complaint in complaints)

    def keep_back(self, file: str, row: KeptBack | None) -> None:
        """Notes a row that is not published, if it is one."""
        if row:
            self.kept_back.append((file, row))

    def first_of_changed(self, unchanged: Iterable[str]) -> None:
        """Puts what is doubtful about rows that changed nothing, by their codes, behind all else."""
        codes = set(unchanged)
        self.doubtful.sort(key=lambda told: told[1].code in codes)
        self.doubtful_before = sum(issue.code in codes for _, issue in self.doubtful)

    @property
    def unpublished(self) -> int:
        """How many pages are not public because they are kept back."""
        return sum(not row.is_public for _, row in self.kept_back)

    def add(self, other: "Report") -> None:
        """Takes in what another report says, such as that of one file of several."""
        self.counts.update(other.counts)
        self._add_doubtful(other)
        for name in _LISTS:
            getattr(self, name).extend(getattr(other, name))
        self.vanished |= other.vanished
        self.rows_written += other.rows_written

    def _add_doubtful(self, other: "Report") -> None:
        new, before = other.doubtful[: other.doubtful_new], other.doubtful[other.doubtful_new :]
        self.doubtful[self.doubtful_new : self.doubtful_new] = new
        self.doubtful += before
        self.doubtful_before += len(before)

    @property
    def doubtful_new(self) -> int:
        """How many of the doubtful, the first of them, are of rows that are new or changed something."""
        return len(self.doubtful) - self.doubtful_before

    def asks(self, accept: Set[str]) -> bool:
        """Whether something looks wrong that nobody accepted: for its reason, or for that of its code ("name:1.001193",
        the code by its base)."""
        return any(accept.isdisjoint((asked.reason, asked.key())) for _, asked in self.questions)

    def as_json(self) -> dict[str, Any]:
        """The report's file: the counts, and each list with the file, then what stands in it."""
        counts = {name: self.counts[name] for name in COUNTS}
        return {
            **counts,
            "doubtful": len(self.doubtful),
            "doubtful_before": self.doubtful_before,
            "absent": len(self.absent),
            "abolished": self.counts["abolished"],
            "kept_back": self.unpublished,
            "reopened": len(self.reopened),
            "dry_run": self.dry_run,
            "rows_written": self.rows_written,
            **{
                f"{name}_list": [{"file": file, **_as_json(item)} for file, item in items]
                for name, items in (
                    ("question", self.questions),
                    ("abolished", self.abolished),
                    ("reopened", self.reopened),
                    ("absent", self.absent),
                    ("kept_back", self.kept_back),
                    ("told", self.told),
                    ("change", self.changes),
                    ("refused", self.refused),
                    ("repaired", self.repaired),
                    ("doubtful", self.doubtful),
                )
            },
        }

    def summary(self) -> str:
        """One Vietnamese line with the counts."""
        words = dict(
            zip(COUNTS, ("đọc", "thêm mới", "cập nhật", "giữ nguyên", "có sửa chữa", "không nhận"), strict=True)
        )
        told = [f"{label} {self.counts[name]}" for name, label in words.items()]
        others = (
            ("danh sách ghi là bãi bỏ", self.counts["abolished"]),
            ("đáng ngờ", self.doubtful_new),
            ("đáng ngờ từ trước", self.doubtful_before),
            ("vắng mặt", len(self.absent)),
            ("gói thay đổi phải duyệt lại", len(self.reopened)),
        )
        more = (*others, ("giữ lại không công bố", self.unpublished))
        line = ", ".join([*told, *(f"{label} {count}" for label, count in more if count)])
        return f"{'Chạy thử, chưa ghi gì: ' if self.dry_run else ''}{line}."


def _as_json(item: Any) -> dict[str, Any]:
    """What stands in an entry; the sheet only where the file has several."""
    said = dataclasses.asdict(item)
    return {name: value for name, value in said.items() if name != "sheet" or value}
