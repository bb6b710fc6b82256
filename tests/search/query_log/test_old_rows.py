"""What a portal kept before the words of few were left out is taken away by the update, wherever it stands."""

import datetime
from importlib import import_module

import pytest
from django.apps import apps
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from search.models import AskedQuestion, UnansweredQuestion

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
MONDAY = datetime.date(2026, 11, 23)
forget = import_module("search.migrations.0018_words_of_few").forget
FEW, MANY = "lan bị hiv", "mất căn cước"


@pytest.fixture
def old_portal(portal) -> None:
    """Weeks of what one person asked again and again, and of what everybody asks."""
    for week in range(3):
        day = MONDAY - datetime.timedelta(days=7 * week)
        AskedQuestion.objects.create(question=FEW, week=day, asked=9)
        AskedQuestion.objects.create(question=MANY, week=day, asked=10)
    for question, asked in ((FEW, 29), (MANY, 30)):
        row = UnansweredQuestion.objects.create(question=question, asked=asked, fits="nothing", last_asked=MONDAY)
        log(row, "wagtail.edit")


def test_only_what_was_asked_often_is_left_in_words(old_portal):
    forget(apps, None)
    assert set(AskedQuestion.objects.values_list("question", flat=True)) == {MANY}
    assert UnansweredQuestion.objects.get().question == MANY


def test_nor_does_the_journal_know_the_words(old_portal):
    forget(apps, None)
    assert set(ModelLogEntry.objects.values_list("label", flat=True)) == {MANY, "câu hỏi chưa có kết quả"}
