"""The address of an account on its form: of one account alone, and a way in, so that changing it is told."""

from datetime import datetime
from typing import Any

from django import forms

from cms.models import Editor, KeyKind
from cms.sign_in.keys.acts import hindrance, note
from cms.sign_in.keys.telling import write_to


class OwnAddress(forms.ModelForm):
    """A form of an account; who fills it in and when stands in `by` and `moment`."""

    by: Editor
    moment: datetime
    email = forms.EmailField(
        label="Địa chỉ thư",
        required=False,
        help_text="Của riêng người này; không có thì để trống. Thư quên mật khẩu, tài khoản của tỉnh theo địa chỉ này.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._former_address: str = self.instance.email
        self._is_old = self.instance.pk is not None

    def clean_email(self) -> str:
        """ValidationError for an address that another account bears, and where one who has taken away the account's
        second factor would change it."""
        address: str = self.cleaned_data["email"]
        self.instance.email = address
        if address:
            self.instance.refuse_taken_address()
        if self._changes_anothers(address):
            self._refuse_both_halves()
        return address

    def _refuse_both_halves(self) -> None:
        if why_not := hindrance(KeyKind.MAIL, self.instance, self.by, self.moment):
            raise forms.ValidationError(why_not)

    def tell_of_address(self) -> None:
        """To the former address, once the account is saved."""
        if self._changes_anothers(self.instance.email):
            write_to(self._former_address, note(KeyKind.MAIL, self.instance, self.by, self.moment))

    def _changes_anothers(self, address: str) -> bool:
        is_new = address.casefold() != self._former_address.casefold()
        return is_new and self._is_old and self.by != self.instance
