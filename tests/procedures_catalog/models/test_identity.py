"""The permanent identity: issued once, and every code that a procedure ever had leads to it."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from procedures_catalog.facts.short_code import is_well_formed
from procedures_catalog.models import ProcedureCode, ProcedureIdentity
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
TODAY = datetime.date(2026, 7, 1)


def test_short_codes_are_issued_once_and_well_formed():
    issued = [identity.short_code for _ in range(3) for identity in ProcedureIdentity.issue(300)]
    assert len(set(issued)) == 900
    assert all(map(is_well_formed, issued))


def test_a_code_that_was_issued_is_drawn_again_and_not_given_out(monkeypatch):
    [first] = ProcedureIdentity.issue(1)
    drawn = iter([first.short_code, first.short_code, "2222222"])
    monkeypatch.setattr("procedures_catalog.models.identity.new_short_code", lambda: next(drawn))
    assert [identity.short_code for identity in ProcedureIdentity.issue(1)] == ["2222222"]


def test_an_identity_cannot_go_while_its_page_stands(portal):
    page = published("1.100001")
    with pytest.raises(ProtectedError):
        page.identity.delete()


def test_the_short_code_outlives_its_page(portal):
    page = published("1.100001")
    code = page.identity.short_code
    page.delete()
    assert ProcedureIdentity.objects.filter(short_code=code).exists()


def test_a_new_code_ends_the_one_before_it():
    [identity] = ProcedureIdentity.issue(1)
    identity.remember_code("1.100001", datetime.date(2025, 1, 1))
    identity.remember_code("1.100002.000.00.00.H36", TODAY)
    rows = list(identity.codes.order_by("pk").values_list("raw", "base", "is_present", "valid_to"))
    assert rows == [("1.100001", "1.100001", False, TODAY), ("1.100002.000.00.00.H36", "1.100002", True, None)]


def test_remembering_the_same_code_again_writes_nothing(django_assert_num_queries):
    [identity] = ProcedureIdentity.issue(1)
    identity.remember_code("1.100001", TODAY)
    with django_assert_num_queries(1):
        identity.remember_code("1.100001", TODAY)
    assert identity.codes.count() == 1


def test_a_code_that_comes_back_is_the_present_one_again():
    [identity] = ProcedureIdentity.issue(1)
    for code in ("1.100001", "1.100002", "1.100001"):
        identity.remember_code(code, TODAY)
    assert set(identity.codes.values_list("raw", "is_present", "valid_to")) == {
        ("1.100001", True, None),
        ("1.100002", False, TODAY),
    }


def test_the_database_itself_lets_no_two_procedures_have_one_code():
    one, other = ProcedureIdentity.issue(2)
    one.remember_code("1.100001", TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProcedureCode.objects.create(identity=other, raw="1100001")
    one.remember_code("1.100002", TODAY)
    other.remember_code("1.100001", TODAY)
    assert ProcedureCode.objects.filter(base="1.100001").count() == 2
