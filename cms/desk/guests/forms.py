"""The forms of the screen: what a link is for, and what is answered to a remark."""

from django import forms

from pages.guests.links import HOURS, Wish
from pages.models.guest import KINDS, LONGEST_TEXT, VIEW

_DAY = 24
_HOURS = [(hours, f"{hours // _DAY} ngày" if hours >= _DAY else f"{hours} giờ") for hours in HOURS]
_TIMES = [("many", "nhiều lần, trên nhiều máy"), ("single", "một lần: ai mở trước thì máy ấy xem được tới hết hạn")]


class LinkForm(forms.Form):
    """What somebody wants a link for."""

    kind = forms.ChoiceField(label="Để làm gì", choices=list(KINDS.items()), initial=VIEW)
    whom = forms.CharField(
        label="Gửi cho",
        max_length=80,
        help_text="Ghi chức danh, đơn vị, ví dụ “Lãnh đạo Sở Tư pháp”. Người nhận thấy dòng này; nhật ký cũng giữ.",
        error_messages={"required": "Hãy ghi gửi cho ai.", "max_length": "Dòng này dài quá 80 ký tự."},
    )
    hours = forms.TypedChoiceField(label="Có hạn trong", choices=_HOURS, coerce=int, initial=3 * _DAY)
    times = forms.ChoiceField(label="Mở được", choices=_TIMES, initial="many")

    def wish(self) -> Wish:
        """The same, once it is valid."""
        given = self.cleaned_data
        return Wish(given["kind"], given["whom"], given["hours"], is_single=given["times"] == "single")


class AnswerForm(forms.Form):
    """What is answered to a remark; nothing need be."""

    answer = forms.CharField(
        required=False,
        max_length=LONGEST_TEXT,
        error_messages={"max_length": "Câu trả lời dài quá %(limit_value)d ký tự (đang có %(show_value)d)."},
    )
