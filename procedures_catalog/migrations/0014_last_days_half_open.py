"""Fees and parts of the province's layer end as everything else: kept is the first day after, no longer the last day."""

import datetime
import json

from django.db import migrations
from django.db.models import F, TextField
from django.db.models.functions import Cast

from vietnamese.days import day_after, last_day

STREAMS = ("overlay", "channels")
#: How a stated last day begins in a stream as the databases write it, and in one that is a text inside a revision.
STATED = '"valid_to": "'
STATED_INSIDE = r"\"valid_to\": \""
PORTION = 100


def later(apps, schema_editor) -> None:
    """Last day → the day after."""
    _move(apps, day_after)


def earlier(apps, schema_editor) -> None:
    """The day after → last day."""
    _move(apps, last_day)


def _move(apps, move) -> None:
    page = apps.get_model("procedures_catalog", "ProcedurePage")
    for stream in STREAMS:
        _move_in_pages(page, stream, move)
    _move_in_revisions(apps, move)


def _move_in_pages(page, stream: str, move) -> None:
    written = page.objects.annotate(written=Cast(F(stream), TextField()))
    stated = list(written.filter(written__contains=STATED).order_by("pk").values_list("pk", flat=True))
    for portion in _portions(stated):
        for pk, text in written.filter(pk__in=portion).values_list("pk", "written"):
            raw = json.loads(text)
            _move_in(raw, move)
            page.objects.filter(pk=pk).update(**{stream: raw})


def _move_in_revisions(apps, move) -> None:
    kind = apps.get_model("contenttypes", "ContentType").objects.filter(
        app_label="procedures_catalog", model="procedurepage"
    )
    revisions = apps.get_model("wagtailcore", "Revision").objects
    written = revisions.filter(content_type__in=kind).annotate(written=Cast(F("content"), TextField()))
    stated = list(written.filter(written__contains=STATED_INSIDE).order_by("pk").values_list("pk", flat=True))
    for portion in _portions(stated):
        for pk, content in revisions.filter(pk__in=portion).values_list("pk", "content"):
            for stream in STREAMS:
                if content.get(stream):
                    raw = json.loads(content[stream])
                    _move_in(raw, move)
                    content[stream] = json.dumps(raw)
            revisions.filter(pk=pk).update(content=content)


def _portions(pks: list[int]):
    return (pks[start : start + PORTION] for start in range(0, len(pks), PORTION))


def _move_in(raw, move) -> None:
    """Every stated last day, however deep: a part of the layer holds fees with days of their own."""
    if isinstance(raw, dict):
        if raw.get("valid_to"):
            raw["valid_to"] = move(datetime.date.fromisoformat(raw["valid_to"])).isoformat()
        raw = list(raw.values())
    if isinstance(raw, list):
        for inner in raw:
            _move_in(inner, move)


class Migration(migrations.Migration):
    dependencies = [
        ("procedures_catalog", "0013_sectors"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(later, earlier)]
