"""The feed of legal documents."""

from datetime import datetime, time

from django.utils import timezone

from legal_documents.models import DocumentIndexPage, LegalDocumentPage
from pages.published import published
from pages.site.atom import LONG_AGO, PortalFeed
from vietnamese.spelling import squeeze

ITEMS = 20


class DocumentsFeed(PortalFeed):
    """Atom (RFC 4287) of the latest documents."""

    name = "van-ban"
    listed_on = DocumentIndexPage
    title = "Văn bản mới"
    subtitle = "Văn bản pháp luật, văn bản chỉ đạo mới trên cổng thông tin"

    def items(self) -> list[LegalDocumentPage]:
        """The latest documents."""
        return list(published(LegalDocumentPage.objects).newest_first()[:ITEMS])

    def item_title(self, item: LegalDocumentPage) -> str:
        """Number and title; text pasted from elsewhere may hold characters that XML forbids."""
        return squeeze(f"{item.number} {item.title}")

    def item_description(self, item: LegalDocumentPage) -> str:
        """The abstract."""
        return squeeze(item.abstract)

    def item_pubdate(self, item: LegalDocumentPage) -> datetime | None:
        """Midnight of its day of issue."""
        return timezone.make_aware(datetime.combine(item.issued_on, time.min)) if item.issued_on else None

    def item_updateddate(self, item: LegalDocumentPage) -> datetime:
        """When its page last changed."""
        return item.last_published_at or self.item_pubdate(item) or LONG_AGO
