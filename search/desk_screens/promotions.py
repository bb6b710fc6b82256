"""The desk's list of promoted pages."""

from django.db.models import QuerySet

from pages.desk.reviewed_list import ReviewedRowsView


class PromotionsView(ReviewedRowsView):
    """Each row with its page, whose name stands in it."""

    def get_base_queryset(self) -> QuerySet:
        """One query."""
        return super().get_base_queryset().select_related("page")
