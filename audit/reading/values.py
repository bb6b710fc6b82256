"""The value of a field in words: the name of what it points at, the label of a choice, the texts of a stream."""

import datetime
import json
import re
from typing import Any, cast

from django.core.files.base import File
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.fields import StreamField

from audit.reading.streams import stream_text

#: What stands for a secret.
HIDDEN = "•••"
_SECRET = re.compile(r"password|passwd|secret|token|recovery|private_key|otp", re.IGNORECASE)


def is_secret(name: str) -> bool:
    """Whether a field of this name holds what nobody may read."""
    return bool(_SECRET.search(name))


def said(field: models.Field, value: Any) -> str:
    """The value in words; "" for none. One query for what it points at."""
    if value in (None, ""):
        return ""
    if is_secret(field.name):
        return HIDDEN
    if field.related_model is not None:
        return _pointed_at(field, value)
    if isinstance(field, StreamField):
        return stream_text(field.stream_block, value)
    return _plain(field, value)


def _pointed_at(field: models.Field, value: Any) -> str:
    model = cast(type[models.Model], field.related_model)
    row = value if isinstance(value, models.Model) else model._base_manager.filter(pk=value).first()
    return str(row) if row else f"#{value}"


def _plain(field: models.Field, value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, datetime.datetime):
        return f"{timezone.localtime(value) if timezone.is_aware(value) else value:%d/%m/%Y %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, File):
        return value.name or ""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, cls=DjangoJSONEncoder)
    return str(dict(field.flatchoices).get(value, value))


def readable(text: str) -> str:
    """Without the marks of rich text."""
    return strip_tags(text).strip() if "<" in text else text
