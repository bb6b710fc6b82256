"""The form by which an administrator makes somebody the deputy of one who will be away, and what it refuses."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from wagtail.admin.widgets import AdminDateInput

from agencies.day import local_day
from agencies.models.last_day import LastDayFormField
from cms.access.accounts import accounts_of, agencies_entrusted
from cms.access.deputies.days import Wish
from cms.access.giving import roles_of
from cms.access.groups import group_of
from cms.models import Deputising, Editor
from vietnamese.days import written

LONGEST = timedelta(days=366)
STRANGER = "Người này là chính người vắng, không thuộc các đơn vị mà bạn quản lý, hoặc tài khoản đang bị khóa."
NOT_TO_ONESELF = "Không ai tự nhận thêm quyền: hãy nhờ người quản trị khác cử bạn."
NOT_FIRST = "Ngày cuối phải từ ngày đầu ({0}) trở đi."
PAST = "Ngày đầu đã qua; sớm nhất là hôm nay, {0}."
TOO_LONG = "Thay dài nhất là một năm; lâu hơn thì giao hẳn vai trò."
TAKEN = "Trong những ngày ấy {0} đã thay {1} ({2}). Hãy cho thôi trước, hoặc chọn ngày, vai trò khác."
AWAY = "{0} cũng vắng trong những ngày ấy: {1}."


class _PersonField(forms.ModelChoiceField):
    """One of those whom the administrator keeps, told by name, account and agency."""

    def label_from_instance(self, obj: Any) -> str:
        agency = f", {obj.agency.name}" if obj.agency else ""
        return f"{obj.named()} ({obj.get_username()}){agency}"


class DeputyForm(forms.Form):
    """Who, which roles, from when to when."""

    deputy = _PersonField(
        Editor.objects.none(),
        label="Người thay",
        error_messages={"required": "Hãy chọn người thay.", "invalid_choice": STRANGER},
    )
    roles = forms.MultipleChoiceField(
        label="Vai trò được thay",
        widget=forms.CheckboxSelectMultiple,
        help_text="Người thay có đúng những vai trò này, và chỉ khi người vắng còn có.",
        error_messages={
            "required": "Hãy chọn ít nhất một vai trò.",
            "invalid_choice": "Người vắng không có vai trò ấy.",
        },
    )
    begins = forms.DateField(label="Từ ngày", widget=AdminDateInput, error_messages={"required": "Hãy ghi ngày đầu."})
    ends = LastDayFormField(
        label="Đến hết ngày", widget=AdminDateInput, error_messages={"required": "Hãy ghi ngày cuối."}
    )

    def __init__(self, *args: Any, absent: Editor, by: Editor, moment: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.absent, self.by, self.today = absent, by, local_day(moment)
        people = accounts_of(by).filter(is_active=True, is_superuser=False).exclude(pk=absent.pk)
        self.fields["deputy"].queryset = _in_order(people)  # type: ignore[attr-defined]
        self.groups = groups_to_hand_on(absent, by)
        self.fields["roles"].choices = [(str(group.pk), group.name) for group in self.groups]  # type: ignore[attr-defined]
        self.initial = {"roles": [str(group.pk) for group in self.groups]}

    def clean_deputy(self) -> Editor:
        """ValidationError for whoever fills in the form."""
        deputy: Editor = self.cleaned_data["deputy"]
        if deputy == self.by and not self.by.is_superuser:
            raise forms.ValidationError(NOT_TO_ONESELF)
        return deputy

    def clean_begins(self) -> date:
        """ValidationError for a day that is over."""
        begins: date = self.cleaned_data["begins"]
        if begins < self.today:
            raise forms.ValidationError(PAST.format(written(self.today)))
        return begins

    def clean(self) -> dict[str, Any]:
        """ValidationError for days in the wrong order or too many, and for what is so already on some of them."""
        found = super().clean() or self.cleaned_data
        begins, ends = found.get("begins"), found.get("ends")
        if begins and ends and ends <= begins:
            self.add_error("ends", NOT_FIRST.format(written(begins)))
        elif begins and ends and ends - begins > LONGEST:
            self.add_error("ends", TOO_LONG)
        if not self.errors:
            self._refuse_what_is_so()
        return found

    def wish(self) -> Wish:
        """The same, once it is valid."""
        given = self.cleaned_data
        return Wish(self.absent, given["deputy"], self._chosen(), given["begins"], given["ends"])

    def _chosen(self) -> list[Group]:
        return [group for group in self.groups if str(group.pk) in self.cleaned_data["roles"]]

    def _refuse_what_is_so(self) -> None:
        days, deputy = self._on_those_days(), self.cleaned_data["deputy"]
        if other := days.filter(absent=self.absent, roles__group__in=self._chosen()).first():
            self.add_error(None, TAKEN.format(other.deputy.named(), other.absent.named(), other.days))
        if away := days.filter(absent=deputy).first():
            self.add_error("deputy", AWAY.format(deputy.named(), away.days))

    def _on_those_days(self) -> QuerySet[Deputising]:
        begins, ends = self.cleaned_data["begins"], self.cleaned_data["ends"]
        rows = Deputising.objects.filter(over_at=None, begins__lt=ends, ends__gt=begins)
        return rows.select_related("absent", "deputy")


def _in_order(people: QuerySet[Editor]) -> QuerySet[Editor]:
    return people.select_related("agency").order_by("agency__name", "first_name", "last_name")


def groups_to_hand_on(absent: Editor, by: Editor) -> list[Group]:
    """The absent one's own roles that an administrator may let another have: those of agencies whose accounts he keeps
    of his own; of the whole portal's the portal's administrator decides."""
    reach = agencies_entrusted(by)
    held = [each for each in roles_of(absent) if by.is_superuser or (each[1] and each[1].pk in reach)]
    return [group_of(role, agency) for role, agency in held]
