"""Whatever address goes wrong, the log says where, and no number of anybody."""

import io
import logging

import pytest
from django.test import Client

from cms.nameless_log import nameless_path

NUMBERS = ("012345678901", "H26.16-251120-0001", "0912 345 678", "B1234567", "cccd-012345678901")
#: Every door that answers 404, by what stands before the number and behind it.
DOORS = (
    ("/q/", "/ABC"),
    ("/api/v1/procedures/", ""),
    ("/thu-tuc/", "/"),
    ("/thu-tuc/", "/phieu.pdf"),
    ("/bieu-mau/", "/"),
    ("/co-quan/", "/"),
    ("/dichvucong/tra-cuu/", ""),
    ("/khong-co/", "?ten=x"),
)


def test_the_secret_of_a_link_for_guests_is_written_nowhere():
    assert nameless_path("/xem-truoc/Ab3_x-9/gop-y/?a=1") == "/xem-truoc/…/gop-y/"


@pytest.fixture
def written():
    """What the portal's own handler of the log writes."""
    console = next(each for each in logging.getLogger().handlers if type(each) is logging.StreamHandler)
    before = console.setStream(io.StringIO())
    yield console.stream
    console.setStream(before)


@pytest.mark.django_db
@pytest.mark.parametrize("number", NUMBERS)
def test_no_address_that_leads_nowhere_writes_a_number_down(portal, written, number):
    for before, behind in DOORS:
        Client().get(f"{before}{number}{behind}", follow=True)
    said = written.getvalue()
    assert "Not Found: /khong-co/…" in said
    assert number not in said
    assert "?ten" not in said


@pytest.mark.parametrize(
    "path",
    [
        "/thu-tuc/1-001193-000-00-00-h26-dang-ky-khai-sinh/",
        "/thu-tuc/tam-05660-cap-giay/",
        "/van-ban/nghi-dinh-61-2018-nd-cp-ngay-23-04-2018/",
        "/q/K7PX2MD/ABC",
        "/api/v1/procedures/1.001193.000.00.00.H26",
        "/static/css/base.3f2a90b1c4d5.css",
    ],
)
def test_what_is_nobody_s_is_said_whole(path):
    assert nameless_path(path) == path
