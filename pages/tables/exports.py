"""Makes all of the desk's CSV files, Wagtail's own among them, harmless and readable for spreadsheets.

Every list and report writes its files with one class of Wagtail, and no setting reaches it; so this is put there.
Workbooks need neither: Wagtail writes their texts as texts.
"""

from collections.abc import Iterable, Iterator
from functools import wraps
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from pages.tables.cells import BYTE_ORDER_MARK, harmless


def guard_exports() -> None:
    """Puts the guard where the files are written; a second time changes nothing."""
    if not hasattr(SpreadsheetExportMixin.stream_csv, "__wrapped__"):
        SpreadsheetExportMixin.stream_csv = _marked(SpreadsheetExportMixin.stream_csv)
        SpreadsheetExportMixin.preprocess_field_value = _guarded(SpreadsheetExportMixin.preprocess_field_value)


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
