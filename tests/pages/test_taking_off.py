"""What is public goes because of a reason, or with the whole that brought it, which is told elsewhere."""

import pytest

from audit.acting import Acting, actor_of, passing
from cms.models import Editor
from pages.models import ContentPage, EmergencyPublication, HomePage
from pages.taking_off import PublicPageError, told_as_a_whole
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def test_what_goes_with_a_whole_is_not_told_one_by_one_and_nothing_else_goes():
    pages = [make_content(HomePage.objects.get(), name) for name in ("Một", "Hai")]
    editor = Editor.objects.create_user("lan")
    with passing(Acting(actor=lambda: actor_of(editor))):
        with told_as_a_whole():
            pages[0].unpublish()
        with pytest.raises(PublicPageError):
            pages[1].unpublish()
    assert list(ContentPage.objects.filter(live=True)) == [pages[1]]
    assert not EmergencyPublication.objects.exists()
