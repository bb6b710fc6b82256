"""Where the telling of changes begins: a catalogue that is brought in is no news, what follows is."""

import datetime

import pytest
from django.utils import timezone

from procedures_catalog.models import PublishedVersion
from procedures_catalog.versions import news
from procedures_catalog.versions.news import Beginning, beginnings
from tests.procedures_catalog.factories import bring, national_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
LONG_AGO = timezone.now() - datetime.timedelta(days=30)
CODES = ("1.100001", "1.100002", "1.100003")


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch) -> None:
    """Three procedures are a catalogue."""
    monkeypatch.setattr(news, "FEWEST", 3)


def rows(*codes, **values):
    """Rows of the national list."""
    return [national_row(code, number, **values) for number, code in enumerate(codes, 2)]


def told() -> list[tuple[str, int]]:
    """Code and number of each version that is news."""
    versions = news.news(LONG_AGO, beginnings(LONG_AGO)).order_by("pk")
    return list(versions.values_list("identity__page__code", "number"))


def earlier(minutes: float) -> None:
    """All that was noted so far is so much older."""
    for version in PublishedVersion.objects.all():
        version.noted_at -= datetime.timedelta(minutes=minutes)
        version.save()


def test_the_first_import_is_where_it_begins():
    bring(*rows(*CODES))
    assert told() == []
    assert [begun.count for begun in beginnings(LONG_AGO)] == [3]


def test_a_change_right_after_it_is_news():
    bring(*rows(*CODES))
    bring(*rows(CODES[0], **{"Yêu cầu, điều kiện thực hiện": "Có dây."}))
    assert told() == [(CODES[0], 2)]


def test_what_the_same_import_writes_over_what_was_typed_before_is_no_news():
    bring(*rows("1.100009"))
    earlier(minutes=60)
    bring(*rows(*CODES, "1.100009", **{"Yêu cầu, điều kiện thực hiện": "Có dây."}))
    assert told() == [("1.100009", 1)]


def test_what_comes_by_itself_later_is_news():
    bring(*rows(*CODES))
    earlier(minutes=60)
    bring(*rows("1.100009"))
    assert told() == [("1.100009", 1)]


def test_a_part_of_all_counts_not_the_number_alone(monkeypatch):
    monkeypatch.setattr(news, "SHARE", 0.6)
    bring(*rows(*CODES))
    earlier(minutes=60)
    bring(*rows("1.100004", "1.100005", "1.100006"))
    assert [code for code, _ in told()] == ["1.100004", "1.100005", "1.100006"]


def test_a_slow_import_is_one_beginning(monkeypatch):
    moments = [LONG_AGO + datetime.timedelta(seconds=20 * number) for number in range(10)]
    assert list(news._beginnings(moments, 0)) == [Beginning(moments[0], moments[-1], moments[-1], 10)]
