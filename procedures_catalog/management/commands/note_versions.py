"""Notes the versions of procedures whose text changed by the date alone; also fills a portal that has none yet, gives
notes to versions that have none, and brings the library of forms in step with the papers of the day."""

from django.core.management.base import BaseCommand
from django.utils import timezone
from tqdm import tqdm

from pages.models import ShownChange
from pages.turns import Turns
from procedures_catalog.forms.uses import ensure_uses
from procedures_catalog.models import ProcedurePage
from procedures_catalog.versions.notes.filling import fill_notes
from procedures_catalog.versions.noting import note_versions


class Command(BaseCommand):
    """`manage.py note_versions`: for the hour after midnight; run again, it writes nothing."""

    help = "Ghi bản mới của những thủ tục có nội dung đổi theo ngày; chạy mỗi đêm, ngay sau 0 giờ."

    def handle(self, *args, **options) -> None:
        """Looks at every procedure, with a bar that counts them."""
        keys = list(ProcedurePage.objects.order_by("pk").values_list("pk", flat=True))
        with tqdm(desc="Xem thay đổi", total=len(keys), unit=" thủ tục", disable=None) as bar:
            written = note_versions(keys, timezone.localdate(), advance=bar.update)
        fill_notes()
        ensure_uses(Turns(), timezone.localdate())
        ShownChange.forget()
        self.stdout.write(f"Đã xem {len(keys)} thủ tục, ghi {written} bản mới.")
