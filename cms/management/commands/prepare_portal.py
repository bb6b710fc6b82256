"""Makes an empty portal ready for a province's own content."""

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from audit.renewing import ensure_head_file
from cms.access.upkeep import ensure_access
from cms.portal import ensure_pages
from cms.upkeep import bring_up_to_date
from legal_documents.store.shelves import arrange_documents
from pages.shelves.news import arrange_news
from pages.turns import Turns
from procedures_catalog.shelves.arranging import arrange
from procedures_catalog.versions.upkeep import ensure_versions


class Command(BaseCommand):
    """`manage.py prepare_portal`: the fixed pages, without any demonstration content; every procedure, document
    and piece of news on its owner's shelf, no internal one public; run again, it changes nothing."""

    help = "Lập các trang cố định của cổng (trang chủ, danh mục thủ tục, văn bản, tin tức)."

    def handle(self, *args, **options) -> None:
        """The fixed pages in one transaction; the rest in portions, so that others write and a kill loses little."""
        with transaction.atomic():
            ensure_pages()
            ensure_access()
        ensure_head_file()
        ensure_versions(timezone.localdate())
        arrange(Turns())
        arrange_news(Turns())
        arrange_documents(Turns())
        if taken := bring_up_to_date(timezone.localdate()):
            self.stdout.write(f"Đã gỡ {taken} thủ tục nội bộ, không được công bố.")
        self.stdout.write("Cổng đã có đủ các trang cố định và các vai trò.")
