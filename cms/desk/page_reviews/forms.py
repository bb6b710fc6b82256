"""The form of a page's review: when, how often, who, and who in his place."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from wagtail.admin.widgets import AdminDateInput

from agencies.models.role import EDITING_ROLES, RoleGroup
from agencies.reach import agencies_of, line_of, parents_of_all
from audit.things import thing
from cms.models import Editor
from pages.models import PageReview
from vietnamese.days import written

FARTHEST = timedelta(days=3_660)
STRANGER = "Người này không làm nội dung của cơ quan có trang này, hoặc tài khoản đang bị khóa."
SAME = "Người thay phải là người khác."
OVER = "Ngày này đã qua; sớm nhất là hôm nay, {0}."
TOO_FAR = "Ngày này xa quá mười năm."


class _PersonField(forms.ModelChoiceField):
    """Told by name and account."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.named()} ({obj.get_username()})"


class ReviewForm(forms.ModelForm):
    """Of one page."""

    person = _PersonField(
        Editor.objects.none(),
        label="Người chịu trách nhiệm",
        error_messages={"required": "Hãy chọn người chịu trách nhiệm.", "invalid_choice": STRANGER},
    )
    substitute = _PersonField(
        Editor.objects.none(),
        label="Người thay",
        required=False,
        help_text="Làm thay khi người chịu trách nhiệm vắng, hoặc để quá ngày.",
        error_messages={"invalid_choice": STRANGER},
    )

    class Meta:
        model = PageReview
        fields = ["review_on", "every_months", "person", "substitute"]
        widgets = {"review_on": AdminDateInput}

    def __init__(self, *args: Any, by: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._on = on
        people = people_of(self.instance.page, by)
        for name in ("person", "substitute"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]

    def clean_review_on(self) -> date:
        """ValidationError for a new day that is over or very far."""
        day: date = self.cleaned_data["review_on"]
        if "review_on" in self.changed_data and day < self._on:
            raise ValidationError(OVER.format(written(self._on)))
        if day > self._on + FARTHEST:
            raise ValidationError(TOO_FAR)
        return day

    def clean(self) -> dict[str, Any]:
        """ValidationError for one person in both places."""
        found = super().clean() or self.cleaned_data
        if found.get("person") and found["person"] == found.get("substitute"):
            self.add_error("substitute", SAME)
        return found


def people_of(page: Any, by: Any) -> QuerySet[Editor]:
    """Who writes, checks or publishes for the page's agency or one above it, for the whole portal where the page is
    nobody's; and who chooses (`by`), if he works on pages himself: his own name is no secret to him."""
    agency = thing(page.specific).agency
    above = line_of(agency, parents_of_all()) if agency else []
    roles = RoleGroup.objects.filter(role__in=EDITING_ROLES)
    roles = roles.filter(agency__in=above) if agency else roles.filter(agency=None)
    own = Q(pk=by.pk) if agencies_of(by, EDITING_ROLES) else Q(pk__in=())
    people = Editor.objects.filter(own | Q(groups__in=roles.values("group")), is_active=True)
    return people.order_by("first_name", "last_name", "pk").distinct()
