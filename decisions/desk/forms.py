"""The forms of a decision, of one of its lines, and of an appendix that is handed in."""

import hashlib
import json
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.models import model_to_dict
from django.urls import reverse
from django.utils.html import format_html
from wagtail.admin.widgets import AdminDateInput

from agencies.models import Agency
from decisions.desk.door import DECISION
from decisions.desk.reach import agencies_to_write_for, decisions_of, documents_seen, writes_for_all
from decisions.desk.twins import twin_of
from decisions.files.rows import MOST_PASTED
from decisions.lines.reading import line_code
from decisions.models import Decision, DecisionLine, LegalClock
from legal_documents.facts.numbers import number_key
from legal_documents.models import LegalDocumentPage
from vietnamese.days import written

MOST_BYTES = 20 * 2**20
NOTHING = "Hãy dán bảng hoặc chọn tệp."
BOTH = "Hãy chỉ dán bảng, hoặc chỉ chọn tệp."
TOO_LARGE = "Tệp quá lớn, nhiều nhất 20 MB. Hãy chép riêng bảng danh mục của phụ lục sang một tệp mới."
NO_DOCUMENT = "Cổng không có văn bản nào mang số này mà bạn thấy được. Hãy thêm văn bản trước, trong mục Văn bản."
SEVERAL = "Có {0} văn bản mang số này: {1}. Hãy ghi thêm cơ quan vào số, hoặc sửa số của các văn bản ấy."
NOT_YET = "Ngày này chưa đến. Chỉ ghi khi đã nhập xong."
BEFORE_SIGNED = "Quyết định ký ngày {0}, nên không thể đã nhập trước đó."
CHANGED_BY_ANOTHER = "Trong lúc bạn sửa, người khác đã sửa dòng này. Hãy xem lại rồi lưu lần nữa để ghi đè."
DECISION_CHANGED = "Trong lúc bạn sửa, người khác đã sửa quyết định này. Hãy xem lại rồi lưu lần nữa để ghi đè."


TWIN = (
    "Đã có quyết định số {0}{1} của cơ quan này: {2}, hay lập cái mới? Nếu đúng là cái mới, hãy đánh dấu ô “Đúng là "
    "một quyết định khác, cùng số” rồi lưu."
)


class _DocumentField(forms.CharField):
    """A legal document by its number: that of a published one, or of one's own agencies."""

    documents: QuerySet[LegalDocumentPage]

    def clean(self, value: Any) -> LegalDocumentPage | None:
        """ValidationError for a number that none or several have."""
        written = super().clean(value)
        if not written:
            return None
        key = number_key(written)
        found = list(self.documents.filter(number_key=key)[:5]) if key else []
        if not found:
            raise ValidationError(NO_DOCUMENT)
        if len(found) > 1:
            raise ValidationError(SEVERAL.format(len(found), "; ".join(each.title for each in found)))
        return found[0]


class _WithDocument(forms.ModelForm):
    """A form whose model names a legal document in a column; people write its number."""

    document_column = "document"
    document_number = _DocumentField(required=False, max_length=100)

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["document_number"]
        column = self.instance._meta.get_field(self.document_column)
        field.label, field.help_text = f"Số của {column.verbose_name}", column.help_text
        field.documents = documents_seen(person)  # type: ignore[attr-defined]
        named = getattr(self.instance, self.document_column)
        self.initial["document_number"] = named.number if named else ""

    def clean(self) -> dict[str, Any]:
        """Puts the document into its column."""
        found = super().clean() or self.cleaned_data
        if "document_number" in self.changed_data and "document_number" in found:
            setattr(self.instance, self.document_column, found["document_number"])
        return found


