"""Small shapes for the templates."""

from datetime import date
from decimal import Decimal

from agencies.models import Agency
from agencies.site import present

DAY = date(2025, 7, 1)


def test_the_map():
    agency = Agency(latitude=Decimal("16.95"), longitude=Decimal("106.62"))
    assert present.map_url(agency) == "https://www.openstreetmap.org/?mlat=16.95&mlon=106.62#map=17/16.95/106.62"
    assert present.map_url(Agency()) == ""


def test_validity_is_silent_while_in_force():
    assert present.validity_text(Agency(), DAY) == ""
    assert present.validity_text(Agency(valid_to=DAY), DAY) == "Cơ quan này đã chấm dứt hoạt động từ 01/07/2025."
    later = Agency(valid_from=date(2025, 8, 1))
    assert present.validity_text(later, DAY) == "Cơ quan này bắt đầu hoạt động từ 01/08/2025."


def test_groups_stand_in_the_order_of_the_kinds():
    agencies = [Agency(name="B", slug="b", kind="counter"), Agency(name="A", slug="a", kind="department")]
    assert [group["label"] for group in present.groups(agencies)] == [
        "Sở và cơ quan ngang sở",
        "Trung tâm Phục vụ hành chính công, bộ phận một cửa",
    ]


def test_hours_are_lines():
    assert present.counter(Agency(name="A", slug="a", opening_hours="Sáng\nChiều"), DAY)["hours"] == [
        "Sáng",
        "Chiều",
    ]
