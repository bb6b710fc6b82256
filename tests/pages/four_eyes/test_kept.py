"""A form that saves by itself writes over its own draft, and over nothing that was published."""

import pytest

from cms.models import Editor
from pages.four_eyes.authors import is_own
from pages.models import ContentPage, HomePage
from search.models import SynonymRule
from tests.editors import published_by_another
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def lan() -> Editor:
    """One who writes."""
    return Editor.objects.create_user("lan")


def test_a_draft_is_written_over(lan):
    page = make_content(HomePage.objects.get(), "Hướng dẫn")
    first = page.save_revision(user=lan)
    page.summary = "Một"
    assert page.save_revision(user=lan, overwrite_revision=first) == first


@pytest.mark.parametrize("make", ["page", "row"])
def test_a_published_revision_is_not_and_what_was_typed_since_counts_as_ones_own(lan, make):
    if make == "page":
        row, field = make_content(HomePage.objects.get(), "Hướng dẫn"), "summary"
    else:
        row, field = SynonymRule.objects.create(everyday="sổ gió", official="giấy gió"), "note"
    setattr(row, field, "Một")
    first = row.save_revision(user=lan)
    row = published_by_another(row)
    setattr(row, field, "Hai")
    second = row.save_revision(user=lan, overwrite_revision=first)
    assert second != first
    assert getattr(first.as_object(), field) == "Một"
    assert is_own(row, second.pk, lan.pk)
    assert not ContentPage.objects.filter(summary="Hai").exists()
