"""Which procedure an address means: one of the portal's own, or one that another system printed."""

import re

from django.db.models import Q

from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.legacy_addresses import PrintedAddress, code_in, normal
from procedures_catalog.facts.short_code import is_well_formed, tidy_short_code
from procedures_catalog.models import LegacyAddress, ProcedureIdentity

#: Hosts that may share one path; more say nothing.
_MOST_HOSTS = 20
_OWN_CODE = re.compile(r"/q/([^/?#]+)(?:/([^/?#]+))?", re.IGNORECASE)
_OWN_PAGE = re.compile(r"/thu-tuc/([^/?#]+)")


def own_code(text: str) -> tuple[str, str]:
    """The short code, and the paper's tag or "", in an address as the portal prints it, on whatever host; ("", "")
    for any other text."""
    found = _OWN_CODE.search(text)
    code, tag = (tidy_short_code(part or "") for part in found.groups()) if found else ("", "")
    return (code, tag) if is_well_formed(code) else ("", "")


def code_meant(text: str) -> str:
    """The permanent short code of the procedure that an address means, or a national code that stands in it.

    "" where it means none that is known. Takes any text that `legacy_addresses.is_address`; at most three queries.
    """
    code, _tag = own_code(text)
    address = normal(text)
    if code or address is None:
        return code
    return _short_code(_meant_by(address)) or code_in(address)


def _meant_by(address: PrintedAddress) -> Q:
    if found := find_printed(address):
        return wanted(found)
    page = _OWN_PAGE.match(address.path)
    return Q(page__slug=page[1]) if page else Q(pk__in=[])


def _short_code(identities: Q) -> str:
    codes = ProcedureIdentity.objects.filter(identities).order_by("-codes__is_present", "pk")
    return codes.values_list("short_code", flat=True).first() or ""


def find_printed(address: PrintedAddress) -> LegacyAddress | None:
    """The address as it was loaded: on its own host, or on another if all that printed its path mean the same.

    One that was typed or printed in capitals is looked for in small letters too.
    """
    for path in dict.fromkeys((address.path, address.path.lower())):
        rows = list(LegacyAddress.objects.filter(path=path)[:_MOST_HOSTS])
        if own := [row for row in rows if row.host == address.host]:
            return own[0]
        if rows:
            return rows[0] if len({(row.identity_id, row.code) for row in rows}) == 1 else None
    return None


def wanted(found: LegacyAddress) -> Q:
    """Which identity is meant: its own, or by its code where the procedure came into the catalogue after it did."""
    if found.identity_id:
        return Q(pk=found.identity_id)
    return Q(codes__base=parse_code(found.code).base) if found.code else Q(pk__in=[])
