"""The tabs of a procedure's form; they also say what Wagtail's screen that compares two versions has to show."""

import functools
from collections.abc import Sequence
from datetime import date

from django.forms import Media
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.admin.panels import TabbedInterface
from wagtail.models import Page

from agencies.day import asked_on
from procedures_catalog.desk.versions_compared import Section, compare_versions

# Wagtail asks for a fixed list of comparisons before it knows the versions; more sections than this share the last row.
_PLACES = 40


class _Versions:
    """Compares the two versions once for all rows of the screen, as they are read on a day."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._sections: Sequence[Section] | None = None

    def sections(self, before: Page, after: Page) -> Sequence[Section]:
        if self._sections is None:
            self._sections = compare_versions(before, after, self._on)
        return self._sections


class SectionComparison:
    """One row of Wagtail's table: a label, and what differs under it."""

    is_field = True

    def __init__(self, versions: _Versions, place: int, before: Page, after: Page) -> None:
        self._sections = versions.sections(before, after)[place : place + 1 if place < _PLACES - 1 else None]

    def has_changed(self) -> bool:
        """Whether there is anything to show in this row."""
        return bool(self._sections)

    def field_label(self) -> str:
        """What the row is about."""
        return self._sections[0].label

    def htmldiff(self) -> SafeString:
        """The rows that differ, their words marked."""
        return render_to_string("procedures_catalog/desk/compared.html", {"sections": self._sections})


class ProcedureTabs(TabbedInterface):
    """The form's tabs; two versions are compared as records, not block by block."""

    class BoundPanel(TabbedInterface.BoundPanel):
        """The tabs with a page in them."""

        @property
        def media(self) -> Media:
            """Wagtail's scripts and ours."""
            return super().media + Media(js=["js/desk/procedure.js"])

        def get_comparison(self):
            """What Wagtail calls with two versions, one for each row that its table may need."""
            versions = _Versions(asked_on(self.request))
            return [functools.partial(SectionComparison, versions, place) for place in range(_PLACES)]
