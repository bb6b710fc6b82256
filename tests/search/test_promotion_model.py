"""What an editor may promote."""

import pytest
from django.core.exceptions import ValidationError

from search.models import Promotion
from tests.pages.factories import make_news, make_news_index

pytestmark = pytest.mark.django_db


def test_a_page_that_not_everybody_may_read_is_refused_in_words(home):
    page = make_news(make_news_index(home))
    Promotion(questions="thả diều", page=page).full_clean()
    page.view_restrictions.create(restriction_type="login")
    with pytest.raises(ValidationError, match="bị hạn chế, người dân sẽ không thấy"):
        Promotion(questions="thả diều", page=page).full_clean()
