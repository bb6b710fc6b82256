"""A draft saves with what is still missing; publishing and handing in refuse it."""

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.cms.desk.form import DeskForm
from tests.procedures_catalog.factories import bring, local_row, page_of, published

pytestmark = pytest.mark.django_db
BACKWARDS = {"valid_from": "1/3/2027", "valid_to": "1/2/2027"}


@pytest.fixture
def picture(db, settings, tmp_path) -> dict[str, str]:
    """The field that names a picture, with no words for those who do not see it."""
    settings.MEDIA_ROOT = tmp_path
    image = get_image_model().objects.create(title="Quầy", file=get_test_image_file())
    return {"image": str(image.pk), "image_alt": ""}


def test_news_with_a_picture_and_no_words_for_it_saves_as_a_draft(news, opened, picture):
    assert opened("lan").send(**picture).status_code == 302
    news.refresh_from_db()
    assert news.get_latest_revision_as_object().image_id == int(picture["image"])


def test_so_does_what_the_browser_saves_by_itself(news, opened, picture):
    assert opened("lan").send(accept="application/json", **picture).json()["success"]


@pytest.mark.parametrize("action", ["publish", "submit"])
def test_neither_published_nor_handed_in(news, opened, picture, action):
    answer = opened("lan", "Người duyệt").send(action, **picture)
    assert "Hãy mô tả ảnh bằng lời." in answer.content.decode()
    news.refresh_from_db()
    assert (news.image_id, news.has_unpublished_changes) == (None, False)


def test_a_link_may_lack_its_target_in_a_draft(news, opened):
    link = {"body-0-type": "links", "body-0-id": "a", "body-0-order": "0", "body-0-deleted": "", "body-count": "1"}
    item = {f"body-0-value-items-{name}": "" for name in ("0-deleted", "0-value-page", "0-value-address")}
    one = {"body-0-value-items-count": "1", "body-0-value-items-0-order": "0", "body-0-value-items-0-id": "b"}
    sent = {**link, **item, **one, "body-0-value-items-0-value-label": "Nộp trực tuyến"}
    assert opened("lan", "Người duyệt").send("publish", **sent).status_code == 200
    assert opened("lan").send(**sent).status_code == 302


def test_a_procedure_may_end_before_it_begins_in_a_draft_only(news, person):
    page = published()
    form = DeskForm.open(person("lan", "Người duyệt"), page.pk)
    assert "Ngày bãi bỏ phải sau ngày có hiệu lực." in form.send("publish", **BACKWARDS).content.decode()
    assert form.send(**BACKWARDS).status_code == 302


def test_a_code_of_another_procedure_is_refused_of_a_draft_too(news, person):
    first = published("1.100001")
    bring(local_row("9.100001"))
    answer = DeskForm.open(person("lan"), page_of("9.100001").pk).send(code=first.code)
    assert "đang thuộc một thủ tục khác" in answer.content.decode()