class _NotUnseen(_WithDocument):
    """A form that does not write unseen over what somebody else wrote meanwhile; `seen` is what its writer saw when he
    began."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    changed_by_another: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._now = digest(self.instance)
        self.initial["seen"] = self._now

    def clean(self) -> dict[str, Any]:
        """Shows what stands there now to be what was seen, once it was said."""
        found = super().clean()
        if self.instance.pk and found.get("seen") != self._now:
            self.data = {**self.data.dict(), "seen": self._now}  # type: ignore[attr-defined]
            self.add_error(None, self.changed_by_another)
        return found


class DecisionForm(_NotUnseen):
    """What a decision is called, when it was signed and takes effect."""

    changed_by_another = DECISION_CHANGED
    #: Shown once there is another decision of this number.
    is_another = forms.BooleanField(
        label="Đúng là một quyết định khác, cùng số", required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = Decision
        fields = [
            *("kind", "number", "summary", "signed_on", "effective_on", "is_retroactive", "signed_by", "follows"),
            "agency",
        ]
        widgets = {"signed_on": AdminDateInput, "effective_on": AdminDateInput}

    def __init__(self, *args: Any, person: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, person=person, **kwargs)
        self._on, self._person = on, person
        agency: Any = self.fields["agency"]
        agency.queryset = self._agencies(person)
        agency.required = not writes_for_all(person)
        agency.empty_label = "Toàn cổng" if writes_for_all(person) else None
        agency.error_messages["required"] = "Hãy chọn cơ quan lập quyết định."

    def _agencies(self, person: Any) -> QuerySet[Agency]:
        """Who checks a decision need not be able to begin one: its own agency stays."""
        return agencies_to_write_for(person) | Agency.objects.filter(pk=self.instance.agency_id).order_by("name")

    def clean(self) -> dict[str, Any]:
        """Asks about a day that is over, and about another decision of the same number."""
        found = super().clean()
        if {"number", "agency"}.intersection(self.changed_data) and not found.get("is_another"):
            self._ask_of_twin(found)
        days = {"effective_on", "signed_on", "is_retroactive"}
        if days.intersection(self.changed_data) and not days.intersection(self.errors):
            said = Decision(**{name: found.get(name) for name in days})
            if why := said.asks_of_day(self._on):
                self.add_error("effective_on", why)
        return found

    def _ask_of_twin(self, found: dict[str, Any]) -> None:
        said = Decision(pk=self.instance.pk, **{name: found.get(name) for name in ("agency", "number", "signed_on")})
        twin = twin_of(said, decisions_of(self._person)) if said.number else None
        if twin is not None:
            self.fields["is_another"].widget = forms.CheckboxInput()
            day = f" ngày {written(twin.signed_on)}" if twin.signed_on else ", chưa ghi ngày ký"
            way = format_html('<a href="{}">mở nó</a>', reverse(DECISION, args=[twin.pk]))
            self.add_error("number", format_html(TWIN, twin.number, day, way))


class NationalForm(forms.ModelForm):
    """The day on which a decision was entered into the national database; empty takes it back."""

    class Meta:
        model = Decision
        fields = ["national_on"]
        widgets = {"national_on": AdminDateInput}

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._on = on

    def clean_national_on(self) -> date | None:
        """ValidationError for a day that has not come, or before the decision was signed."""
        day: date | None = self.cleaned_data["national_on"]
        if day and day > self._on:
            raise ValidationError(NOT_YET)
        if day and self.instance.signed_on and day < self.instance.signed_on:
            raise ValidationError(BEFORE_SIGNED.format(written(self.instance.signed_on)))
        return day


class ClockForm(forms.ModelForm):
    """One of the law's clocks."""

    class Meta:
        model = LegalClock
        fields = ["says", "working_days", "citation", "check_on", "is_counted"]
        widgets = {"check_on": AdminDateInput, "citation": forms.Textarea(attrs={"rows": 2})}


class LineForm(_NotUnseen):
    """One line, typed in or corrected."""

    document_column = "source"
    changed_by_another = CHANGED_BY_ANOTHER

    class Meta:
        model = DecisionLine
        fields = [
            *("kind", "code", "name", "replaces", "sector", "level", "executing", "competent", "before", "after"),
            *("is_not_cut", "is_partly", "is_number_only", "laws", "note"),
        ]
        widgets = {
            "name": forms.Textarea(attrs={"rows": 3}),
            "before": forms.Textarea(attrs={"rows": 2}),
            "after": forms.Textarea(attrs={"rows": 2}),
            "laws": forms.Textarea(attrs={"rows": 3}),
            "note": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = [("", "– chưa rõ –"), *kind.choices[1:]]

    def clean_code(self) -> str:
        """ValidationError for what is no code."""
        written: str = self.cleaned_data["code"]
        code, asks = line_code(written)
        if asks:
            raise ValidationError(asks[0])
        return code

    def says_another(self) -> bool:
        """Whether it names a procedure in other words than before, so that nobody has confirmed it yet."""
        return bool({"code", "name"}.intersection(self.changed_data))


class AppendixForm(forms.Form):
    """A table that was pasted, or a file."""

    pasted = forms.CharField(
        label="Dán bảng chép từ văn bản, bảng tính hoặc PDF",
        required=False,
        strip=False,
        max_length=MOST_PASTED,
        widget=forms.Textarea(attrs={"rows": 12, "class": "decision-paste"}),
        help_text="Chọn cả bảng trong văn bản, kể cả dòng tiêu đề, chép rồi dán vào đây.",
    )
    file = forms.FileField(label="Hoặc chọn tệp", required=False, help_text="DOCX, XLSX hoặc CSV, nhiều nhất 20 MB.")

    def clean_file(self) -> Any:
        """ValidationError for a file that is too large."""
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise ValidationError(TOO_LARGE)
        return file

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        found = super().clean() or self.cleaned_data
        pasted = found.get("pasted", "").strip()
        if not self.errors and not (pasted or found.get("file")):
            self.add_error("pasted", NOTHING)
        if pasted and found.get("file"):
            self.add_error("file", BOTH)
        return found


def digest(row: Decision | DecisionLine) -> str:
    """What stands in a decision or a line, in short; "" for one that is not saved yet."""
    if row.pk is None:
        return ""
    values = model_to_dict(row)
    if isinstance(row, DecisionLine):
        values |= {"identity": row.identity_id, "confirmed": row.is_confirmed}
    return hashlib.sha256(json.dumps(values, default=str, sort_keys=True).encode()).hexdigest()[:16]
