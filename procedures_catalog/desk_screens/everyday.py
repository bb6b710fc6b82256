"""What people say of procedures, at the desk: its list, its form, and the way to it from a procedure."""

from typing import Any

import django_filters
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Case, IntegerField, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.permissions import ModelPermissionPolicy
from wagtail.search.backends import get_search_backend
from wagtail.snippets.views.snippets import SnippetViewSet

from agencies.models import Role
from agencies.reach import agencies_of
from pages.desk.reviewed_list import ReviewedRowsView
from pages.shelves.keepers import kept_by
from procedures_catalog.facts.parts.shapes import lines_of
from procedures_catalog.models import EverydayWords, ProcedureIdentity, ProcedurePage

#: So many of the procedures that are found stand in the order of how well their names answer.
PLACED = 100
_ABOUT = (
    "Lời của người dân về một thủ tục: để tìm thấy thủ tục bằng lời ấy, và để trang của thủ tục nói ngay nó dùng khi "
    "nào. Không in ra như tên chính thức, không có trên giấy. Cổng nạp sẵn một lần; những gì đã sửa thì giữ nguyên."
)


class OneOfEachProcedure(ModelPermissionPolicy):
    """A procedure's words begin with the procedure and stay with it: nobody adds or deletes a row by hand."""

    def user_has_permission(self, user: AbstractBaseUser | AnonymousUser, action: str) -> bool:
        """As usual, but for adding and deleting."""
        return action not in ("add", "delete") and super().user_has_permission(user, action)


class EverydayFilterSet(WagtailFilterSet):
    """Only what waits for a reviewer."""

    draft = django_filters.ChoiceFilter(
        label="Bản nháp", choices=[("yes", "Có bản nháp chưa công bố")], method="with_draft", empty_label="Tất cả"
    )

    class Meta:
        model = EverydayWords
        fields: list[str] = []

    def with_draft(self, words: QuerySet, _name: str, _value: str) -> QuerySet:
        """Those with a draft."""
        return words.filter(has_unpublished_changes=True)


class EverydayWordsView(ReviewedRowsView):
    """The list, with the procedures' codes and names; found by these first, then by what people say."""

    def get_base_queryset(self) -> QuerySet:
        """One query."""
        return super().get_base_queryset().select_related("identity__page__sector")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """As the catalogue's own list finds procedures, the best name first; below them the words that say it."""
        if not self.is_searching:
            return queryset
        desk = get_search_backend(self.search_backend_name)
        of_procedures = ProcedurePage.objects.filter(identity__everyday__in=queryset.values("pk"))
        best = [page.identity_id for page in desk.autocomplete(self.search_query, of_procedures)]
        found = queryset.filter(Q(identity__in=best) | Q(pk__in=[row.pk for row in super().search_queryset(queryset)]))
        if self.is_explicitly_ordered:
            return found
        places = [When(identity=identity, then=place) for place, identity in enumerate(best[:PLACED])]
        return found.order_by(Case(*places, default=PLACED, output_field=IntegerField()), "pk")


class EverydayWordsViewSet(SnippetViewSet):
    """List, search and form."""

    model = EverydayWords
    icon = "comment"
    menu_label = "Lời người dân"
    index_view_class = EverydayWordsView
    list_per_page = 50
    ordering = ["-has_unpublished_changes", "pk"]
    filterset_class = EverydayFilterSet
    list_display = [
        "__str__",
        Column("code", label="Mã", accessor="identity.page.code"),
        LiveStatusTagColumn(),
        Column("sector", label="Lĩnh vực", accessor="identity.page.sector"),
        Column("first_names", label="Người dân gọi là", accessor=lambda words: ", ".join(lines_of(words.names)[:3])),
    ]
    copy_view_enabled = False
    panels = [
        HelpPanel(content=_ABOUT),
        MultiFieldPanel(
            [FieldPanel("used_when"), FieldPanel("not_used_when")], heading="Trên trang, dưới năm câu trả lời"
        ),
        MultiFieldPanel(
            [FieldPanel("names"), FieldPanel("situations"), FieldPanel("questions")], heading="Để tìm thấy"
        ),
    ]

    @staticmethod
    def rows_of(person: Any) -> QuerySet:
        """Those of procedures that somebody's agencies keep; who keeps the catalogue sees all."""
        return EverydayWords.objects.filter(kept_by(agencies_of(person, frozenset(Role)), "identity__page__"))

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """The editor's."""
        return self.rows_of(request.user)

    @property
    def permission_policy(self) -> OneOfEachProcedure:
        """Rows are made with the first visit."""
        return OneOfEachProcedure(self.model)


class OfProcedureView(View):
    """Leads from a procedure to its words, which the first who presses the button begins."""

    def dispatch(self, request: HttpRequest, identity: int) -> HttpResponseBase:
        """403 for whoever may not change words, 404 for no procedure."""
        if not OneOfEachProcedure(EverydayWords).user_has_permission(request.user, "change"):
            return HttpResponse(status=403)
        return super().dispatch(request, get_object_or_404(ProcedureIdentity, pk=identity))

    def get(self, request: HttpRequest, identity: ProcedureIdentity) -> HttpResponse:
        """To the form of the words that there are, else to the button that begins them: only looking writes nothing."""
        if words := EverydayWords.objects.filter(identity=identity).first():
            return redirect(_form_of(words))
        page = getattr(identity, "page", None)
        back = reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else ""
        said = {"title": page.title if page else str(identity), "back": back}
        return render(request, "procedures_catalog/desk/begin_words.html", said)

    def post(self, request: HttpRequest, identity: ProcedureIdentity) -> HttpResponse:
        """Begins them, and leads to their form."""
        words, _ = EverydayWords.objects.get_or_create(identity=identity)
        return redirect(_form_of(words))


def _form_of(words: EverydayWords) -> str:
    return reverse(EverydayWords.snippet_viewset.get_url_name("edit"), args=[words.pk])
