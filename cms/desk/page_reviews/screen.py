"""The screen of one page's review, with its entry in the menu of the page's form, and the list of reviews."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.views import View
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from agencies.day import asked_at, asked_on
from agencies.models import Role
from agencies.reach import agencies_of
from cms.access.walls.part import Part
from cms.desk.page_reviews.due import reviews_due, reviews_seen
from cms.desk.page_reviews.forms import ReviewForm
from legal_documents.models import LegalDocumentPage
from pages.afterwards import tell_of_change
from pages.desk.reason import ask_why
from pages.models import ContentPage, NewsPage, PageReview
from pages.models.emergency import Kind
from pages.published import published
from procedures_catalog.models import ProcedurePage
from vietnamese.days import written

LABEL = "Ngày xem lại"
REVIEW, LIST = "page_review", "page_reviews"
#: The kinds of pages that are reviewed.
KINDS = (ProcedurePage, NewsPage, LegalDocumentPage, ContentPage)
ENDING = "Ngày xem lại đang ghi: {}. Bỏ đi thì không ai được nhắc xem lại trang này nữa."
MOVED = "Ai đó vừa ghi đã xem lại trang này, hoặc đổi ngày: hãy xem ngày mới dưới đây."
_AT_ONCE = 50


class ReviewItem(ActionMenuItem):
    """The entry beside "Lưu bản nháp"."""

    label, name, icon_name, order = LABEL, "page-review", "date", 96

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        """On the form of a page of these kinds."""
        return context["view"] == "edit" and isinstance(context["page"], KINDS)

    def get_url(self, context: Mapping[str, Any]) -> str:
        """The screen."""
        return reverse(REVIEW, args=[context["page"].pk])


class ReviewView(View):
    """Sets the day and the people, says that the page was reviewed, or gives the review up."""

    page: Page

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        """Lets in who may edit the page, and who administers its agency."""
        self.page = get_object_or_404(Page, pk=page_id)
        if not (isinstance(self.page.specific, KINDS) and _may(request.user, self.page.specific)):
            raise PermissionDenied
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        return self._shown(request, self._form(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Does what was pressed."""
        if "reviewed" in request.POST:
            return self._reviewed(request)
        if "end" in request.POST:
            return self._end(request)
        form = self._form(request, request.POST)
        if not form.is_valid():
            return self._shown(request, form)
        form.save()
        messages.success(request, "Đã lưu ngày xem lại.")
        return redirect(REVIEW, self.page.pk)

    def _form(self, request: HttpRequest, *given: Any) -> ReviewForm:
        return ReviewForm(*given, instance=self.review, by=request.user, on=asked_on(request))

    @cached_property
    def review(self) -> PageReview:
        """The page's, or a new one."""
        return PageReview.objects.filter(page=self.page).first() or PageReview(page=self.page)

    def _reviewed(self, request: HttpRequest) -> HttpResponse:
        on = asked_on(request)
        if day := note_reviewed(self.page.pk, request.POST.get("seen", ""), request.user, on):
            messages.success(request, f"Đã ghi là xem lại hôm nay. Lần tới: {written(day)}.")
            return redirect(LIST)
        messages.error(request, MOVED)
        return redirect(REVIEW, self.page.pk)

    def _end(self, request: HttpRequest) -> HttpResponse:
        if self.review.pk:
            why = ask_why(request, f"Bỏ ngày xem lại: {self.page}", [ENDING.format(self._who_and_when())])
            if isinstance(why, HttpResponse):
                return why
            if published(Page.objects.filter(pk=self.page.pk)).exists():  # the names of drafts are not everybody's
                said = f"ngày xem lại {self._who_and_when()} → (không còn); lý do: {why}"
                page = self.page.specific_deferred
                tell_of_change(page, str(page), said, request.user.pk, asked_at(request), Kind.SHARED)
            self.review.delete()
            messages.success(request, "Trang này không còn ngày xem lại.")
        return redirect(REVIEW, self.page.pk)

    def _who_and_when(self) -> str:
        people = [str(person) for person in (self.review.person, self.review.substitute) if person]
        return f"{written(self.review.review_on)} ({', thay: '.join(people) or 'chưa giao ai'})"

    def _shown(self, request: HttpRequest, form: ReviewForm) -> HttpResponse:
        context = {"page": self.page, "form": form, "on": asked_on(request)}
        context["review"] = PageReview.objects.select_related("reviewed_by").filter(page=self.page).first()
        return render(request, "cms/desk/page_reviews/review.html", context)


@transaction.atomic
def note_reviewed(page: int, seen: str, user: Any, on: date) -> date | None:
    """Moves a page's review on from a day, once for the day of review that was `seen` (ISO); the next one, None where
    there is none of that day any more."""
    review = PageReview.objects.select_for_update().filter(page=page).first()
    if review is None or review.review_on.isoformat() != seen:
        return None
    review.review_on, review.reviewed_on, review.reviewed_by = review.next_after(on), on, user
    review.save()
    return review.review_on


def _may(user: Any, page: Any) -> bool:
    return page.permissions_for_user(user).can_edit() or Part(agencies_of(user, {Role.UNIT_ADMIN})).owns(page)


def list_reviews(request: HttpRequest) -> HttpResponse:
    """Those that are one's turn; on demand all of one's agencies."""
    is_all = "tat-ca" in request.GET
    on = asked_on(request)
    rows = reviews_seen(request.user) if is_all else reviews_due(request.user, on)
    rows = rows.select_related("page", "person", "substitute").order_by("review_on", "pk")
    page = Paginator(rows, _AT_ONCE).get_page(request.GET.get("page"))
    return render(request, "cms/desk/page_reviews/list.html", {"page": page, "is_all": is_all, "on": on})


def addresses() -> list[URLPattern]:
    """The list, and the screen of one page."""
    return [
        path("ngay-xem-lai/", list_reviews, name=LIST),
        path("ngay-xem-lai/<int:page_id>/", cast(Any, ReviewView.as_view()), name=REVIEW),
    ]


def report_item() -> MenuItem:
    """The list's place in the menu of reports."""
    return MenuItem("Trang đến ngày xem lại", reverse(LIST), icon_name="date", order=106)
