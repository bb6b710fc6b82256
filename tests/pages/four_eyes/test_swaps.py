"""A file that is replaced beneath a draft is read again, by another than whoever replaced it, before it is public."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.images import get_image_model

from audit.acting import Acting, actor_of, passing
from cms.models import Editor
from pages.four_eyes.gate import FileSwappedError, OwnChangeError
from pages.models import NewsPage
from tests.cms.desk.form import DeskForm
from tests.editors import browser_of
from tests.pages.factories import make_news
from tests.pages.files.test_uploads import picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def image():
    return get_image_model().objects.create(title="Diều", file=ContentFile(picture(), "dieu.png"))


@pytest.fixture
def people() -> tuple[Editor, Editor, Editor]:
    return tuple(Editor.objects.create_superuser(name) for name in ("lan", "minh", "hoa"))


@pytest.fixture
def draft(news_index, image, people) -> NewsPage:
    """A public piece of news with a draft that shows the picture."""
    page = make_news(news_index, "Hội diều")
    page.image, page.image_alt = image, "Con diều"
    page.save_revision(user=people[0])
    return NewsPage.objects.get(pk=page.pk)


def swap(image, editor: Editor) -> None:
    """Puts another picture in its place, at the desk."""
    with passing(Acting(actor=lambda: actor_of(editor))):
        held = type(image).objects.get(pk=image.pk)
        held.file = ContentFile(picture(), "khac.png")
        held.save()


def public(page: NewsPage) -> NewsPage:
    return NewsPage.objects.get(pk=page.pk)


def test_what_was_swapped_since_it_was_saved_is_published_by_nobody(draft, image, people):
    lan, minh, hoa = people
    swap(image, lan)
    with pytest.raises(FileSwappedError, match="“Diều”"):
        draft.latest_revision.publish(user=minh)
    draft.get_latest_revision_as_object().save_revision(user=lan)
    public(draft).latest_revision.publish(user=hoa)
    assert public(draft).image == image


def test_who_swapped_a_file_wrote_at_the_draft(draft, image, people):
    lan, minh, hoa = people
    swap(image, minh)
    saved = draft.get_latest_revision_as_object().save_revision(user=lan)
    with pytest.raises(OwnChangeError):
        saved.publish(user=minh)
    saved.publish(user=hoa)
    assert public(draft).image == image


def test_the_form_saves_it_once_more_and_asks_to_look_again(draft, image, people):
    lan, minh, _ = people
    client = browser_of(minh)
    form = DeskForm.open(client, draft.pk)
    swap(image, lan)
    form.send("publish")
    assert public(draft).image is None
    DeskForm.open(client, draft.pk).send("publish")
    assert public(draft).image == image


def test_many_at_once_are_published_but_that_one_of_which_it_is_said_why(draft, image, people, news_index):
    lan, minh, _ = people
    other = make_news(news_index, "Tin khác", summary="Cũ.")
    other.summary = "Mới."
    other.save_revision(user=lan)
    swap(image, lan)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = browser_of(minh).post(f"{address}?id={draft.pk}&id={other.pk}&next=/quan-tri/", follow=True)
    said = [str(each) for each in answer.context["messages"]]
    assert any("Hội diều" in each and "“Diều”" in each and "đã được thay" in each for each in said)
    assert (public(draft).image, public(other).summary) == (None, "Mới.")


def test_below_a_page_it_stops_them_all_in_a_sentence(draft, image, people):
    draft.unpublish()
    swap(image, people[0])
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    sent = {"include_descendants": "on"}
    answer = browser_of(people[1]).post(f"{address}?id={draft.get_parent().pk}&next=/quan-tri/", sent, follow=True)
    assert any("“Diều”" in str(each) for each in answer.context["messages"])
    assert not public(draft).live


def test_a_file_that_is_public_already_hinders_nobody(draft, image, people, news_index):
    make_news(news_index, "Tin khác", image=image, image_alt="Con diều")
    swap(image, people[1])
    draft.latest_revision.publish(user=people[1])
    assert public(draft).image == image


def test_a_command_publishes_for_the_portal(draft, image, people):
    swap(image, people[0])
    with passing(Acting(command="publish_scheduled")):
        draft.latest_revision.publish()
    assert public(draft).image == image
