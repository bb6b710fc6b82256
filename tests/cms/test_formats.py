"""Dates as Vietnamese write them: every form of the desk reads and shows them alike, and refuses the rest in words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import formats

from agencies.models.last_day import LastDayFormField
from tests.desk.dated_forms import filters, forms_beside_the_desk, screens

DAY = date(2027, 3, 1)
NEXT = date(2027, 3, 2)  # is kept where a last day is typed
MOMENT = datetime(2027, 3, 1, 8, 5, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
IN_WORDS = (
    "ngày 1 tháng 3 năm 2027",
    "Ngày 01 tháng 03 năm 2027",
    "1 tháng 3 năm 2027",
    "ngày 1/3/2027",
    "ngày 01-03-2027",
)
DAYS = ("01/03/2027", "1/3/2027", "01-03-2027", "1-3-2027", "1.3.2027", "2027-03-01", *IN_WORDS, " 01/03/2027 ")
TIMES = ("08:05", "8:05")
NO_DAYS = (
    "30/02/2027",
    "13/13/2027",
    "1/3/27",
    "03/2027",
    "ngày 30 tháng 2 năm 2027",
    "tháng 3 năm 2027",
    "hôm nay",
    "1/3/2027 8 giờ",
)


def fields() -> dict[str, forms.Field]:
    """Every field for a date or a moment, by the name of its form and its own."""
    edited = {f"{each.model.__name__}.{name}": field for each in screens() for name, field in each.fields.items()}
    return edited | {name: part for name, whole in filters() for part in parts(whole)} | dict(forms_beside_the_desk())


def parts(field: forms.Field) -> list[forms.Field]:
    """A span of days is read by two fields."""
    return list(getattr(field, "fields", None) or [field])


def dates() -> dict[str, forms.Field]:
    """Those of days alone."""
    return {name: field for name, field in fields().items() if not isinstance(field, forms.DateTimeField)}


def moments() -> dict[str, forms.Field]:
    """Those of a day and an hour."""
    return {name: field for name, field in fields().items() if isinstance(field, forms.DateTimeField)}


def read(field: forms.Field, text: str):
    """What a field makes of a text; the sentence that it says instead."""
    try:
        return field.clean(text)
    except ValidationError as error:
        return error.messages


def test_every_field_is_found():
    names = set(fields())
    assert {"ProcedurePage.valid_to", "ProcedurePage.go_live_at", "ProcedurePage.levels-0-valid_from"} <= names
    assert {"ProcedurePage.overlay-0-value-valid_to", "Promotion.valid_to", "NewsPage.date"} <= names
    assert "ProcedurePage.channels-0-value-fees-0-value-valid_from" in names
    assert [name for name in names if "site_history" in name]


@pytest.mark.parametrize("text", DAYS)
def test_a_day_is_read_however_it_is_written(text):
    kept = {name: NEXT if isinstance(field, LastDayFormField) else DAY for name, field in dates().items()}
    assert NEXT in kept.values()
    assert {name: read(field, text) for name, field in dates().items()} == kept


@pytest.mark.parametrize("day", DAYS[:-1])
@pytest.mark.parametrize("time", TIMES)
def test_a_moment_is_read_however_its_day_is_written(day, time):
    assert {name: read(field, f"{day} {time}") for name, field in moments().items()} == dict.fromkeys(moments(), MOMENT)


def test_a_moment_may_begin_with_the_hour_as_the_portal_shows_it():
    for day in ("01/03/2027", *IN_WORDS):
        assert {read(field, f"08:05 {day}") for field in moments().values()} == {MOMENT}, day


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day_is_refused_in_words_that_show_how_to_write_it(text):
    for name, field in fields().items():
        [sentence] = read(field, text)
        assert "Không đọc được ngày" in sentence, name
        assert "ví dụ 01/03/2027" in sentence, name


def test_a_moment_without_an_hour_is_the_beginning_of_its_day():
    assert {read(field, "01/03/2027") for field in moments().values()} == {MOMENT.replace(hour=0, minute=0)}


def test_every_box_shows_the_day_first():
    shown = {name: field.widget.format_value(DAY) for name, field in dates().items() if not hasattr(field, "fields")}
    assert shown == dict.fromkeys(shown, "01/03/2027")
    assert all(field.widget.format_value(MOMENT).startswith("01/03/2027") for field in moments().values())
    assert moments()["NewsPage.go_live_at"].widget.format_value(MOMENT) == "01/03/2027 08:05"


@pytest.mark.parametrize("kind", ["DATE", "DATETIME", "TIME"])
def test_what_a_box_shows_is_what_its_form_reads(kind):
    assert getattr(settings, f"WAGTAIL_{kind}_FORMAT") == formats.get_format(f"{kind}_INPUT_FORMATS")[0]


def test_the_week_begins_on_monday():
    assert formats.get_format("FIRST_DAY_OF_WEEK") == 1
