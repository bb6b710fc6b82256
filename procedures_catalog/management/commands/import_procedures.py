"""Imports procedures from national JSON lines, a province's XLSX export or a CSV list."""

import json
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.scope.scope import PROVINCIAL
from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.importing.apply import Stopped, import_rows, read_file
from procedures_catalog.importing.at_desk.running import finish_now, receive
from procedures_catalog.importing.journal import finish, import_files, only_import
from procedures_catalog.importing.judging import said
from procedures_catalog.importing.judging.questions import REASONS
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.models import ImportRun, ProcedureIndexPage
from procedures_catalog.store.own_province import own_names

#: What the command ends with where something looks wrong that nobody accepted; 1 is any other failure, 2 a wrong word.
ASKS = 3

UNNAMED = (
    "Cổng chưa ghi tên tỉnh (Cài đặt → Thông tin chung của cổng) nên mọi thủ tục do cấp tỉnh quyết định đều bị giữ "
    "lại; ghi tên tỉnh rồi nhập lại."
)


def _accepted(text: str) -> list[str]:
    """A reason, or a reason and the codes for which alone it is accepted, with commas between them."""
    reason, colon, said = text.partition(":")
    codes = [code.strip() for code in said.split(",")]
    if reason not in REASONS or (colon and not all(codes)):
        raise ArgumentTypeError(f"“{text}” không phải một lý do; các lý do: {', '.join(REASONS)}")
    return [f"{reason}:{parse_code(code).base}" for code in codes] if colon else [reason]


