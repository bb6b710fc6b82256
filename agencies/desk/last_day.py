"""The desk's lists show and ask for the last day of what holds between two days, never the kept one after it."""

from typing import Any

from django.db.models import Field
from django_filters import DateFilter, Filter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from agencies.models.dated import Dated
from agencies.models.last_day import EndField, LastDayFormField
from vietnamese.days import written


def last_day_column() -> Column:
    """A column of a list of `Dated` rows."""
    return Column("last_day", label="Đến hết ngày", accessor=_last_day, sort_key="valid_to")


def _last_day(row: Dated) -> str:
    last = row.last_day()
    return written(last) if last else ""


class LastDayFilter(DateFilter):
    """Rows with this last day."""

    field_class = LastDayFormField


class DatedFilterSet(WagtailFilterSet):
    """The filters of such a list."""

    @classmethod
    def filter_for_lookup(cls, field: Field, lookup_type: str) -> tuple[type[Filter], dict[str, Any]]:
        """As usual, but for the day on which something ends."""
        kind, params = super().filter_for_lookup(field, lookup_type)
        is_last_day = isinstance(field, EndField) and lookup_type == "exact"
        return (LastDayFilter if is_last_day else kind), params
