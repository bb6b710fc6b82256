"""What the home page shows of the catalogue."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from pages.models import ShownChange
from procedures_catalog.models import PublishedVersion
from procedures_catalog.templatetags.catalogue import catalogue_front
from procedures_catalog.versions import news
from tests.procedures_catalog.factories import bring, national_row, published

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


def test_of_what_changed_at_once_the_last_to_be_noted_is_first_and_a_procedure_stands_there_once():
    codes = ("1.100001", "1.100002")
    for said in ("Có diều.", "Có dây.", "Có sáo."):
        bring(*(national_row(code, **{"Tên thủ tục": f"Thả diều {code}", CONDITIONS: said}) for code in codes))
    PublishedVersion.objects.update(noted_at=timezone.now())
    ShownChange.note()
    assert titles() == ["Thả diều 1.100002", "Thả diều 1.100001"]


def test_what_changed_is_told_and_no_code():
    page = published("1.100001")
    page.conditions, page.receiving_address = "Có dây.", "Số 1"
    page.results = [("text", "Thẻ"), ("text", "Dây")]
    page.everyday_names = "diều giấy"
    page.save_revision().publish()
    (change,) = catalogue_front({"request": RequestFactory().get("/")})["changed"]
    assert change["note"] == (
        "Nơi nộp: Trung tâm Phục vụ hành chính công cấp xã → Số 1; Kết quả: thêm 1, sửa 1 kết quả; "
        "Yêu cầu, điều kiện: Có diều. → Có dây; Tên gọi thường ngày: thêm “diều giấy”"
    )


def test_what_an_import_of_a_whole_catalogue_writes_over_what_was_there_is_no_change(monkeypatch):
    monkeypatch.setattr(news, "FEWEST", 3)
    published("1.100009")
    PublishedVersion.objects.update(noted_at=timezone.now() - timedelta(hours=1))
    codes = ("1.100001", "1.100002", "1.100003", "1.100009")
    bring(*(national_row(code, **{CONDITIONS: "Có dây."}) for code in codes))
    assert titles() == []


def test_what_changed_long_ago_is_not_new():
    published("1.100001")
    bring(national_row("1.100001", **{CONDITIONS: "Có dây."}))
    assert len(titles()) == 1
    PublishedVersion.objects.update(noted_at=timezone.now() - timedelta(days=100))
    ShownChange.note()
    assert titles() == []
