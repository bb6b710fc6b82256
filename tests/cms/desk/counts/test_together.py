"""Counts of different tables are asked for in one question and come back in their order."""

import pytest

from agencies.models import AdministrativeUnit, Agency
from cms.desk.counts.together import Rows, count_together, counted

pytestmark = pytest.mark.django_db


def test_each_has_its_own_count_in_one_question(django_assert_num_queries):
    for number in range(3):
        Agency.objects.create(name=f"Sở {number}", slug=f"so-{number}")
    AdministrativeUnit.objects.create(code="T1", name="Xã", kind="commune")
    gio = Agency.objects.filter(name__startswith="Sở").order_by("name").select_related("unit")
    asked = [gio, Agency.objects.none(), AdministrativeUnit.objects.filter(code="T1"), gio.filter(pk__in=()), gio | gio]
    with django_assert_num_queries(1):
        assert count_together(asked) == [3, 0, 1, 0, 3]


def test_nothing_is_asked_for_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert count_together([]) == []
        assert count_together([Agency.objects.none()]) == [0]


def test_a_count_keeps_its_words_and_its_list():
    (work,) = counted([Rows(Agency.objects.all(), "cơ quan", "/x/", is_urgent=True)])
    assert (work.count, work.text, work.url, work.is_urgent) == (Agency.objects.count(), "cơ quan", "/x/", True)
