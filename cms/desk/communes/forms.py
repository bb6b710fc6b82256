"""The forms of the steps: an office with where it is, an officer with his name."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction

from agencies.models import AdministrativeUnit, Agency, Role
from agencies.models.agency import AgencyKind
from cms.access.giving import give
from cms.desk.accounts.own_address import OwnAddress
from cms.desk.communes.steps import name_of
from cms.models import Editor
from cms.sign_in.names import PlainUsername


class OfficeForm(forms.ModelForm):
    """The commune's committee or its counter; the name is what it is called by law, and may be changed."""

    class Meta:
        model = Agency
        fields = ("name", "address", "phone")

    def __init__(self, given: Any = None, *, unit: AdministrativeUnit, kind: AgencyKind, parent: Agency | None) -> None:
        super().__init__(given, initial={"name": name_of(kind, unit)}, prefix=kind.value)
        self.instance.unit, self.instance.kind, self.instance.parent = unit, kind, parent
        self.instance.valid_from = unit.valid_from


class OfficerForm(PlainUsername, OwnAddress):
    """The account of an officer of the commune: no password, which he sets himself by a link."""

    last_name = forms.CharField(label="Họ và tên đệm", max_length=150)
    first_name = forms.CharField(label="Tên", max_length=150)
    field_order = ("last_name", "first_name", "username", "email")

    class Meta:
        model = Editor
        fields = ("last_name", "first_name", "username", "email")

    def __init__(self, given: Any = None, *, by: Editor, moment: datetime) -> None:
        super().__init__(given, prefix="officer")
        self.by, self.moment = by, moment
        self.fields["username"].help_text = "Để đăng nhập; chữ không dấu, ví dụ lan.hoa."

    @transaction.atomic
    def made(self, office: Agency) -> Editor:
        """The account, with the officer's role for the office."""
        editor: Editor = super().save(commit=False)
        editor.agency = office
        editor.set_unusable_password()
        editor.save()
        give(editor, Role.OFFICER, office)
        return editor