class Command(BaseCommand):
    """`manage.py import_procedures FILE…`: see README.md for its options."""

    help = (
        "Nhập thủ tục từ tệp JSON lines quốc gia (.jsonl, .jsonl.gz), bảng XLSX của tỉnh hoặc danh sách CSV. "
        "Không có --publish hay --drafts thì tệp được so sánh rồi chờ người xem và duyệt ở bàn biên tập. "
        f"Mã kết thúc: 0 là xong; {ASKS} là có điều bất thường chưa được chấp nhận và chưa ghi gì, chạy thử cũng vậy; "
        "1 là hỏng việc khác, như tệp không đọc được; 2 là gõ sai lệnh."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("files", nargs="+", type=Path, metavar="TỆP")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help=f"chỉ so sánh và báo cáo, không ghi gì; kết thúc bằng mã {ASKS} nếu lần nhập thật sẽ dừng lại hỏi",
        )
        now = parser.add_mutually_exclusive_group()
        now.add_argument("--publish", action="store_true", help="công bố ngay những gì nhập được, không chờ ai xem")
        now.add_argument(
            "--drafts", action="store_true", help="ghi ngay thành bản nháp trên từng trang, không chờ ở bàn biên tập"
        )
        reasons = "; ".join(f"{name}: {meaning}" for name, meaning in REASONS.items()).replace("%", "%%")
        parser.add_argument(
            "--accept",
            action="extend",
            default=[],
            type=_accepted,
            metavar="LÝ DO[:MÃ,MÃ…]",
            help=f"chấp nhận điều bất thường, của mọi thủ tục hay của vài mã (name:1.001193,1.004222): {reasons}",
        )
        kind = parser.add_mutually_exclusive_group()
        kind.add_argument("--whole", action="store_true", default=None, help="tệp là danh sách đầy đủ")
        kind.add_argument("--part", dest="whole", action="store_false", help="tệp chỉ là một phần của danh sách")
        parser.add_argument("--report", type=Path, metavar="TỆP.json", help="ghi báo cáo đầy đủ ra tệp")

    def handle(self, *args, **options) -> None:
        """Reads every file first, asks where something looks wrong, then writes in portions that are each whole."""
        if not ProcedureIndexPage.objects.exists():
            raise CommandError("Cổng chưa có trang danh mục thủ tục. Hãy chạy “manage.py prepare_portal” trước.")
        if options["report"] and not options["report"].parent.is_dir():
            raise CommandError(f"Không có thư mục {options['report'].parent} để ghi báo cáo.")
        on = timezone.localdate()
        report = self._way(options)(options, on)
        self._keep(report, options["report"])
        self._tell(report, set(options["accept"]))
        if options["dry_run"] and report.asks(set(options["accept"])):
            raise self._asking(report)

    def _way(self, options: dict) -> Callable[[dict, date], Report]:
        """Tries, writes at once, or hands over to the desk, where people choose and approve."""
        if options["dry_run"]:
            return self._try
        return self._import if options["publish"] or options["drafts"] else self._hand_over

    def _hand_over(self, options: dict, _on: date) -> Report:
        with only_import(lambda: self.stderr.write("Đang có một lần nhập khác; chờ nó xong…")):
            self._finish_what_was_cut_short()
            read = [self._read(path) for path in options["files"]]
            try:
                run = receive(options["files"], whole=options["whole"])
            except OSError as fault:
                raise CommandError(f"Chưa ghi gì: không giữ được bản sao của tệp ({fault.strerror}).") from fault
            rows = iter(read)
            report = finish_now(run, lambda _path: next(rows), self._bar)
        if run.state == "waiting":
            self.stdout.write(f"Đang chờ xem và duyệt ở bàn biên tập: Nhập dữ liệu, lần nhập số {run.pk}.")
        return report or Report()

    def _try(self, options: dict, on: date) -> Report:
        files = [(path.name, self._read(path)) for path in options["files"]]
        return import_rows(
            files, on=on, publish=options["publish"], dry_run=True, whole=options["whole"],
            start=self._bar,
        )  # fmt: skip

    def _import(self, options: dict, on: date) -> Report:
        with only_import(lambda: self.stderr.write("Đang có một lần nhập khác; chờ nó xong…")):
            self._finish_what_was_cut_short()
            try:
                return import_files(
                    options["files"], on=on, read=self._read, publish=options["publish"],
                    accept=set(options["accept"]), whole=options["whole"], start=self._bar,
                )  # fmt: skip
            except Stopped as stopped:
                self._keep(stopped.report, options["report"])
                raise self._asking(stopped.report) from stopped
            except OSError as fault:
                raise CommandError(f"Chưa ghi gì: không giữ được bản sao của tệp ({fault.strerror}).") from fault

    def _asking(self, report: Report) -> CommandError:
        return CommandError("\n".join([*said.questions(report), str(Stopped(report))]), returncode=ASKS)

    def _finish_what_was_cut_short(self) -> None:
        for run in ImportRun.unfinished():
            self.stderr.write(f"Lần nhập {run} bị ngắt giữa chừng, nay nhập nốt.")
            try:
                report = finish(run, read=self._read, start=self._bar)
            except Exception as why:  # whatever it is, this import never begins and somebody must know which way out
                said = why if isinstance(why, CommandError) else f"{type(why).__name__}: {why}"
                advice = "chạy “manage.py finish_import” để thử lại; để bỏ lần ấy, thêm --give-up, rồi nhập lại."
                raise CommandError(f"Không nhập nốt được lần nhập {run}: {said}\nHãy {advice}") from why
            self.stderr.write(report.summary())

    def _keep(self, report: Report, path: Path | None) -> None:
        if path:
            text = json.dumps(report.as_json(), ensure_ascii=False, indent=1)
            path.write_text(text + "\n", encoding="utf-8")

    def _tell(self, report: Report, accept: set[str]) -> None:
        for line in said.refusals(report):
            self.stderr.write(line)
        if not own_names() and any(row.reason in PROVINCIAL for _, row in report.kept_back):
            self.stderr.write(UNNAMED)
        for line in self._lines(report, accept):
            self.stdout.write(line)

    def _lines(self, report: Report, accept: set[str]) -> Iterator[str]:
        """What matters first."""
        yield report.summary()
        if report.dry_run and report.asks(accept):
            yield from said.asking(report)
        first = (said.reopened, said.abolished, said.changes, said.doubts)
        for told in (*first, said.absences, said.told, said.repairs, said.kept_back):
            yield from told(report)

    def _read(self, path: Path):
        """All rows of a file, with a bar that counts them."""
        try:
            return list(tqdm(read_file(path), f"Đọc {path.name}", unit=" dòng", disable=None))
        except UnreadableFile as why:
            raise CommandError(f"{path.name}: {why}") from why

    def _bar(self, label: str, total: int):
        return tqdm(desc=label, total=total, unit=" thủ tục", disable=None).update
