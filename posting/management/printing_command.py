"""What the five commands that print have in common: which procedures, for where, into which file."""

from argparse import ArgumentParser
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from agencies.day import local_day
from posting.printing.order import PrintOrder
from posting.printing.printing import print_papers
from posting.rules.refusal import CannotPrintError
from posting.rules.selection import Selection
from posting.rules.whole_file import demand_place, write_whole
from posting.selection.choosing import commune_by_name


class PrintingCommand(BaseCommand):
    """A command that prints one kind of paper, `kind`, or the one that its own option `--kind` names."""

    kind = ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The words that choose, and those that say what happens to the paper."""
        _add_choice(parser)
        _add_fate(parser)
        self.add_shape(parser)

    def add_shape(self, parser: ArgumentParser) -> None:
        """The words about the paper's own shape."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints all or nothing; says how many papers there are."""
        out: Path = options["out"]
        moment = timezone.now()
        try:
            order = self._order(options, local_day(moment))
            demand_place(out)
            with tqdm(unit=" thủ tục", disable=None) as bar:
                printed = print_papers(
                    order, moment, advance=partial(_show, bar), store=lambda made: write_whole(out, made.pdf)
                )
        except CannotPrintError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(_unwritable(out, error)) from error
        self.stdout.write(f"Đã in {len(printed.papers)} tờ, ghi vào sổ niêm yết; tệp {out}.")

    def _order(self, options: dict[str, Any], on: date) -> PrintOrder:
        names = ("size", "columns", "two_sided", "spot", "hang")
        place = options["place"] or options["commune"]
        return PrintOrder(
            kind=options.get("kind") or self.kind,
            selection=_selection(options),
            unit=commune_by_name(place, on) if place else None,
            **{name: options[name] for name in names if options.get(name)},
        )


def _selection(options: dict[str, Any]) -> Selection:
    names = ("sector", "agency", "executing", "commune", "level", "listed", "changed_since")
    codes = options["codes"].split(",") if options["codes"] else []
    return Selection.from_json(
        {name: options[name] for name in names} | {"codes": codes, "everything": bool(options["all"])}
    )


def _unwritable(out: Path, error: OSError) -> str:
    if not out.parent.is_dir():
        return f"Không có thư mục {out.parent} để ghi tệp."
    why = {PermissionError: "không có quyền ghi ở đó", IsADirectoryError: "đó là một thư mục"}
    return f"Không ghi được tệp {out}: {why.get(type(error), error.strerror)}."


def _show(bar: Any, done: int, total: int) -> None:
    bar.total = total
    bar.update(done - bar.n)


def _add_choice(parser: ArgumentParser) -> None:
    choice = parser.add_argument_group("Chọn thủ tục (các điều kiện thu hẹp lẫn nhau)")
    choice.add_argument("--codes", default="", metavar="MÃ,MÃ", help="mã thủ tục hoặc mã ngắn, cách nhau bằng dấu phẩy")
    choice.add_argument("--sector", "--field", default="", metavar="LĨNH VỰC", help="đường dẫn hoặc tên của lĩnh vực")
    choice.add_argument("--agency", default="", metavar="CƠ QUAN", help="đường dẫn hoặc tên của cơ quan")
    choice.add_argument("--executing", default="", metavar="TÊN", help="tên cơ quan thực hiện, đúng như thủ tục ghi")
    choice.add_argument("--commune", default="", metavar="XÃ", help="mã hoặc tên xã: thủ tục mà cấp xã thực hiện")
    choice.add_argument("--level", default="", metavar="CẤP", help="commune, province, ministry, other")
    choice.add_argument("--listed", action="store_true", help="chỉ những gì có trong danh mục của tỉnh")
    choice.add_argument("--all", action="store_true", help="mọi thủ tục đang công bố và đang áp dụng")
    choice.add_argument(
        "--changed-since", default="", metavar="NGÀY", help="chỉ những gì đã đổi từ ngày ấy, như 22/11/2026"
    )


def _add_fate(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="TỆP.pdf")
    parser.add_argument("--place", default="", metavar="XÃ", help="xã ghi trên giấy; mặc định là xã của --commune")
    parser.add_argument("--spot", default="", metavar="CHỖ", help="chỗ treo, ví dụ: bảng tin bên trái cửa vào")
    parser.add_argument("--hang", action="store_true", help="ghi luôn vào sổ là đã treo hôm nay")
