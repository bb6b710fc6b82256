"""The desk's form for accounts: Wagtail's, the agency that a person works for, and his roles there."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CopyView
from wagtail.snippets.widgets import AdminSnippetChooser
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, DeleteView, EditView, HistoryView, IndexView, UserViewSet

from agencies.day import asked_at
from agencies.models import Agency, Role
from agencies.reach import parents_of_all, with_below
from cms.access.accounts import AccountsPolicy, accounts_of, agencies_administered, agencies_entrusted, may_keep
from cms.access.deputies.days import of_interest, stop
from cms.access.deputies.telling import deputies_in_words, roles_in_words, with_deputies
from cms.access.giving import give, roles_of, take
from cms.access.groups import OF_THE_PORTAL
from cms.desk.accounts.key_screen import LINK
from cms.desk.accounts.own_address import OwnAddress
from cms.desk.accounts.warned import WarnsOfRoles
from cms.models import Editor
from cms.sign_in.names import PlainUsername

_FIELDS = {"agency"}
_WIDGETS = {"agency": AdminSnippetChooser(Agency)}
_HELP = {"agency": "Nơi người này làm việc. Cán bộ một cửa chỉ thấy giấy tờ niêm yết của xã, phường nơi ấy."}
NOT_AS_DEPUTY = "Người thay không giao vai trò: hãy chờ người quản trị đi làm lại, hoặc nhờ cấp trên."
MOVED = "Người này đã chuyển cơ quan và không mang theo vai trò nào; vai trò ở cơ quan mới được giao riêng."


class _Named(forms.Form):
    """A person's name as it is written here: the family name first."""

    last_name = forms.CharField(label="Họ và tên đệm", max_length=150)
    first_name = forms.CharField(label="Tên", max_length=150)


def _boxes(label: str, roles: Iterable[Role], said: str) -> forms.MultipleChoiceField:
    choices = [(role.value, role.label) for role in roles]
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, help_text=said
    )


