"""The desk's lists and choosers answer whatever an editor types."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from agencies.models import Agency

pytestmark = pytest.mark.django_db

SCREENS = {
    "trang": "/quan-tri/pages/search/",
    "trang, chỉ kết quả": "/quan-tri/pages/search/results/",
    "trang con": "/quan-tri/pages/{home}/",
    "chọn trang": "/quan-tri/choose-page/search/",
    "ảnh": "/quan-tri/images/",
    "chọn ảnh": "/quan-tri/images/chooser/results/",
    "tài liệu": "/quan-tri/documents/",
    "chọn tài liệu": "/quan-tri/documents/chooser/results/",
    "cơ quan": "/quan-tri/snippets/agencies/agency/",
    "chọn cơ quan": "/quan-tri/snippets/choose/agencies/agency/results/",
    "đơn vị": "/quan-tri/snippets/agencies/administrativeunit/",
    "lĩnh vực": "/quan-tri/snippets/procedures_catalog/sector/",
    "người dùng": "/quan-tri/users/",
    "chuyển hướng": "/quan-tri/redirects/",
    "lịch sử": "/quan-tri/reports/site-history/",
}
ODD = ['"', '"đăng ký', "\\", "%", "'", "\x00", "☂", "   ", "kết hôn live:true", "x" * 100_000, '"a ' * 30_000,
       "<script>", "a OR (b"]  # fmt: skip


@pytest.fixture
def held(pages, home) -> None:
    """One thing of each kind with the word "hộ tịch" in its name."""
    get_document_model().objects.create(title="Mẫu hộ tịch", file="mau.pdf")
    get_image_model().objects.create(title="Ảnh hộ tịch", file=get_test_image_file())
    Agency.objects.create(name="Phòng Hộ tịch", kind="department")
    get_user_model().objects.create(username="lan", last_name="Nguyễn", first_name="Hộ Tịch")


@pytest.mark.slow
@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_fails_on_odd_input(admin_client, held, home, screen):
    address = SCREENS[screen].format(home=home.pk)
    statuses = {typed[:20]: admin_client.get(address, {"q": typed}).status_code for typed in ODD}
    assert set(statuses.values()) == {200}, statuses


@pytest.mark.parametrize(
    ("screen", "shown"),
    [
        ("ảnh", "Ảnh hộ tịch"),
        ("chọn ảnh", "Ảnh hộ tịch"),
        ("tài liệu", "Mẫu hộ tịch"),
        ("chọn tài liệu", "Mẫu hộ tịch"),
        ("cơ quan", "Phòng Hộ tịch"),
        ("chọn cơ quan", "Phòng Hộ tịch"),
        ("người dùng", "Hộ Tịch"),
    ],
)
def test_lists_and_choosers_are_searched_without_marks(admin_client, held, screen, shown):
    answer = admin_client.get(SCREENS[screen], {"q": "ho tic"}).content.decode()
    assert shown in answer
    assert shown not in admin_client.get(SCREENS[screen], {"q": "ho khau"}).content.decode()


@pytest.mark.parametrize("screen", ["trang", "trang con", "chọn trang"])
def test_pages_are_searched_without_marks(admin_client, held, home, screen):
    answer = admin_client.get(SCREENS[screen].format(home=home.pk), {"q": "dang ky lai"}).content.decode()
    assert "Đăng ký lại kết hôn" in answer
    assert "Sơ đồ trụ sở" not in answer


def test_a_screen_that_is_ordered_by_its_head_row_is_still_searched(admin_client, held):
    address = reverse("wagtailadmin_pages:search")
    context = admin_client.get(address, {"q": "ket hon", "ordering": "title"}).context
    assert len(context["page_obj"].object_list) == 3


def test_the_kinds_beside_the_list_are_counted(admin_client, held):
    context = admin_client.get(reverse("wagtailadmin_pages:search"), {"q": "ket hon"}).context
    assert [count for _, count in context["content_types"]] == [3]
