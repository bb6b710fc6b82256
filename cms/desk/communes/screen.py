"""“Đưa xã vào cổng”: the communes with what each has, and one commune's four steps, each saved by itself.

Nothing is kept of where somebody is: what there is is asked of the registry, the accounts and the ledger each time, so
that the screen may be left at any step, and steps may be done elsewhere.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from agencies.day import asked_at, asked_on
from agencies.models import AdministrativeUnit
from agencies.models.agency import AgencyKind
from cms.access.accounts import KEEP, agencies_entrusted
from cms.desk.accounts.key_screen import LINK
from cms.desk.communes.forms import OfficeForm, OfficerForm
from cms.desk.communes.steps import Standing, communes_for, overview, standing_of

LABEL = "Đưa xã vào cổng"
COMMUNES, COMMUNE = "communes_taken_in", "commune_taken_in"
MAKE = "agencies.add_agency"
OFFICER = "officer"
_KINDS = {kind.value: kind for kind in (AgencyKind.COMMUNE_COMMITTEE, AgencyKind.COUNTER)}


def communes(request: HttpRequest) -> HttpResponse:
    """All communes that somebody may take in."""
    if not request.user.has_perm(KEEP):
        raise PermissionDenied
    context = {"label": LABEL, "rows": overview(request.user, asked_on(request))}
    return render(request, "cms/desk/communes/communes.html", context | {"may_make": request.user.has_perm(MAKE)})


class CommuneView(View):
    """One commune; `step` in what is sent says which form it is."""

    unit: AdministrativeUnit

    def dispatch(self, request: HttpRequest, unit: int, **kwargs: Any) -> HttpResponseBase:
        """PermissionDenied for who keeps no accounts; Http404 for a commune that is not his."""
        if not request.user.has_perm(KEEP):
            raise PermissionDenied
        self.unit = get_object_or_404(communes_for(request.user, asked_on(request)), pk=unit)
        return super().dispatch(request, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """What there is, and a form for what is missing."""
        return self._show(request, self._standing(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Does one step."""
        standing, step = self._standing(request), request.POST.get("step", "")
        if step in _KINDS and request.user.has_perm(MAKE):
            return self._make_office(request, standing, _KINDS[step])
        if step == OFFICER and _may_add_officer(request, standing):
            return self._make_officer(request, standing)
        return self._show(request, standing)

    def _make_office(self, request: HttpRequest, standing: Standing, kind: AgencyKind) -> HttpResponse:
        form = _office_form(standing, kind, request.POST)
        if _office(standing, kind):
            messages.warning(request, f"Đã có: {_office(standing, kind)}.")
        elif form.is_valid():
            messages.success(request, f"Đã lập: {form.save()}.")
        else:
            return self._show(request, standing, **{kind.value: form})
        return redirect(COMMUNE, self.unit.pk)

    def _make_officer(self, request: HttpRequest, standing: Standing) -> HttpResponse:
        form = _officer_form(request, request.POST)
        if not form.is_valid() or standing.counter is None:
            return self._show(request, standing, officer_form=form)
        editor = form.made(standing.counter)
        messages.success(request, f"Đã lập tài khoản {editor.username}. Hãy đưa liên kết đặt mật khẩu cho người ấy.")
        return redirect(LINK, editor.pk)

    def _standing(self, request: HttpRequest) -> Standing:
        return standing_of(self.unit, asked_on(request))

    def _show(self, request: HttpRequest, standing: Standing, **forms: Any) -> HttpResponse:
        context = {
            "label": LABEL,
            "standing": standing,
            "may_make": request.user.has_perm(MAKE),
            "may_add_officer": _may_add_officer(request, standing),
            "committee_form": forms.get("commune_committee") or _office_form(standing, AgencyKind.COMMUNE_COMMITTEE),
            "counter_form": forms.get("counter") or _office_form(standing, AgencyKind.COUNTER),
            "officer_form": forms.get("officer_form") or _officer_form(request),
        }
        return render(request, "cms/desk/communes/commune.html", context)


def _office(standing: Standing, kind: AgencyKind) -> Any:
    return standing.counter if kind == AgencyKind.COUNTER else standing.committee


def _office_form(standing: Standing, kind: AgencyKind, *given: Any) -> OfficeForm:
    parent = standing.committee if kind == AgencyKind.COUNTER else None
    return OfficeForm(*given, unit=standing.unit, kind=kind, parent=parent)


def _officer_form(request: HttpRequest, *given: Any) -> OfficerForm:
    user: Any = request.user
    return OfficerForm(*given, by=user, moment=asked_at(request))


def _may_add_officer(request: HttpRequest, standing: Standing) -> bool:
    return standing.counter is not None and standing.counter.pk in agencies_entrusted(request.user)


class _Item(MenuItem):
    """Shown to those who keep accounts."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether somebody does."""
        return request.user.has_perm(KEEP)


def settings_item() -> MenuItem:
    """Its place beside the accounts."""
    return _Item(LABEL, reverse(COMMUNES), icon_name="home", order=604)


def addresses() -> list[URLPattern]:
    """Below the desk's."""
    return [
        path("xa-vao-cong/", never_cache(require_safe(communes)), name=COMMUNES),
        path("xa-vao-cong/<int:unit>/", never_cache(CommuneView.as_view()), name=COMMUNE),
    ]
