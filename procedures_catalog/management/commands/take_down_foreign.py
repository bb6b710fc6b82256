"""Lists what the portal shows although no import would publish it any more, and takes it down when asked to."""

from django.core.management.base import BaseCommand, CommandParser

from procedures_catalog.facts.scope.scope import REASONS
from procedures_catalog.importing.taking_down import take_down, take_down_internal
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.kept_back import published_by_hand, reasons_of


class Command(BaseCommand):
    """`manage.py take_down_foreign [--apply]`: for a portal that imported before imports knew their province."""

    help = (
        "Liệt kê thủ tục đang công bố mà không lần nhập nào tự công bố (của tỉnh khác, không rõ tỉnh, trống, nội bộ); "
        "với --apply thì gỡ xuống, trừ những trang người biên tập đã tự công bố."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("--apply", action="store_true", help="gỡ xuống; không có thì chỉ liệt kê")

    def handle(self, *args, **options) -> None:
        """A line a procedure, then the counts."""
        pages = ProcedurePage.objects.live().order_by("code_base")
        reasons = reasons_of(list(pages.values_list("pk", flat=True)))
        decided = published_by_hand(reasons)
        for pk, code, name in pages.filter(pk__in=reasons).values_list("pk", "code", "title"):
            by_hand = " (người biên tập đã công bố)" if pk in decided else ""
            self.stdout.write(f"{code} {name}: {REASONS[reasons[pk]]}{by_hand}")
        self.stdout.write(f"{len(reasons)} thủ tục, trong đó {len(decided)} do người biên tập công bố.")
        if options["apply"]:
            self.stdout.write(f"Đã gỡ {take_down_internal() + take_down(reasons.keys() - decided)} thủ tục.")
