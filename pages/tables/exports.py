"""Makes all of the desk's CSV files, Wagtail's own among them, harmless and readable for spreadsheets.

Every list and report writes its files with one class of Wagtail, and no setting reaches it; so this is put there.
Workbooks need neither: Wagtail writes their texts as texts.
"""

from collections.abc import Iterable, Iterator
from functools import wraps
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from audit.bulk import note
from audit.things import Thing
from pages.tables.cells import BYTE_ORDER_MARK, harmless


def guard_exports() -> None:
    """Puts the guard where the files are written; a second time changes nothing."""
    if not hasattr(SpreadsheetExportMixin.stream_csv, "__wrapped__"):
        SpreadsheetExportMixin.stream_csv = _marked(SpreadsheetExportMixin.stream_csv)
        SpreadsheetExportMixin.preprocess_field_value = _guarded(SpreadsheetExportMixin.preprocess_field_value)
        SpreadsheetExportMixin.as_spreadsheet = _told(SpreadsheetExportMixin.as_spreadsheet)


def _told(as_spreadsheet: Any) -> Any:
    @wraps(as_spreadsheet)
    def told(view: Any, rows: Any, export_format: str) -> Any:
        """The log has a row of it before anything leaves the portal; what was searched for may name somebody."""
        kind = getattr(view, "model", None)
        chosen = {name: value for name, value in view.request.GET.items() if name not in ("export", "q", "p")}
        of = Thing(kind._meta.label_lower if kind else "", name=str(view.get_page_title()))
        note("export", of, {"format": export_format, "chosen": chosen})
        return as_spreadsheet(view, rows, export_format)

    return told


def _marked(stream_csv: Any) -> Any:
    @wraps(stream_csv)
    def stream(view: SpreadsheetExportMixin, rows: Iterable[Any]) -> Iterator[bytes]:
        yield BYTE_ORDER_MARK.encode()
        yield from stream_csv(view, rows)

    return stream


def _guarded(preprocess: Any) -> Any:
    @wraps(preprocess)
    def value_of(view: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
        shown = preprocess(view, field, value, export_format)
        return harmless(shown) if export_format == view.FORMAT_CSV and isinstance(shown, str) else shown

    return value_of
