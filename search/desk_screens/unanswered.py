"""Questions without a good answer at the desk: whose they are, who sees them, and where one goes on from there."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, Panel
from wagtail.admin.ui.tables import Column
from wagtail.permissions import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from agencies.day import asked_on
from procedures_catalog.desk.everyday_panel import OF_PROCEDURE
from procedures_catalog.models import ProcedurePage
from search.finder import find
from search.models import ReferralAnswer, SynonymRule, UnansweredQuestion
from search.query_log.unanswered import questions_of

NEAREST = 3  # procedures whose words are offered
_GONE = (
    "Khi lưu, câu hỏi này chỉ còn {} và người của bàn biên tập không thuộc cơ quan nào thấy; cơ quan bạn không thấy "
    "nữa và không tự lấy lại được. Nếu đúng ý, hãy đánh dấu “Giao cho cơ quan khác” rồi lưu."
)


class OnlyMachineAdds(ModelPermissionPolicy):
    """Nobody writes such a row by hand."""

    def user_has_permission(self, user, action):
        """As usual, but for adding."""
        return action != "add" and super().user_has_permission(user, action)


class UnansweredForm(WagtailAdminModelForm):
    """Gives a question away only when it was said that this is meant."""

    hand_over = forms.BooleanField(
        label="Giao cho cơ quan khác", required=False, help_text="Chỉ cần khi câu hỏi sẽ không còn là của cơ quan bạn."
    )

    def clean(self) -> dict[str, Any]:
        """ValidationError when the question would leave the agency of who gives it away without a word."""
        said = super().clean()
        own, agency = getattr(self.for_user, "agency_id", None), said.get("agency")
        if own and agency and own != agency.pk and not said.get("hand_over"):
            raise ValidationError({"agency": _GONE.format(agency)})
        return said


class WaysOnPanel(Panel):
    """Links from a question: to ask it at the portal, and to write what would answer it."""

    class BoundPanel(Panel.BoundPanel):
        """The panel with a question in it."""

        template_name = "search/desk/ways_on.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Adds `ways`: pairs of a text and an address."""
            ways = ways_on(self.instance.question, self.request) if self.instance.pk else []
            return {**super().get_context_data(parent_context), "ways": ways}


def ways_on(question: str, request: HttpRequest) -> list[tuple[str, str]]:
    """Where a question leads to: text and address of each link, those of the nearest procedures last."""
    hits = find(question, asked_on(request)).results.hits[:NEAREST]
    numbers = [int(hit.key.removeprefix("page:")) for hit in hits if hit.key.startswith("page:")]
    pages = ProcedurePage.objects.in_bulk(numbers)
    return [
        ("Tìm câu này trên cổng", f"{reverse('search')}?{urlencode({'q': question})}"),
        ("Thêm từ đồng nghĩa", _new(SynonymRule, everyday=question)),
        ("Thêm việc ở nơi khác", _new(ReferralAnswer, names=question)),
        *(
            (f"Lời người dân: {pages[number].title}", reverse(OF_PROCEDURE, args=[pages[number].identity_id]))
            for number in numbers
            if number in pages
        ),
    ]


def _new(model: Any, **typed: str) -> str:
    return f"{reverse(model.snippet_viewset.get_url_name('add'))}?{urlencode(typed)}"


class UnansweredViewSet(SnippetViewSet):
    """An agency sees its own and those that are nobody's, the province's desk all."""

    model = UnansweredQuestion
    icon = "help"
    list_display = [
        "question",
        "asked",
        Column("get_fits_display", label="Kết quả"),
        "sector",
        "agency",
        "last_asked",
        Column("get_state_display", label="Trạng thái"),
    ]
    list_filter = ["state", "fits", "agency"]
    search_fields = ["question"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("question", read_only=True),
            WaysOnPanel(heading="Từ câu hỏi này"),
            FieldRowPanel([FieldPanel("asked", read_only=True), FieldPanel("last_asked", read_only=True)]),
            FieldPanel("fits", read_only=True),
            FieldPanel("state"),
            FieldPanel("sector"),
            FieldPanel("agency"),
            FieldPanel("hand_over"),
            FieldPanel("note"),
        ],
        base_form_class=UnansweredForm,
    )

    @property
    def permission_policy(self) -> OnlyMachineAdds:
        """Rows come from searches alone."""
        return OnlyMachineAdds(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """The rows of the editor's agencies."""
        return questions_of(request.user).select_related("sector", "agency")
