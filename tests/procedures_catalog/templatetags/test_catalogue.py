"""What the home page shows of the catalogue."""

import pytest
from django.test import RequestFactory

from procedures_catalog.templatetags.catalogue import catalogue_front
from tests.procedures_catalog.factories import bring, national_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CONDITIONS = "Yêu cầu, điều kiện thực hiện"


def titles() -> list[str]:
    """The changed procedures, in order."""
    return [change["title"] for change in catalogue_front({"request": RequestFactory().get("/")})["changed"]]


def test_an_import_of_what_was_not_there_is_no_change():
    bring(national_row("1.100001"), national_row("1.100002"))
    assert titles() == []


def test_what_says_something_else_now_is_the_latest_first():
    codes = ("1.100001", "1.100002", "1.100003")
    bring(*(national_row(code, **{"Tên thủ tục": f"Thả diều {code}"}) for code in codes))
    for code in codes[:2]:
        bring(national_row(code, **{"Tên thủ tục": f"Thả diều {code}", CONDITIONS: "Có dây."}))
    assert titles() == ["Thả diều 1.100002", "Thả diều 1.100001"]
