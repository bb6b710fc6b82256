"""A page shows a small copy of its picture, and is read without it where none can be kept."""

import errno

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.template.loader import render_to_string
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.images.tests.utils import get_test_image_file

from pages.files.pictures import picture_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    return get_image_model().objects.create(title="Phòng chờ", file=get_test_image_file(size=(1200, 600)))


def test_a_smaller_copy_is_shown(image):
    picture = picture_of(image)
    assert (picture.width, picture.height) == (960, 480)
    assert picture.url.endswith(".webp")


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), DatabaseError("readonly")])
def test_the_page_is_read_without_it_where_no_copy_can_be_kept(image, monkeypatch, error):
    def refuse(*args, **kwargs):
        raise error

    monkeypatch.setattr(AbstractImage, "generate_rendition_file", refuse)
    assert picture_of(image) is None
    shown = render_to_string("components/picture.html", {"picture": picture_of(image), "alt": "Phòng chờ"})
    assert "img" not in shown


def test_a_lost_file_is_no_failure_of_the_page(image):
    default_storage.delete(image.file.name)
    assert isinstance(picture_of(image).url, str)
