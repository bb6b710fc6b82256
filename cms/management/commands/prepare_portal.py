"""Makes an empty portal ready for a province's own content."""

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from cms.portal import ensure_pages
from cms.roles import ensure_roles
from pages.turns import Turns
from procedures_catalog.forms.uses import ensure_uses
from procedures_catalog.importing.taking_down import take_down_internal
from procedures_catalog.names.upkeep import ensure_names
from procedures_catalog.shelves.arranging import arrange
from procedures_catalog.store.judged import judge_anew
from procedures_catalog.versions.upkeep import ensure_versions


class Command(BaseCommand):
    """`manage.py prepare_portal`: the fixed pages, without any demonstration content; every procedure on
    its owner's shelf, no internal one public; run again, it changes nothing."""

    help = "Lập các trang cố định của cổng (trang chủ, danh mục thủ tục, văn bản, tin tức)."

    def handle(self, *args, **options) -> None:
        """The fixed pages in one transaction; the rest in portions, so that others write and a kill loses little."""
        with transaction.atomic():
            ensure_pages()
            ensure_roles()
        ensure_versions(timezone.localdate())
        arrange(Turns())
        ensure_names(Turns())
        ensure_uses(Turns(), timezone.localdate())
        if taken := take_down_internal():
            self.stdout.write(f"Đã gỡ {taken} thủ tục nội bộ, không được công bố.")
        judge_anew()
        self.stdout.write("Cổng đã có đủ các trang cố định và các vai trò.")
