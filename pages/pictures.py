"""The picture that a page shows: smaller than what was uploaded, unless the server can keep no smaller copy now."""

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


def picture_of(image: AbstractImage) -> Picture:
    """The smaller copy, made and kept when it is shown for the first time; the upload itself where the disk is full or
    read-only, for a reader must not suffer from that."""
    try:
        shown = get_rendition_or_not_found(image, SPEC)
        return Picture(shown.url, shown.width, shown.height)
    except (OSError, DatabaseError) as error:
        _logger.warning("Không lưu được bản thu nhỏ của ảnh số %s, hiện ảnh gốc: %s", image.pk, error)
        return Picture(image.file.url, image.width, image.height)
