"""Names to sign in with: none may be taken for another one by who reads it."""

import unicodedata

from django import forms
from django.contrib.auth.validators import ASCIIUsernameValidator

from cms.models import Editor
from vietnamese.fold import fold

#: What looks alike in many typefaces, after letters were made plain.
_ALIKE = str.maketrans({"I": "l", "1": "l", "|": "l", "0": "o", "O": "o"})
LETTERS = "Tên đăng nhập chỉ gồm chữ không dấu, chữ số và các dấu @ . + - _"
ALIKE = "Đã có tài khoản “{0}”, nhìn giống tên này. Hãy chọn tên khác hẳn."


def looks(name: str) -> set[str]:
    """What a name is taken for: in small letters, and with look-alikes made one; two names that share one are alike."""
    plain = unicodedata.normalize("NFKC", name)
    return {fold(plain), fold(plain.translate(_ALIKE))}


class PlainUsername(forms.Form):
    """A form for a new account."""

    def clean_username(self) -> str:
        """The name. Raises ValidationError where it has other than plain letters, or looks like one that there is."""
        name = unicodedata.normalize("NFKC", self.cleaned_data["username"])
        ASCIIUsernameValidator(message=LETTERS)(name)
        if other := next((taken for taken in _taken() if looks(taken) & looks(name)), None):
            raise forms.ValidationError(ALIKE.format(other), code="alike")
        return name


def _taken() -> list[str]:
    return list(Editor.objects.values_list("username", flat=True))
