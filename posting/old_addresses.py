"""Answers for addresses that other systems printed and that were loaded with `import_legacy_qr`."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.defaults import page_not_found

from posting.hosts import home_of
from procedures_catalog.codes import parse_code
from procedures_catalog.legacy_addresses import PrintedAddress, normal
from procedures_catalog.models import LegacyAddress, ProcedureIdentity

#: Hosts that may share one path; more say nothing.
_MOST_HOSTS = 20


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler for addresses that lead nowhere (`handler404`): perhaps another system printed this one."""
    asked = normal(request.build_absolute_uri()) if request.method in ("GET", "HEAD") else None
    return answer_address(request, asked) or page_not_found(request, exception)


def answer_address(request: HttpRequest, address: PrintedAddress | None) -> HttpResponse | None:
    """One redirect to the procedure, or a page that says which one it was; None when the address was never loaded."""
    found = _find(address) if address and address.names_something else None
    if found is None:
        return None
    path = _page_path(found)
    if not path:
        return render(request, "posting/old_address.html", {"old": found})
    response = HttpResponseRedirect(home_of(request) + path)
    response["Cache-Control"] = "no-store"
    return response


def _find(address: PrintedAddress) -> LegacyAddress | None:
    """The address on its own host; on another only if all that were printed with its path mean the same procedure."""
    rows = list(LegacyAddress.objects.filter(path=address.path)[:_MOST_HOSTS])
    own = [row for row in rows if row.host == address.host]
    if own:
        return own[0]
    return rows[0] if rows and len({(row.identity_id, row.code) for row in rows}) == 1 else None


def _page_path(found: LegacyAddress) -> str:
    """The address of the procedure's page, or of what the portal says in its stead; "" when it holds none."""
    identities = ProcedureIdentity.objects.filter(_wanted(found)).order_by("-codes__is_present", "pk")
    row = identities.values_list("short_code", "page__slug", "page__live").first()
    if row is None:
        return ""
    short_code, slug, is_live = row
    return reverse("procedure", args=[slug]) if is_live else reverse("short_address", args=[short_code])


def _wanted(found: LegacyAddress) -> Q:
    """By its identity; by its code where the procedure came into the catalogue after the address did."""
    if found.identity_id:
        return Q(pk=found.identity_id)
    return Q(codes__base=parse_code(found.code).base) if found.code else Q(pk__in=[])
