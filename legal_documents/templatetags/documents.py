"""{% latest_documents 4 as documents %}: the latest documents, for pages of floors below."""

from typing import Any

from django import template

from legal_documents.models import LegalDocumentPage
from pages.published import published

register = template.Library()


@register.simple_tag
def latest_documents(count: int) -> list[dict[str, Any]]:
    """The last `count` published documents by their day of issue: [{number, title, url, date}]."""
    latest = published(LegalDocumentPage.objects).newest_first()[:count]
    return [
        {
            "number": page.number or page.title,
            "title": page.title,
            "url": page.get_url(),
            "date": page.issued_on,
        }
        for page in latest
    ]
