"""A reader's own commune: by code or name, of today or of former days, said or remembered; never a guess."""

import datetime

import pytest
from django.test import RequestFactory

from agencies.models import UnitSuccession
from posting.place.chosen import COOKIE, chosen_in, meant
from tests.clock import today
from tests.posting.factories import commune, counter_of


@pytest.fixture
def kites(db):
    unit = commune(1, code="98001", name="Xã Diều Sáo")
    counter_of(unit)
    return unit


def _asked(text: str = "", cookie: str = ""):
    request = RequestFactory().get("/", {"xa": text} if text else {})
    request.COOKIES = {COOKIE: cookie} if cookie else {}
    return chosen_in(request)


def test_nothing_is_asked_of_the_database_where_nobody_chose(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        chosen = _asked()
    assert (chosen.commune, chosen.asked, chosen.sentence) == (None, "", "")


@pytest.mark.parametrize("text", ["98001", "Xã Diều Sáo", "dieu sao", "  xa dieu sao "])
def test_a_code_or_a_name_chooses(kites, text):
    assert _asked(text).commune.name == "Xã Diều Sáo"


def test_the_address_wins_over_what_is_remembered(kites):
    counter_of(commune(2, code="98002", name="Xã Trăng"))
    assert _asked(cookie="98001").is_remembered
    said = _asked("98002", cookie="98001")
    assert (said.commune.name, said.is_remembered) == ("Xã Trăng", False)


@pytest.mark.parametrize("cookie", ["99999", "x" * 4000, "Diều Sáo", "98001; x"])
def test_a_cookie_that_names_no_commune_counts_for_nothing(kites, cookie):
    assert _asked(cookie=cookie).commune is None


def test_two_of_one_name_are_told_apart_and_none_is_taken(kites):
    commune(2, code="98002", name="Phường Diều Sáo")
    chosen = _asked("diều sáo")
    assert chosen.commune is None
    assert {choice.name for choice in chosen.choices} == {"Xã Diều Sáo", "Phường Diều Sáo"}


def test_a_former_commune_leads_to_todays_and_says_how(kites):
    day = datetime.date(2025, 7, 1)
    old = commune(3, code="98003", name="Xã Gió Cũ", valid_to=day)
    UnitSuccession.objects.create(predecessor=old, successor=kites, kind="merged", date=day)
    by_name, by_code = _asked("gio cu"), _asked("98003")
    assert by_name.commune.code == by_code.commune.code == "98001"
    assert "Sáp nhập vào Xã Diều Sáo" in by_name.choices[0].what


@pytest.mark.parametrize("text", ["12345", "Xã Không Có", "x" * 5000, "%_'", "?"])
def test_what_is_not_known_is_said_and_never_fails(kites, text):
    chosen = meant(text, today())
    assert chosen.commune is None
    assert chosen.sentence
