"""Two versions of any page are compared in Vietnamese words, and white space is no change."""

import datetime
import re
from typing import Any

import pytest
from django.db import models
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from agencies.models import Agency
from pages.models.base import BasePage

TYPES = [
    page_type
    for page_type in get_page_models()
    if issubclass(page_type, BasePage) and page_type.__name__ != "ProcedurePage"
]
#: What a database says of a value, as words of their own.
RAW = re.compile(r"\b(None|True|False|[a-z]+_[a-z]+|info|warning|\d{4}-\d\d-\d\d)\b")
BODY = [
    ("heading", "Đề mục"),
    ("paragraph", "<p>Chữ</p>"),
    ("notice", {"kind": "warning", "text": "<p>Chú ý</p>"}),
    ("links", {"items": [{"label": "Nơi khác", "address": "https://noi-khac.example"}]}),
]


def comparisons(page_type: type[Page], before: dict[str, Any], after: dict[str, Any]) -> list:
    """What the screen would show of two versions with these values."""
    handler = page_type.get_edit_handler()
    both = [page_type(title="Trang", slug="trang", **values) for values in (before, after)]
    panels = handler.get_bound_panel(instance=both[0], request=None, form=None).get_comparison()
    return [found for found in (compare(*both) for compare in panels) if found.has_changed()]


def changed_value(field: models.Field) -> Any:
    """Another value than a field's empty one."""
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, StreamField):
        return BODY
    if isinstance(field, models.DateTimeField):
        return timezone.make_aware(datetime.datetime(2027, 3, 1, 7, 30))
    if isinstance(field, models.DateField):
        return datetime.date(2027, 3, 1)
    if isinstance(field, models.BooleanField):
        return not field.default
    return 7 if isinstance(field, models.IntegerField) else "Chữ khác"


def own_fields(page_type: type[Page]) -> list[models.Field]:
    """The fields of the form that hold a value of their own."""
    names = page_type.get_edit_handler().get_form_options()["fields"]
    fields = {field.name: field for field in page_type._meta.get_fields() if not field.is_relation}
    return [fields[name] for name in names if name in fields.keys() - {"title", "slug"}]


@pytest.mark.django_db
@pytest.mark.parametrize("page_type", TYPES, ids=lambda page_type: page_type.__name__)
def test_every_value_of_every_page_is_told_in_vietnamese(page_type):
    values = {field.name: changed_value(field) for field in own_fields(page_type)}
    for before, after in (({}, values), (values, {})):
        for found in comparisons(page_type, before, after):
            shown = re.sub(r"<[^>]+>", " ", str(found.htmldiff()))
            assert not RAW.search(f"{found.field_label()} {shown}"), (found.field_label(), shown)


@pytest.mark.django_db
def test_dates_are_written_as_vietnamese_write_them():
    page_type = next(page_type for page_type in TYPES if page_type.__name__ == "LegalDocumentPage")
    (found,) = comparisons(page_type, {"issued_on": None}, {"issued_on": datetime.date(2027, 3, 1)})
    assert "01/03/2027" in found.htmldiff()


@pytest.mark.django_db
def test_line_ends_and_blanks_are_no_change():
    page_type = next(page_type for page_type in TYPES if page_type.__name__ == "NewsPage")
    assert comparisons(page_type, {"summary": "Một\nHai"}, {"summary": "Một \r\nHai\r\n"}) == []


@pytest.mark.django_db
def test_an_owner_that_is_taken_away_is_told_by_its_name():
    agency = Agency.objects.create(name="Sở Diều", slug="so-dieu")
    page_type = next(page_type for page_type in TYPES if page_type.__name__ == "ContentPage")
    (found,) = comparisons(page_type, {"agency": agency}, {})
    assert "Sở Diều" in found.htmldiff()
