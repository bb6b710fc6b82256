"""What an import did, counted and listed for the person who ran it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from procedures_catalog.importing.complaints import Complaint

COUNTS = ("read", "created", "updated", "unchanged", "repaired", "refused")


@dataclass
class Report:
    """Counts of rows, and the remarks on those that were repaired, refused or held back, file by file.

    Every row read is created, updated, unchanged or refused; `repaired` counts rows among them. `rows_written` is the
    number of database rows that changed.
    """

    counts: Counter[str] = field(default_factory=Counter)
    repaired: list[tuple[str, Complaint]] = field(default_factory=list)
    refused: list[tuple[str, Complaint]] = field(default_factory=list)
    dry_run: bool = False
    rows_written: int = 0

    def refuse(self, file: str, complaint: Complaint) -> None:
        """Notes a row that was not taken."""
        self.counts["refused"] += 1
        self.refused.append((file, complaint))

    def repair(self, file: str, complaints: tuple[Complaint, ...]) -> None:
        """Notes what was mended in one row."""
        self.counts["repaired"] += bool(complaints)
        self.repaired.extend((file, complaint) for complaint in complaints)

    def as_json(self) -> dict[str, Any]:
        """The report's file: the counts and the two lists, each with file, row, field, value and reason."""
        counts = {name: self.counts[name] for name in COUNTS}
        lists = {name: [_line(*item) for item in getattr(self, name)] for name in ("repaired", "refused")}
        return {
            **counts,
            "dry_run": self.dry_run,
            "rows_written": self.rows_written,
            "repaired_list": lists["repaired"],
            "refused_list": lists["refused"],
        }

    def summary(self) -> str:
        """One Vietnamese line with the counts."""
        words = dict(
            zip(COUNTS, ("đọc", "thêm mới", "cập nhật", "giữ nguyên", "có sửa chữa", "không nhận"), strict=True)
        )
        line = ", ".join(f"{label} {self.counts[name]}" for name, label in words.items())
        return f"{'Chạy thử, chưa ghi gì: ' if self.dry_run else ''}{line}."


def _line(file: str, complaint: Complaint) -> dict[str, Any]:
    return {
        "file": file,
        "row": complaint.row,
        "field": complaint.field,
        "value": complaint.value,
        "reason": complaint.reason,
    }
