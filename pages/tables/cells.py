"""The one guard of everything that is written for spreadsheets: no text becomes a formula (OWASP, "CSV injection")."""

#: What a spreadsheet takes for the beginning of a formula; the wide forms are read as the plain ones.
_BEGINNINGS = "=+-@\t\r＝＋－＠"

#: Told at the head of a CSV file; without it spreadsheets read Vietnamese letters as others.
BYTE_ORDER_MARK = "\ufeff"


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet calculates: an apostrophe stands before what would be a formula. A single
    sign, as it is written for "none", is none."""
    return f"'{text}" if text[:1] and text[0] in _BEGINNINGS and len(text) > 1 else text
