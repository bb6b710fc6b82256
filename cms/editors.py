"""The desk's form for accounts: Wagtail's, and the agency that a person works for."""

from django import forms
from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column
from wagtail.snippets.widgets import AdminSnippetChooser
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import IndexView, UserViewSet

from agencies.models import Agency
from cms.models import Editor

_FIELDS = {"agency"}
_WIDGETS = {"agency": AdminSnippetChooser(Agency)}
_HELP = {"agency": "Nơi người này làm việc. Cán bộ một cửa chỉ thấy giấy tờ niêm yết của xã, phường nơi ấy."}


class _Named(forms.Form):
    """A person's name as it is written here: the family name first."""

    last_name = forms.CharField(label="Họ và tên đệm", max_length=150)
    first_name = forms.CharField(label="Tên", max_length=150)


class EditorCreationForm(_Named, UserCreationForm):
    """A new account."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | _FIELDS
        widgets = UserCreationForm.Meta.widgets | _WIDGETS
        help_texts = _HELP


class EditorForm(_Named, UserEditForm):
    """An account that exists."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | _FIELDS
        widgets = UserEditForm.Meta.widgets | _WIDGETS
        help_texts = _HELP


class EditorsView(IndexView):
    """The list of accounts: each with its agency and its roles, in the order of Vietnamese names."""

    @cached_property
    def columns(self) -> list[Column]:
        """Wagtail's columns, with two more behind the name to sign in with."""
        marks, name, username, *others = super().columns
        name.label = "Họ và tên"
        return [
            marks,
            name,
            username,
            Column("agency", label="Cơ quan", sort_key="agency__name"),
            Column("roles", label="Vai trò", accessor=_roles),
            *others,
        ]

    def get_base_queryset(self) -> QuerySet[Editor]:
        """The accounts with their agencies and groups."""
        return super().get_base_queryset().select_related("agency").prefetch_related("groups")


def _roles(editor: Editor) -> str:
    return ", ".join(group.name for group in editor.groups.all())


class EditorViewSet(UserViewSet):
    """Wagtail's screens with these forms and this list."""

    index_view_class = EditorsView

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """The form of a new or of an existing account."""
        return EditorForm if for_update else EditorCreationForm
