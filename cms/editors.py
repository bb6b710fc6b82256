"""The desk's form for accounts: Wagtail's, and the agency that a person works for."""

from django import forms
from wagtail.snippets.widgets import AdminSnippetChooser
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet

from agencies.models import Agency

_FIELDS = {"agency"}
_WIDGETS = {"agency": AdminSnippetChooser(Agency)}
_HELP = {"agency": "Nơi người này làm việc. Cán bộ một cửa chỉ thấy giấy tờ niêm yết của xã, phường nơi ấy."}


class EditorCreationForm(UserCreationForm):
    """A new account."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | _FIELDS
        widgets = UserCreationForm.Meta.widgets | _WIDGETS
        help_texts = _HELP


class EditorForm(UserEditForm):
    """An account that exists."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | _FIELDS
        widgets = UserEditForm.Meta.widgets | _WIDGETS
        help_texts = _HELP


class EditorViewSet(UserViewSet):
    """Wagtail's screens with these forms."""

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """The form of a new or of an existing account."""
        return EditorForm if for_update else EditorCreationForm
