"""The desk's choosers of pages: what their rows show is read together."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks


@hooks.register("construct_page_chooser_queryset")
def read_rows_together(pages: QuerySet, request: HttpRequest) -> QuerySet:
    """The state and the parent of each page with the pages themselves, instead of three queries a row."""
    return pages.specific().prefetch_workflow_states().annotate_approved_schedule().prefetch_related("parents_at_once")
