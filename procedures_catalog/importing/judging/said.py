"""What an import says to the person at the terminal: what looks wrong, changes, is missed or refused; bounded."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from procedures_catalog.facts.scope.scope import REASONS as REASONS_AGAINST
from procedures_catalog.files.issues import RowIssue, place
from procedures_catalog.importing.judging.questions import REASONS, Question
from procedures_catalog.importing.judging.report import Absent, KeptBack, Report

#: Lines of one kind; the rest stands in the report's file. Changes may be more: they are what an import is for.
MOST_SHOWN, MOST_CHANGES = 20, 100
#: Of what is kept back, for each reason: whoever needs them all takes the report.
MOST_KEPT_BACK = 3


def questions(report: Report) -> Iterator[str]:
    """What looks wrong, reason by reason, with the word that accepts it."""
    for reason, meaning in REASONS.items():
        asked = [question for _, question in report.questions if question.reason == reason]
        if asked:
            yield f"{meaning[:1].upper()}{meaning[1:]} ({len(asked)}); chấp nhận bằng --accept {reason}:"
            if asked[0].code:
                yield f"  (chỉ những thủ tục đã xem, bỏ bớt mã ở đây: {_accepting(reason, asked)})"
            yield from _bounded(f"  {' '.join(filter(None, (q.code, _cut(q.name)))) or '–'}: {q.text}" for q in asked)


def _accepting(reason: str, asked: Sequence[Question]) -> str:
    """The word that accepts what is asked about some codes alone, ready to be copied."""
    codes = list(dict.fromkeys(question.base() for question in asked))
    more = ",…" if len(codes) > MOST_SHOWN else ""
    return f"--accept {reason}:{','.join(codes[:MOST_SHOWN])}{more}"


def asking(report: Report) -> Iterator[str]:
    """That something is asked, in one line for the head of the report."""
    kinds = Counter(question.reason for _, question in report.questions)
    if kinds:
        counts = ", ".join(f"{reason} {count}" for reason, count in kinds.items())
        yield f"Có {kinds.total()} điều phải hỏi ({counts}); xem ở cuối."


def changes(report: Report) -> Iterator[str]:
    """What an update changes, before and after; what only fills an empty place comes last, and less of it."""
    told = [change for _, change in report.changes]
    yield from _bounded([change.line() for change in told if change.before], MOST_CHANGES)
    yield from _bounded([change.line() for change in told if not change.before])


def abolished(report: Report) -> Iterator[str]:
    """What lists call abolished, with what the catalogue has of it; what is still public comes first."""
    if not report.abolished:
        return
    yield (
        f"Danh sách ghi là bãi bỏ, hết hiệu lực hoặc bị thay thế ({len(report.abolished)}); không nhập, và trang "
        "đang có không bị đổi:"
    )
    rows = sorted(report.abolished, key=lambda each: "đang công bố" not in each[1].held)
    yield from _bounded(
        [f"  {file} {place(row.row, row.sheet)}: {row.code or '–'} {_cut(row.name)}: {row.held}" for file, row in rows]
    )


def reopened(report: Report) -> Iterator[str]:
    """The sets that have to be approved once more because the import rewrote a draft in them."""
    if report.reopened:
        yield f"Gói thay đổi phải thẩm định, duyệt lại vì lần nhập viết lại bản nháp ({len(report.reopened)}):"
        yield from _bounded([f"  {each.title}" for _, each in report.reopened])


def absences(report: Report) -> Iterator[str]:
    """The codes that a whole national file has no more, with where they were seen last."""
    yield from _bounded([_absence(file, absent) for file, absent in report.absent])


def _absence(file: str, absent: Absent) -> str:
    seen, since = (date.fromisoformat(day).strftime("%d/%m/%Y") for day in (absent.seen_on, absent.since))
    return (
        f"{absent.code} {_cut(absent.name)}: vắng mặt trong {file} từ {since}; thấy sau cùng {seen} ở {absent.seen_in}"
    )


def doubts(report: Report) -> Iterator[str]:
    """What was taken as it stands and looks wrong, each with what the file says and what may be meant; of rows that
    changed nothing only how many."""
    new = report.doubtful[: report.doubtful_new]
    yield from _bounded([f"{_issue(file, issue)}: “{_cut(issue.value)}”" for file, issue in new])
    if report.doubtful_before:
        yield f"{report.doubtful_before} điều đáng ngờ nữa ở những dòng không đổi gì; xem bằng --report."


def kept_back(report: Report) -> Iterator[str]:
    """What is public though no import makes it so; then what none makes public, for each reason the first few."""
    public = [row for _, row in report.kept_back if row.is_public]
    heading = "Đang công bố dù không lần nhập nào tự công bố; nếu không phải chủ ý thì hãy gỡ"
    yield from _listed(heading, public, MOST_SHOWN)
    for reason, meaning in REASONS_AGAINST.items():
        rows = [row for _, row in report.kept_back if row.reason == reason and not row.is_public]
        yield from _listed(f"Giữ lại, không công bố: {meaning}", rows, MOST_KEPT_BACK)


def _listed(heading: str, rows: Sequence[KeptBack], most: int) -> Iterator[str]:
    if rows:
        yield f"{heading} ({len(rows)}):"
        yield from _bounded([f"  {row.code} {_cut(row.name)}{_of(row.provinces)}" for row in rows], most)


def _of(provinces: str) -> str:
    return f" – {provinces}" if provinces else ""


def told(report: Report) -> Iterator[str]:
    """What is said of each file itself: its sheets, its columns that were not read."""
    yield from _bounded([_of_file(file, issue) for file, issue in report.told])


def _of_file(file: str, issue: RowIssue) -> str:
    where = f"{file} {issue.place()}" if issue.row else file
    return ": ".join(filter(None, (where, issue.field, issue.reason)))


def repairs(report: Report) -> Iterator[str]:
    """What was mended, one line a kind of mend with how many rows and the first of them."""
    kinds: dict[str, list[tuple[str, RowIssue]]] = {}
    for file, issue in report.repaired:
        kinds.setdefault(_kind(issue), []).append((file, issue))
    yield from _bounded([_mend(kind, found) for kind, found in kinds.items()])


def _kind(issue: RowIssue) -> str:
    """The reason without what it says of one row alone."""
    return re.sub(r"(?:, đọc là|, thêm lại thành| với dòng) .*$", "", issue.reason)


def _mend(kind: str, found: Sequence[tuple[str, RowIssue]]) -> str:
    file, first = found[0]
    reason = first.reason if len(first.reason) < 160 else kind
    did = "Không đọc" if "không nhập ô này" in reason or reason.startswith("không ") else "Đã sửa"
    return f"{did} {len(found)} ô, như {file} {first.place()}, “{_cut(first.value)}”: {reason}"


def refusals(report: Report) -> Iterator[str]:
    """The rows that were not taken, each with its procedure."""
    yield from _bounded([_issue(file, complaint) for file, complaint in report.refused])


def _issue(file: str, complaint: RowIssue) -> str:
    procedure = " ".join(filter(None, (complaint.code, _cut(complaint.name))))
    return ": ".join(filter(None, (f"{file} {complaint.place()}", procedure, complaint.field, complaint.reason)))


def _bounded(lines: Iterable[str], most: int = MOST_SHOWN) -> Sequence[str]:
    lines = list(lines)
    rest = len(lines) - most
    return lines if rest <= 0 else [*lines[:most], f"… và {rest} dòng nữa; xem đủ bằng --report."]


def _cut(text: str, most: int = 80) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
