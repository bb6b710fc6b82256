"""What officers fill in: bounded, with complaints in Vietnamese."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms

from agencies.models import AdministrativeUnit
from paper.make import BOARD_COLUMNS
from posting.models.paper import LONGEST_SPOT
from posting.rules.kinds import PAPER_KINDS
from procedures_catalog.facts.codes import code_query
from procedures_catalog.facts.short_code import is_well_formed, tidy_short_code
from procedures_catalog.facts.temporary_code import temporary_alone
from procedures_catalog.models import Sector
from procedures_catalog.store.filters import Pages, current_pages, facet_named

#: The sheets that are handed to people: kind → the words on its button.
SHEETS: Mapping[str, str] = {"short": "In ngắn", "full": "In đầy đủ", "large": "Chữ to"}
#: How the procedures of a paper are chosen: key → what people read.
WAYS: Mapping[str, str] = {
    "commune": "Tất cả thủ tục cấp xã",
    "listed": "Thủ tục cấp xã trong danh mục của tỉnh",
    "sector": "Theo lĩnh vực",
    "executing": "Theo cơ quan thực hiện",
    "codes": "Theo mã thủ tục",
}
MOST_VERSIONS = 2**63 - 1  # the largest id that a database keeps
MOST_ON_A_SCREEN = 200
LONGEST_CODES = 20_000  # characters
#: Way → what is said when the field of that name is left empty.
_MISSING: Mapping[str, str] = {
    "sector": "Hãy chọn một lĩnh vực.",
    "executing": "Hãy chọn một cơ quan.",
    "codes": "Hãy ghi ít nhất một mã thủ tục.",
}
_BY_SIZE = ("", "Tự chọn theo khổ giấy")
_CHOOSE = dict.fromkeys(("required", "invalid_choice"), "Hãy chọn một mục có trong danh sách.")


class SheetForm(forms.Form):
    """One procedure's sheet: by permanent short code, and how much of it."""

    code = forms.CharField(max_length=7)
    kind = forms.ChoiceField(choices=list(SHEETS.items()))


class Versions(forms.Field):
    """Ids of versions, each sent by itself."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: list[str] | None) -> list[int]:
        """Raises ValidationError for what is no id, and for more than one screen sends."""
        number = forms.IntegerField(min_value=1, max_value=MOST_VERSIONS)
        if len(value or ()) > MOST_ON_A_SCREEN:
            raise forms.ValidationError("Quá nhiều mục trong một lần ghi.")
        return [number.clean(each) for each in value or ()]


class SeenForm(forms.Form):
    """Versions that were read; `all`: and everything before the latest of them."""

    version = Versions()
    all = forms.BooleanField(required=False)


class SpotForm(forms.Form):
    """Where a paper hangs."""

    spot = forms.CharField(
        label="Chỗ treo",
        required=False,
        max_length=LONGEST_SPOT,
        error_messages={"max_length": f"Chỗ treo dài nhất {LONGEST_SPOT} ký tự."},
    )


class PaperForm(SpotForm):
    """A paper for the wall, of one kind: which procedures, on what size, where it will hang."""

    which = forms.ChoiceField(
        label="In những thủ tục nào", choices=list(WAYS.items()), widget=forms.RadioSelect, error_messages=_CHOOSE
    )
    sector = forms.ChoiceField(label="Lĩnh vực", required=False, error_messages=_CHOOSE)
    executing = forms.ChoiceField(label="Cơ quan thực hiện", required=False, error_messages=_CHOOSE)
    codes = forms.CharField(
        label="Mã thủ tục",
        required=False,
        max_length=LONGEST_CODES,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text="Mỗi dòng một mã, hoặc cách nhau bằng dấu phẩy. Ví dụ: 1.001193, 1.000894",
        error_messages={"max_length": "Danh sách mã quá dài; hãy chia thành nhiều lần in."},
    )
    size = forms.ChoiceField(label="Khổ giấy", error_messages=_CHOOSE)
    columns = forms.TypedChoiceField(
        label="Số cột",
        required=False,
        coerce=int,
        choices=[_BY_SIZE],
        error_messages=_CHOOSE,
    )

    def __init__(self, kind: str, commune: AdministrativeUnit, on: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.commune = commune
        sizes = [(size, size) for size in PAPER_KINDS[kind].sizes]
        self._offer("size", sizes)
        pages = facet_named("cap").narrow(current_pages(on), "commune", on)
        self._offer("sector", [("", "Chọn lĩnh vực"), *_sectors(pages)])
        self._offer("executing", [("", "Chọn cơ quan"), *_executing(pages, on)])
        if not pages.exclude(listed_code="").exists():
            self._offer("which", [(key, label) for key, label in WAYS.items() if key != "listed"])
        if kind == "board":
            self._offer("columns", [_BY_SIZE, *((str(number), f"{number} cột") for number in BOARD_COLUMNS)])
        else:
            del self.fields["columns"]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    def clean(self) -> dict[str, Any]:
        """ValidationError beside the field that the chosen way needs and that was left empty."""
        super().clean()
        values = self.cleaned_data
        way = values.get("which", "")
        if way in _MISSING and way not in self.errors and not (self.listed_codes() if way == "codes" else values[way]):
            self.add_error(way, _MISSING[way])
        return values

    def listed_codes(self) -> list[str]:
        """The codes as they were typed, one each: parted by lines, commas, semicolons, and by spaces between codes that
        are whole ("1.012936 1.013707"), not within one ("1.012 936")."""
        typed = self.cleaned_data.get("codes", "").replace(",", "\n").replace(";", "\n")
        return [code for line in typed.splitlines() if line.strip() for code in _codes_in(line)]

    def wanted(self) -> dict[str, Any]:
        """What `posting.jobs.start_job` wants."""
        values, commune = self.cleaned_data, {"commune": self.commune.code}
        ways = {
            "commune": commune,
            "listed": commune | {"listed": True},
            "sector": commune | {"sector": values["sector"]},
            "executing": commune | {"executing": values["executing"]},
            "codes": {"codes": self.listed_codes()},
        }
        return {
            "selection": ways[values["which"]],
            "size": values["size"],
            "columns": values.get("columns") or 0,
            "spot": values["spot"],
            "purpose": "posted",
        }


def first_complaint(form: forms.Form) -> str:
    """One sentence of what is wrong with a form, for a page that does not show the form again."""
    return next(str(complaint) for complaints in form.errors.values() for complaint in complaints)


def _sectors(pages: Pages) -> list[tuple[str, str]]:
    """The sectors of the procedures."""
    return list(Sector.objects.filter(procedures__in=pages.values("pk")).distinct().values_list("slug", "name"))


def _executing(pages: Pages, on: date) -> list[tuple[str, str]]:
    """The agencies that carry the procedures out, by the names that these give, the busiest first."""
    options = facet_named("co-quan").count(pages, on)
    return [(option.value, f"{option.label} ({option.count})") for option in options]


def _codes_in(line: str) -> list[str]:
    words = line.split()
    return words if all(map(_is_whole, words)) else [" ".join(words)]


def _is_whole(word: str) -> bool:
    """Whether a word is a code by itself."""
    return bool(code_query(word) or temporary_alone(word)) or is_well_formed(tidy_short_code(word))
