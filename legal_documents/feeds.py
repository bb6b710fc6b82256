"""The feed of legal documents."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from legal_documents.models import LegalDocumentPage
from vietnamese.spelling import squeeze

ITEMS = 20

# Atom asks for a day; a document without any must not get a new one at every visit.
_LONG_AGO = datetime(2000, 1, 1)


class DocumentsFeed(Feed):
    """Atom (RFC 4287) of the latest documents."""

    feed_type = Atom1Feed
    title = "Văn bản mới"
    link = "/"
    subtitle = "Văn bản pháp luật, văn bản chỉ đạo mới trên cổng thông tin"

    def items(self) -> list[LegalDocumentPage]:
        """The latest documents."""
        return list(LegalDocumentPage.objects.live().public().newest_first()[:ITEMS])

    def item_title(self, item: LegalDocumentPage) -> str:
        """Number and title; text pasted from elsewhere may hold characters that XML forbids."""
        return squeeze(f"{item.number} {item.title}")

    def item_description(self, item: LegalDocumentPage) -> str:
        """The abstract."""
        return squeeze(item.abstract)

    def item_link(self, item: LegalDocumentPage) -> str:
        """The page's address."""
        return item.get_url() or "/"

    def item_pubdate(self, item: LegalDocumentPage) -> datetime | None:
        """Midnight of its day of issue."""
        return timezone.make_aware(datetime.combine(item.issued_on, time.min)) if item.issued_on else None

    def item_updateddate(self, item: LegalDocumentPage) -> datetime:
        """When its page last changed."""
        return item.last_published_at or self.item_pubdate(item) or timezone.make_aware(_LONG_AGO)
