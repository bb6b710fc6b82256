"""An address in a line that names the office already: up to the commune or province that it goes on with."""

import re

from vietnamese.fold import fold

#: What begins a part that says no more than in whose territory it is.
_TERRITORY = re.compile(r"(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|tinh|thanh pho|tp\.?) [a-z0-9]|viet nam$")


def short_address(address: str, office: str) -> str:
    """Its first part and those behind it, up to the commune or another territory that the office's name or the portal
    says: "Số 1, đường Gió, xã Diều Sáo, tỉnh Gió" gives "Số 1, đường Gió"."""
    named, end = fold(office), 0
    for part in re.finditer(r"[^,;]+", address):
        said = fold(part[0]).strip()
        if end and (_TERRITORY.match(said) or (len(said) > 3 and named.endswith(said))):
            break
        end = part.end()
    return address[:end].strip()
