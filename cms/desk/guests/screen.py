"""“Gửi xem trước, xin ý kiến”: the links of one page, a form for another, and what guests remarked."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from agencies.day import asked_at
from cms.desk.guests.forms import AnswerForm, LinkForm
from pages.guests.links import fault_of, make, may_invite, revoke
from pages.guests.remarks import remarks_of, remove, settle
from pages.guests.views import DOOR
from pages.models import GuestLink, GuestRemark
from pages.models.guest import ENDINGS, LONGEST_TEXT

LABEL = "Gửi xem trước, xin ý kiến"
GUESTS, REVOKE = "guests", "revoke_guest_link"
ANSWER, ERASE = "answer_guest_remark", "erase_guest_remark"
#: Links of a page that are told, the newest first.
_MOST = 20
_STATES = ENDINGS | {"expired": "đã hết hạn"}


class GuestsItem(ActionMenuItem):
    """The entry in the menu beside "Lưu bản nháp"."""

    label = LABEL
    name = "guests"
    icon_name = "mail"
    order = 95

    def is_shown(self, context: dict) -> bool:
        """Only where there is a draft that the person may show."""
        if context["view"] != "edit":
            return False
        page = context["page"]
        return page.has_unpublished_changes and may_invite(page, context["request"].user)

    def get_url(self, context: dict) -> str:
        """The screen."""
        return reverse(GUESTS, args=[context["page"].pk])


class _OfPage(View):
    """Lets in who may edit the page."""

    page: Page

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponseBase:
        """Opens the page, or nothing."""
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not may_invite(self.page, request.user):
            raise PermissionDenied
        return super().dispatch(request, **kwargs)

    def remark(self, number: int) -> GuestRemark:
        """One of the page's. Http404 for any other."""
        remarks = GuestRemark.objects.select_related("link__page")
        return get_object_or_404(remarks, pk=number, link__page=self.page.pk)

    def back(self) -> HttpResponse:
        """To the screen."""
        return redirect(GUESTS, self.page.pk)


class _Screen(_OfPage):
    """What its views show."""

    def show(self, request: HttpRequest, form: LinkForm, **more: Any) -> HttpResponse:
        """The links, the remarks, and this form."""
        context = {
            "page": self.page,
            "form": form,
            "links": [_with_state(link, asked_at(request)) for link in self._links()],
            "remarks": remarks_of(self.page),
            "longest": LONGEST_TEXT,
        }
        return render(request, "cms/desk/guests/guests.html", context | more)

    def _links(self) -> list[GuestLink]:
        links = GuestLink.objects.filter(page=self.page.pk).select_related("page", "made_by")
        return list(links.order_by("-made_at", "-pk")[:_MOST])


class GuestsView(_Screen):
    """The screen. A link's address is told once, right after it was made: afterwards nobody knows it here."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """With an empty form."""
        return self.show(request, LinkForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Makes a link where there is a draft to show."""
        form = LinkForm(request.POST)
        if not self.page.has_unpublished_changes:
            messages.error(request, "Trang này không có bản nháp nào để gửi.")
            return self.back()
        if not form.is_valid():
            return self.show(request, form)
        link, secret = make(self.page, request.user, form.wish(), asked_at(request))
        return self.show(request, LinkForm(), made=link, address=_address(secret))


class RevokeView(_OfPage):
    """Ends a link by hand."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, link_id: int) -> HttpResponse:
        """Back to the screen."""
        link = get_object_or_404(GuestLink.objects.select_related("page"), pk=link_id, page=self.page.pk)
        revoke(link)
        messages.success(request, f"Đã thu hồi liên kết gửi {link.whom}. Ai đang mở cũng không xem tiếp được.")
        return self.back()


class AnswerView(_Screen):
    """Settles a remark, with an answer or without."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, remark_id: int) -> HttpResponse:
        """Back to the screen; with what was typed, where that is refused."""
        remark = self.remark(remark_id)
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return self.show(request, LinkForm(), refused=remark.pk, answer_form=form)
        settle(remark, request.user, form.cleaned_data["answer"], asked_at(request))
        messages.success(request, "Đã đánh dấu góp ý là đã xử lý.")
        return self.back()


class EraseView(_OfPage):
    """Erases a remark for whoever said it and asks for that."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, remark_id: int) -> HttpResponse:
        """Back to the screen."""
        remove(self.remark(remark_id))
        messages.success(request, "Đã xóa góp ý và họ tên người góp ý.")
        return self.back()


def _address(secret: str) -> str:
    """The whole address, at the name by which the public knows the portal."""
    return settings.WAGTAILADMIN_BASE_URL + reverse(DOOR, args=[secret])


def _with_state(link: GuestLink, moment: datetime) -> GuestLink:
    """The link with `state`, in words, and `holds`."""
    fault = fault_of(link, moment)
    is_used = not fault and link.is_single and link.openings > 0
    state = _STATES.get(fault, "") or ("đã mở, không mở thêm được nữa" if is_used else "đang dùng được")
    vars(link).update(state=state, holds=not fault)
    return link


def addresses() -> list[URLPattern]:
    """Where the screen stands, and what its buttons do."""
    return [
        path("pages/<int:page_id>/khach/", never_cache(GuestsView.as_view()), name=GUESTS),
        path("pages/<int:page_id>/khach/<int:link_id>/thu-hoi/", RevokeView.as_view(), name=REVOKE),
        path("pages/<int:page_id>/gop-y/<int:remark_id>/", AnswerView.as_view(), name=ANSWER),
        path("pages/<int:page_id>/gop-y/<int:remark_id>/xoa/", EraseView.as_view(), name=ERASE),
    ]
