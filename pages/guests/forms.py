"""The form in which a guest remarks on a draft."""

from django import forms

from pages.models.guest import LONGEST_TEXT


class RemarkForm(forms.Form):
    """Who says it, of which section, and what."""

    name = forms.CharField(
        max_length=80,
        error_messages={"required": "Hãy ghi họ tên của ông/bà.", "max_length": "Họ tên dài quá 80 ký tự."},
    )
    section = forms.CharField(max_length=200, required=False)
    text = forms.CharField(
        max_length=LONGEST_TEXT,
        error_messages={
            "required": "Hãy ghi góp ý.",
            "max_length": "Góp ý dài quá %(limit_value)d ký tự (đang có %(show_value)d). Hãy chia thành nhiều góp ý.",
        },
    )
