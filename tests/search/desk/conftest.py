"""What the tests of the desk's search share: a home with pages that an editor looks for."""

import pytest
from wagtail.models import Page

from tests.pages.factories import make_content
from tests.planted import planted

TITLES = (
    "Thủ tục đăng ký kết hôn",
    "Đăng ký lại kết hôn",
    "Cấp Giấy chứng nhận quyền sử dụng đất (sổ đỏ)",
    "Sơ đồ trụ sở",
    "Đăng ký kết hôn",
    "Hoà giải ở cơ sở",
)


@pytest.fixture
def pages(home) -> None:
    """A page for each of `TITLES`."""
    planted("pages to look for", lambda: [make_content(home, title) for title in TITLES])


@pytest.fixture
def found(pages):
    """The titles that a typed text finds, in their order."""
    return lambda text, **options: [page.title for page in Page.objects.autocomplete(text, **options)]
