"""The desk's lists of what has a superior of its own kind: agencies, units."""

from django.db.models import QuerySet
from wagtail.snippets.views.snippets import IndexView


class WithSuperiorsView(IndexView):
    """Wagtail's list, each row with its superior."""

    def get_base_queryset(self) -> QuerySet:
        """One query."""
        return super().get_base_queryset().select_related("parent")
