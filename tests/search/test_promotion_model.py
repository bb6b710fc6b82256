"""What an editor may promote."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from search.models import Promotion
from tests.pages.factories import make_news, make_news_index

migration = import_module("search.migrations.0014_promotions_half_open")
LAST = date(2026, 11, 30)

pytestmark = pytest.mark.django_db


def test_a_page_that_not_everybody_may_read_is_refused_in_words(home):
    page = make_news(make_news_index(home))
    Promotion(questions="thả diều", page=page).full_clean()
    page.view_restrictions.create(restriction_type="login")
    with pytest.raises(ValidationError, match="bị hạn chế, người dân sẽ không thấy"):
        Promotion(questions="thả diều", page=page).full_clean()


def test_what_was_kept_by_its_last_day_is_moved_with_its_versions_and_back(home):
    row = Promotion.objects.create(questions="bão", page=home.page_ptr, valid_to=LAST)
    forever = Promotion.objects.create(questions="lũ", page=home.page_ptr)
    for each in (row, forever):
        each.save_revision()
    for move, kept in ((migration.later, LAST + timedelta(days=1)), (migration.earlier, LAST)):
        move(apps, None)
        row.refresh_from_db()
        assert (row.valid_to, row.revisions.get().as_object().valid_to) == (kept, kept)
        forever.refresh_from_db()
        assert (forever.valid_to, forever.revisions.get().as_object().valid_to) == (None, None)


@pytest.mark.parametrize(("day", "seen"), [(LAST, True), (LAST + timedelta(days=1), False)])
def test_it_is_shown_to_the_end_of_its_last_day(day, seen):
    assert Promotion(questions="bão", valid_to=LAST + timedelta(days=1)).promoted().is_for(("bao",), day) is seen
