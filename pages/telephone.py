"""Turns a telephone number as people write it into an address that a telephone can dial."""

import re

_FIRST_NUMBER = re.compile(r"\+?\d[\d .()\-]*")
_ABROAD = "+84"
_FULL_LENGTH = 10  # of a number with its leading 0; shorter ones (113, 1022) are dialled as they stand


def tel_href(number: str) -> str:
    """The first number: "0292 1234 567" → "tel:+842921234567", "1900 9068" → "tel:19009068".

    "" when the text has no digit. Raises nothing.
    """
    found = _FIRST_NUMBER.search(number)
    return f"tel:{_dialled(found[0])}" if found else ""


def _dialled(number: str) -> str:
    digits = re.sub(r"[^\d+]", "", number)
    if digits.startswith("0") and len(digits) >= _FULL_LENGTH:
        return _ABROAD + digits[1:]
    return digits
