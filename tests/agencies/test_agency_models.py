"""Units and agencies in the database: validity, lineage, rules of the forms."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from agencies.models import AdministrativeUnit, Agency, AgencySuccession, UnitSuccession
from agencies.models.agency import free_slug

DAY = date(2025, 7, 1)
BEFORE = date(2025, 6, 30)

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


def unit(code: str = "00001", name: str = "Xã Mới", **fields) -> AdministrativeUnit:
    return AdministrativeUnit.objects.create(**{"code": code, "name": name, "kind": "commune"} | fields)


def agency(name: str = "Sở Nội vụ", **fields) -> Agency:
    return Agency.objects.create(**{"name": name, "kind": "department"} | fields)


def messages(thing) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        thing.full_clean()
    return caught.value.message_dict


def test_valid_to_is_the_first_day_without():
    old, new = unit(valid_to=DAY), unit(valid_from=DAY)
    assert list(AdministrativeUnit.objects.in_force(BEFORE)) == [old]
    assert list(AdministrativeUnit.objects.in_force(DAY)) == [new]
    assert (old.is_in_force(BEFORE), old.is_in_force(DAY)) == (True, False)
    assert (new.is_in_force(BEFORE), new.is_in_force(DAY)) == (False, True)


def test_a_code_may_come_again_only_on_another_day():
    unit(valid_to=DAY)
    unit(valid_from=DAY)
    for valid_from in (None, DAY):
        with pytest.raises(IntegrityError), transaction.atomic():
            unit(valid_from=valid_from)
    assert messages(AdministrativeUnit(code="00001", name="X", kind="commune")) == {
        "__all__": ["Đã có đơn vị mang mã này mà không ghi ngày bắt đầu."]
    }


def test_successors_on_follow_several_steps_without_a_query_each():
    first, second, third = unit("1", valid_to=BEFORE), unit("2", valid_to=DAY), unit("3", valid_from=DAY)
    UnitSuccession.objects.create(predecessor=first, successor=second, kind="renamed", date=BEFORE)
    UnitSuccession.objects.create(predecessor=second, successor=third, kind="merged", date=DAY)
    assert list(first.successors_on(BEFORE)) == [second]
    assert list(first.successors_on(DAY)) == [third]
    assert list(third.successors_on(DAY)) == []


def test_successors_on_do_not_cost_more_when_there_are_more(django_assert_num_queries):
    units = [unit(str(number), valid_to=DAY) for number in range(10)]
    units.append(unit("10"))
    for one, next_one in pairwise(units):
        UnitSuccession.objects.create(predecessor=one, successor=next_one, kind="renamed", date=DAY)
    with django_assert_num_queries(3):
        assert list(units[0].successors_on(DAY)) == [units[-1]]


def test_it_cannot_end_before_it_begins():
    assert messages(AdministrativeUnit(code="1", name="X", kind="commune", valid_from=DAY, valid_to=DAY)) == {
        "valid_to": ["Phải từ ngày bắt đầu (01/07/2025) trở đi."]
    }


def test_nobody_is_under_their_own_subordinate():
    top = agency("A")
    low = agency("B", parent=top)
    top.parent = low
    assert messages(top)["parent"] == ["Cấp trên không thể là chính nó hoặc cấp dưới của nó."]
    top.parent = top
    assert "parent" in messages(top)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ({"latitude": Decimal(91), "longitude": Decimal(1)}, "Vĩ độ từ -90 đến 90."),
        ({"latitude": Decimal(1), "longitude": Decimal(181)}, "Kinh độ từ -180 đến 180."),
        ({"latitude": Decimal(1)}, "Cần đủ cả vĩ độ và kinh độ, hoặc để trống cả hai."),
    ],
)
def test_coordinates(place, message):
    found = messages(Agency(name="A", kind="other", **place))
    assert [message] in found.values()


def test_a_step_needs_an_heir_unless_it_is_an_end():
    old = agency("A")
    assert "successor" in messages(AgencySuccession(predecessor=old, kind="merged", date=DAY))
    assert messages(AgencySuccession(predecessor=old, successor=old, kind="merged", date=DAY)) == {
        "successor": ["Không thể kế thừa chính nó."]
    }
    AgencySuccession(predecessor=old, kind="abolished", date=DAY).full_clean()


def test_slugs_are_made_once_and_never_twice_the_same():
    first, second = agency("Sở Nội vụ"), agency("Sở Nội vụ")
    assert (first.slug, second.slug) == ("so-noi-vu", "so-noi-vu-2")
    first.name = "Sở Nội vụ và Lao động"
    first.save()
    assert first.slug == "so-noi-vu"
    assert first.get_absolute_url() == "/co-quan/so-noi-vu/"


def test_free_slug_takes_the_first_free_number():
    assert free_slug("Sở Y tế", {"so-y-te", "so-y-te-2"}) == "so-y-te-3"


def test_what_they_are_called():
    old = unit(name="Xã Cũ", valid_to=DAY)
    step = UnitSuccession.objects.create(predecessor=old, successor=unit("2"), kind="merged", date=DAY)
    assert str(old) == "Xã Cũ (đến hết 30/06/2025)"
    assert str(step) == "Xã Cũ: Sáp nhập vào Xã Mới từ 01/07/2025"
    gone = agency("Sở Cũ", valid_to=DAY)
    assert (
        str(AgencySuccession(predecessor=gone, kind="abolished", date=DAY)) == "Sở Cũ: Chấm dứt hoạt động từ 01/07/2025"
    )
