"""Questions to the table of documents: by status on a day, by words."""

from datetime import date

from django.db.models import F, Q
from wagtail.models import PageQuerySet

from legal_documents.facts import validity
from vietnamese.fold import fold

_MOST_WORDS = 20


class DocumentQuerySet(PageQuerySet):
    """Rows of LegalDocumentPage."""

    def with_status(self, status: str, on: date) -> "DocumentQuerySet":
        """Those with that status on that day; `status` is a key of `validity.LABELS`, KeyError for another.

        The same rule as `validity.status`, as a condition of the database.
        """
        return self.filter(_conditions(on)[status])

    def with_words(self, text: str) -> "DocumentQuerySet":
        """Those whose number, title or abstract holds every word of the text, with or without its marks."""
        words = fold(text).split()[:_MOST_WORDS]
        return self.filter(*(Q(folded__contains=word) for word in words))

    def newest_first(self) -> "DocumentQuerySet":
        """By the day of issue, those without one last."""
        return self.order_by(F("issued_on").desc(nulls_last=True), "-pk")


def _conditions(on: date) -> dict[str, Q]:
    over = Q(expires_on__isnull=False, expires_on__lte=on)
    undated = ~over & Q(effective_from__isnull=True)
    return {
        validity.EXPIRED: over | undated & Q(declared_status=validity.EXPIRED),
        validity.IN_FORCE: ~over & Q(effective_from__lte=on) | undated & Q(declared_status=validity.IN_FORCE),
        validity.NOT_YET: ~over & Q(effective_from__gt=on) | undated & Q(declared_status=validity.NOT_YET),
        validity.UNKNOWN: undated & Q(declared_status=""),
    }
