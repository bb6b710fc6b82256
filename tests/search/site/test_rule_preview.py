"""What a rule would change is seen before it is saved."""

import datetime

import pytest

from search.models import AskedQuestion, SynonymRule
from search.site.rule_preview import changes
from tests.search.index.contract import EVERYTHING

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _full(index):
    SynonymRule.objects.all().delete()
    index.rebuild(EVERYTHING)


def change_of(rule: SynonymRule, question: str):
    return next((change for change in changes(rule) if change.question == question), None)


def test_a_new_rule_shows_what_its_example_gains():
    rule = SynonymRule(everyday="qua đời", official="khai tử", examples="nhà có người qua đời")
    found = change_of(rule, "nhà có người qua đời")
    assert "page:3" in [hit.key for hit in found.gained]
    assert found.first.key == "page:3"


def test_a_changed_rule_shows_what_is_lost():
    rule = SynonymRule.objects.create(everyday="qua đời", official="khai tử")
    rule.official = "một cửa"
    found = change_of(rule, "qua đời")
    assert "page:3" in [hit.key for hit in found.lost]
    assert "page:5" in [hit.key for hit in found.gained]


def test_the_most_asked_questions_are_looked_through():
    monday = datetime.date(2026, 11, 16)
    AskedQuestion.objects.create(question="hàng xóm qua đời", week=monday, asked=9)
    AskedQuestion.objects.create(question="khai sinh", week=monday, asked=90)
    rule = SynonymRule(everyday="qua đời", official="khai tử")
    assert [change.question for change in changes(rule)] == ["qua đời", "hàng xóm qua đời"]


def test_nothing_is_saved_by_looking():
    changes(SynonymRule(everyday="qua đời", official="khai tử"))
    assert not SynonymRule.objects.exists()