class _InRoles(OwnAddress):
    """A person's roles: at the agency that he works for, and of the whole portal. Those that other agencies give him
    stay; whoever goes to another agency loses what he had at the former one and below it, and what was ticked for that
    one is not given at the next."""

    roles = _boxes(
        "Vai trò ở cơ quan ấy",
        (role for role in Role if role not in OF_THE_PORTAL),
        "Có hiệu lực ở cơ quan ghi ở trên và mọi đơn vị trực thuộc.",
    )
    portal_roles = _boxes("Vai trò của toàn cổng", Role, "Có hiệu lực ở mọi cơ quan; chỉ giao khi thật cần.")

    def __init__(self, *args: Any, by: Editor, moment: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by, self.moment = by, moment
        self._offer_groups()
        self._show_roles()
        if not by.is_superuser:
            self._narrow()
        self._ask_for_nothing_that_was_empty()
        if by == self.instance:
            self.fields["roles"].disabled = True  # nobody gives himself more, not even an agency's administrator

    def _narrow(self) -> None:
        """An agency's administrator gives what is his agencies'. What is shut keeps what it says, whatever is sent."""
        for name in {"is_superuser", "portal_roles", "groups"} & self.fields.keys():
            self.fields[name].disabled = True
        agencies = agencies_entrusted(self.by) if self.instance.pk else agencies_administered(self.by)
        rows = agencies.narrow(Agency.objects.order_by("name"), "pk")
        self.fields["agency"] = forms.ModelChoiceField(rows, label="Cơ quan", help_text=_HELP["agency"])
        if self.instance.pk and (self.by == self.instance or self.instance.agency_id not in agencies):
            self._shut_agency()

    def _shut_agency(self) -> None:
        """Nobody moves himself, and a deputy nobody."""
        field = cast(forms.ModelChoiceField, self.fields["agency"])
        field.queryset = Agency.objects.filter(pk=self.instance.agency_id)
        field.disabled, field.required = True, False

    def _ask_for_nothing_that_was_empty(self) -> None:
        """Of an account that exists, so that no other box keeps anybody from taking roles or from disabling."""
        for name, field in self.fields.items():
            if self.instance.pk and not self.initial.get(name):
                field.required = False

    def _offer_groups(self) -> None:
        groups = cast(forms.ModelMultipleChoiceField, self.fields["groups"])
        groups.queryset = Group.objects.filter(role_group=None)
        groups.label, groups.help_text = "Nhóm khác", "Nhóm mà tỉnh tự lập."
        self.initial["groups"] = self.instance.groups.filter(role_group=None) if self.instance.pk else []

    def _show_roles(self) -> None:
        held = roles_of(self.instance) if self.instance.pk else []
        self._former = self.instance.agency
        self.initial["roles"] = [role for role, agency in held if agency and agency == self._former]
        self.initial["portal_roles"] = [role for role, agency in held if agency is None]

    def clean(self) -> dict[str, Any]:
        """ValidationError for roles at no agency, and for those that a deputy would give."""
        found = super().clean() or self.cleaned_data
        agency = found.get("agency")
        if found.get("roles") and not agency:
            self.add_error("agency", "Hãy chọn cơ quan: vai trò được giao cho một cơ quan.")
        elif agency and self._newly_ticked() and agency.pk not in agencies_entrusted(self.by):
            self.add_error("roles", NOT_AS_DEPUTY)
        return found

    def _newly_ticked(self) -> set[str]:
        return set(self.cleaned_data.get("roles", ())) - set(self.initial["roles"])

    @property
    def has_moved(self) -> bool:
        """Whether the account had another agency before."""
        return self._former is not None and self._former != self.instance.agency

    def _save_m2m(self) -> None:
        """Groups that stand for roles are no choice of the field of groups, which would take them away."""
        of_roles = list(self.instance.groups.exclude(role_group=None))
        self.cleaned_data["groups"] = [*self.cleaned_data["groups"], *of_roles]
        super()._save_m2m()  # type: ignore[misc]  # Django's stubs leave it out
        self.tell_of_address()
        self._take_what_the_former_agency_gave()
        if self.instance.agency:
            self._put(self.instance.agency, self._newly_ticked() if self.has_moved else self.cleaned_data["roles"])
        self._put(None, self.cleaned_data["portal_roles"])

    def _take_what_the_former_agency_gave(self) -> None:
        """Whoever goes has nothing any more there, nor at what stands under it, and stands in for nobody."""
        if self._former is None or not self.has_moved:
            return
        for deputising in of_interest(self.instance):
            stop(deputising, self.moment)
        left = with_below({self._former.pk}, parents_of_all())
        for role, agency in roles_of(self.instance):
            if agency and agency.pk in left:
                take(self.instance, role, agency)

    def _put(self, agency: Agency | None, chosen: Collection[str]) -> None:
        for role in Role:
            if role in chosen:
                give(self.instance, role, agency)
            else:
                take(self.instance, role, agency)


class EditorCreationForm(PlainUsername, _Named, _InRoles, UserCreationForm):
    """A new account, without a password: its person sets it by a link."""

    def save(self, commit: bool = True) -> Editor:
        """As Wagtail does."""
        self.instance.set_unusable_password()
        saved: Editor = super().save(commit)
        return saved

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | _FIELDS
        widgets = UserCreationForm.Meta.widgets | _WIDGETS
        help_texts = _HELP


class EditorForm(_Named, _InRoles, UserEditForm):
    """An account that exists."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | _FIELDS
        widgets = UserEditForm.Meta.widgets | _WIDGETS
        help_texts = _HELP


def _roles(editor: Editor) -> str:
    own = ["Quản trị cổng"] if editor.is_superuser else []
    return ", ".join(filter(None, [*own, roles_in_words(editor)]))


class EditorsView(IndexView):
    """The list of accounts: each with its agency and its roles, in the order of Vietnamese names."""

    @cached_property
    def columns(self) -> list[Column]:
        """Wagtail's columns, with two more behind the name to sign in with; its level is told with the roles."""
        marks, name, username, *others = (each for each in super().columns if each.name != "is_superuser")
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
        """The accounts that somebody keeps, with their agencies and groups."""
        kept = accounts_of(self.request.user)
        return with_deputies(super().get_base_queryset().filter(pk__in=kept).select_related("agency"))


class _SaysWho:
    """Tells the form who fills it in."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Wagtail's, the account, and when it is."""
        more = {"by": self.request.user, "moment": asked_at(self.request)}  # type: ignore[attr-defined]  # the view's
        return {**super().get_form_kwargs(), **more}  # type: ignore[misc]  # the view's


class EditorAddView(WarnsOfRoles, _SaysWho, CreateView):
    """A new account."""

    def get_success_url(self) -> str:
        """To the link by which its person sets the password."""
        return reverse(LINK, args=[self.object.pk])


class EditorCopyView(WarnsOfRoles, _SaysWho, CopyView):
    """A new account that begins with what another one says."""


class _OfAKept:
    """Opens accounts that somebody keeps."""

    def get_object(self, *queryset: Any) -> Editor:
        """PermissionDenied for another one."""
        editor: Editor = super().get_object(*queryset)  # type: ignore[misc]  # the view's
        if not may_keep(self.request.user, editor):  # type: ignore[attr-defined]  # the view's
            raise PermissionDenied
        return editor


class EditorEditView(WarnsOfRoles, _OfAKept, _SaysWho, EditView):
    """An account that exists."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With whom he stands in for, and who for him."""
        return {**super().get_context_data(**kwargs), "deputies": deputies_in_words(self.object)}

    def form_valid(self, form: Any) -> Any:
        """Tells who has moved that roles are given anew."""
        answer = super().form_valid(form)
        if form.has_moved:
            messages.warning(self.request, MOVED)
        return answer


class EditorHistoryView(_OfAKept, HistoryView):
    """What was done with an account."""


class EditorDeleteView(_OfAKept, DeleteView):
    """Takes an account away."""


class EditorViewSet(UserViewSet):
    """Wagtail's screens with these forms and this list, for the accounts that somebody keeps."""

    index_view_class = EditorsView
    add_view_class = EditorAddView
    copy_view_class = EditorCopyView
    edit_view_class = EditorEditView
    history_view_class = EditorHistoryView
    delete_view_class = EditorDeleteView
    permission_policy = AccountsPolicy(Editor)

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """The form of a new or of an existing account."""
        return EditorForm if for_update else EditorCreationForm
