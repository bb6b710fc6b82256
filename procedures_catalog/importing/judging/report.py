"""What an import did, counted and listed for the person who ran it."""

import dataclasses
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

from procedures_catalog.files.issues import RowIssue
from procedures_catalog.importing.judging.changes import Change
from procedures_catalog.importing.judging.questions import Question

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


@dataclass
class Report:
    """Counts of rows, and the remarks on those that were repaired, doubtful, refused or held back, file by file.

    Every row read is created, updated, unchanged or refused; `repaired` counts rows among them, `doubtful` holds
    what was taken as it stands and looks wrong. `changes` tells each
    field that an update changes, `questions` what looks wrong, `vanished` the codes of procedures that a whole list
    did not name, `absent` the codes that were ever seen in a national list and that a whole one does not name.
    `rows_written` is the number of database rows that changed, what is kept of the list itself aside.
    """

    counts: Counter[str] = field(default_factory=Counter)
    repaired: list[tuple[str, RowIssue]] = field(default_factory=list)
    doubtful: list[tuple[str, RowIssue]] = field(default_factory=list)
    refused: list[tuple[str, RowIssue]] = field(default_factory=list)
    changes: list[tuple[str, Change]] = field(default_factory=list)
    questions: list[tuple[str, Question]] = field(default_factory=list)
    vanished: dict[str, list[str]] = field(default_factory=dict)
    absent: list[tuple[str, Absent]] = field(default_factory=list)
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

    def add(self, other: "Report") -> None:
        """Takes in what another report says, such as that of one file of several."""
        self.counts.update(other.counts)
        for name in ("repaired", "doubtful", "refused", "changes", "questions", "absent"):
            getattr(self, name).extend(getattr(other, name))
        self.vanished |= other.vanished
        self.rows_written += other.rows_written

    def asks(self, accept: Set[str]) -> bool:
        """Whether something looks wrong for a reason that nobody accepted."""
        return any(question.reason not in accept for _, question in self.questions)

    def as_json(self) -> dict[str, Any]:
        """The report's file: the counts, and each list with the file, then what stands in it."""
        counts = {name: self.counts[name] for name in COUNTS}
        return {
            **counts,
            "doubtful": len(self.doubtful),
            "absent": len(self.absent),
            "dry_run": self.dry_run,
            "rows_written": self.rows_written,
            **{
                f"{name}_list": [{"file": file, **dataclasses.asdict(item)} for file, item in items]
                for name, items in (
                    ("question", self.questions),
                    ("absent", self.absent),
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
        others = (("đáng ngờ", self.doubtful), ("vắng mặt", self.absent))
        line = ", ".join([*told, *(f"{label} {len(found)}" for label, found in others if found)])
        return f"{'Chạy thử, chưa ghi gì: ' if self.dry_run else ''}{line}."
