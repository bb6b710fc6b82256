"""The catalogue at the desk: its reference lists, and the promise that a procedure is never deleted."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from procedures_catalog.models import ApplicantKind, Field, ProcedurePage


class FieldViewSet(SnippetViewSet):
    """Fields of administration."""

    model = Field
    icon = "tag"
    list_display = ["name", "slug"]
    panels = [FieldPanel("name"), FieldPanel("slug")]


class ApplicantKindViewSet(SnippetViewSet):
    """Kinds of applicant."""

    model = ApplicantKind
    icon = "group"
    list_display = ["name", "slug"]
    panels = [FieldPanel("name"), FieldPanel("slug")]


@register_snippet
class CatalogueLists(SnippetViewSetGroup):
    """The catalogue's reference lists under one item of the menu."""

    menu_label = "Danh mục dùng chung"
    menu_icon = "list-ul"
    menu_order = 300
    items = (FieldViewSet, ApplicantKindViewSet)


@hooks.register("before_delete_page")
def keep_procedures(request, page: Page):
    """A procedure is abolished, not deleted: its printed codes must go on leading somewhere."""
    if not isinstance(page.specific, ProcedurePage) and not ProcedurePage.objects.descendant_of(page).exists():
        return None
    messages.error(request, "Thủ tục không xoá được: mã QR đã in sẽ hỏng. Hãy ghi ngày bãi bỏ hoặc gỡ khỏi công bố.")
    return redirect(reverse("wagtailadmin_explore", args=[page.get_parent().pk]))


@hooks.register("before_bulk_action")
def keep_procedures_in_bulk(request, action_type, objects, action_class_instance):
    """The same for many pages at once."""
    if action_type == "delete" and any(isinstance(getattr(item, "specific", item), ProcedurePage) for item in objects):
        return keep_procedures(request, next(item for item in objects if isinstance(item.specific, ProcedurePage)))
    return None
