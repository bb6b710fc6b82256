"""The picture that a page shows: a smaller copy of what was uploaded."""

import logging
from typing import NamedTuple

from django.db import DatabaseError
from wagtail.images.models import AbstractImage
from wagtail.images.shortcuts import get_rendition_or_not_found

SPEC = "max-960x960|format-webp"
_logger = logging.getLogger(__name__)


class Picture(NamedTuple):
    """Where a browser finds it, and its size in pixels."""

    url: str
    width: int
    height: int


def picture_of(image: AbstractImage) -> Picture | None:
    """The smaller copy, made and kept when it is shown for the first time.

    None where the disk is full or read-only: the page is read without it then, for an original is given to nobody but
    those who keep it.
    """
    try:
        shown = get_rendition_or_not_found(image, SPEC)
        return Picture(shown.url, shown.width, shown.height)
    except (OSError, DatabaseError) as error:
        _logger.warning("Không lưu được bản thu nhỏ của ảnh số %s, trang hiện không có ảnh: %s", image.pk, error)
        return None
