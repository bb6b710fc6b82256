"""The screen that compares two versions shows a reviewer what citizens will read differently, and nothing else."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from cms.access.upkeep import ensure_access
from procedures_catalog.facts.record import Channel, Fee, TimeLimit
from procedures_catalog.facts.streams import channels_to_stream
from tests.editors import in_role
from tests.procedures_catalog.factories import case, channel, page_of, published

pytestmark = pytest.mark.usefixtures("portal")

FULL = {
    "Cách thức thực hiện": [
        channel("DIRECT", "5 WORKING_DAY", ("8000 VNĐ (mỗi bản sao)",), ("Mô tả: gió",)),
        channel("POSTAL", "5 WORKING_DAY", ("8000 VNĐ (mỗi bản sao)",)),
        channel("ONLINE", "3 ngày"),
    ],
    "Thành phần hồ sơ": [case("Diều lớn", ("Đơn", 1, 0)), case("Diều nhỏ", ("Ảnh", 0, 2))],
    "Trình tự thực hiện": "  * Bước 1: Nộp đơn\n    Mang đơn\n    đến quầy.\n  * Bước 2: Nhận thẻ",
}
#: What a database says and no reviewer should have to read.
RAW = ("None", "True", "False", "amount", "wording", "apart", "legal_basis", "working_day", "direct", "online", "value")


@pytest.fixture
def reviewer(client):
    """A client of somebody who may review, and no more."""
    ensure_access()
    user = get_user_model().objects.create_user("nguoiduyet", password="x")
    in_role(user, "Người duyệt")
    client.force_login(user)
    return client


def screen(client, page, first: object = "live", second: object = "latest") -> BeautifulSoup:
    """What the screen says in its main part."""
    response = client.get(reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first, second]))
    return BeautifulSoup(response.content, "html.parser").find("main")


def sections(client, page) -> dict[str, str]:
    """Label → what stands beside it, white space made single."""
    rows = screen(client, page).select("table tbody tr")
    cells = ([" ".join(cell.get_text(" ").split()) for cell in row.find_all("td")] for row in rows)
    return {cell[0].rstrip(":"): cell[-1] for cell in cells}


def layer(fee: int = 12_000, **dates) -> list[dict]:
    """The province's layer with one way of handing in."""
    row = Channel("direct", TimeLimit("5", "working_day"), (Fee(fee, "mỗi bản sao"),), ("Mô tả: gió",))
    value = {"decision": "5/NQ-HĐND", "value": channels_to_stream([row]), **dates}
    return [{"type": "channels", "id": "9b1f5c2e-0a64-4d39-8f51-0f6a4ad1a001", "value": value}]


def draft(**values):
    """A published procedure with a draft that has other values."""
    page = published("1.100001", **FULL)
    page.save_revision().publish()
    page = page_of("1.100001")
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision()
    return page


def test_a_layer_shows_the_fee_that_changes_and_the_channels_that_go(reviewer):
    shown = sections(reviewer, draft(overlay=layer()))
    assert list(shown) == ["Cách nộp, thời hạn, lệ phí", "Nội dung riêng của tỉnh"]
    told = shown["Cách nộp, thời hạn, lệ phí"]
    assert "Trực tiếp · Phí, lệ phí 8.000 12.000 đồng (mỗi bản sao)" in told
    assert "Bưu chính bỏ đi" in told
    assert "Trực tuyến bỏ đi" in told
    assert "theo quyết định 5/NQ-HĐND" in shown["Nội dung riêng của tỉnh"]


def test_nothing_is_said_as_the_database_says_it(reviewer):
    later = {"valid_from": "2027-03-01", "valid_to": "2028-01-01"}
    page = draft(
        overlay=layer(**later), valid_to=datetime.date(2028, 1, 1), show_in_menus=True, go_live_at=timezone.now()
    )
    words = screen(reviewer, page).select_one("table").get_text(" ").split()
    assert not set(words) & set(RAW)
    assert {"01/03/2027", "31/12/2027", "01/01/2028"} <= set(words)


def test_other_white_space_is_told_in_one_line_and_marks_nothing(reviewer):
    shown = screen(reviewer, draft(everyday_names="\r\n", conditions="Có  diều.\r\n"))
    assert "Chỉ khác ở chi tiết không hiện ra" in shown.text
    assert not shown.select("ins, del")


def test_a_layer_of_a_later_day_is_told_with_its_day(reviewer):
    begins = timezone.localdate() + datetime.timedelta(days=30)
    shown = sections(reviewer, draft(overlay=layer(valid_from=begins.isoformat())))
    assert shown["Cách nộp, thời hạn, lệ phí"].startswith(f"Từ ngày {begins:%d/%m/%Y}.")


def test_what_a_layer_hides_is_told_as_hidden(reviewer):
    page = draft(overlay=layer())
    page.latest_revision.publish()
    page = page_of("1.100001")
    page.channels = channels_to_stream([Channel("direct", TimeLimit("1", "hour"))])
    page.save_revision()
    told = sections(reviewer, page)["Cách nộp, thời hạn, lệ phí"]
    assert told.startswith("Nội dung trung ương; người dân đang đọc nội dung của tỉnh")


def test_the_words_that_differ_are_marked_for_eyes_and_for_screen_readers(reviewer):
    found = screen(reviewer, draft(overlay=layer()))
    assert (found.select_one("del").text, found.select_one("ins").text) == ("8.000", "12.000")


def test_the_screen_asks_the_database_little(reviewer, django_assert_max_num_queries):
    page = draft(overlay=layer(), valid_to=datetime.date(2028, 1, 1))
    screen(reviewer, page)
    with django_assert_max_num_queries(45):
        screen(reviewer, page)
