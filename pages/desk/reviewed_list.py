"""The desk's lists of rows that are drafted and reviewed like a page."""

from typing import Any

from django.db.models import QuerySet
from wagtail.snippets.views.snippets import IndexView

from pages.desk.in_hand import hold_schedules


class ReviewedRowsView(IndexView):
    """Wagtail's list; what the tag of each row's state asks is read for one page of the list together."""

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple[Any, ...]:
        """One page of the list."""
        paginator, page, rows, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = list(rows)
        hold_schedules(page.object_list)
        return paginator, page, page.object_list, has_others
