"""Which procedure an address means: one of the portal's own, or one that another system printed."""

from django.db.models import Exists, OuterRef, Q

from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.in_hand.reading import CODES, InHand
from procedures_catalog.facts.legacy_addresses import PrintedAddress, normal
from procedures_catalog.models import LegacyAddress, ProcedureIdentity, PublishedVersion

#: Hosts that may share one path; more say nothing.
_MOST_HOSTS = 20
_NOBODY = Q(pk__in=())


def code_meant(held: InHand) -> str:
    """The permanent short code of the procedure that something in hand means, or the code that stands in it.

    "" where it means none that is known. At most three queries.
    """
    if held.kind == "short":
        return held.code
    return short_code_of(meant_by(held)) or held.code


def meant_by(held: InHand) -> Q:
    """Which identities an address, a national or a temporary code means: those of an address that was loaded, of a page
    of this name, of the code; none where it means none. At most two queries."""
    address = normal(held.address) if held.address else None
    if address and (found := find_printed(address)):
        return wanted(found)
    code = Q(codes__base=held.code) if held.kind in {*CODES, "address"} and held.code else _NOBODY
    if held.slug and ProcedureIdentity.objects.filter(page__slug=held.slug).exists():
        return Q(page__slug=held.slug)
    return code


def short_code_of(identities: Q) -> str:
    """The short code of the first of these identities, the present holder of a code before the former; "" for none."""
    codes = ProcedureIdentity.objects.filter(identities).order_by("-codes__is_present", "pk")
    return codes.values_list("short_code", flat=True).first() or ""


def retired_code(held: InHand) -> str:
    """The short code of a procedure in hand that was public once and is not now, so that its address tells what became
    of it; "" for what never was, of which nothing is told."""
    meant = Q(short_code=held.code) if held.kind == "short" else meant_by(held)
    return short_code_of(meant & was_public())


def was_public() -> Q:
    """Identities of procedures that are public or were once."""
    versions = PublishedVersion.objects.filter(identity=OuterRef("pk"))
    return Q(page__first_published_at__isnull=False) | Q(Exists(versions))


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
    return Q(codes__base=parse_code(found.code).base) if found.code else _NOBODY
