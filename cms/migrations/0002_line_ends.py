"""Writes the line ends of every text that is held as they are kept from now on, in live rows and in revisions."""

import json
from typing import Any

from django.db import migrations, models
from django.db.models import F, TextField, Value
from django.db.models.functions import Cast, Replace

OURS = ("agencies", "legal_documents", "pages", "posting", "procedures_catalog", "search")
#: Wagtail's own tables with texts that editors type.
WAGTAILS = (("wagtailcore", "page"), ("wagtailcore", "revision"), ("wagtailcore", "comment"))


def write_line_ends(apps, _schema_editor) -> None:
    """Every text column and every column of JSON (streams, revisions); rows without a carriage return stay untouched."""
    for model in apps.get_models():
        if model._meta.app_label in OURS or (model._meta.app_label, model._meta.model_name) in WAGTAILS:
            for field in model._meta.local_concrete_fields:
                if field.get_internal_type() == "JSONField":
                    _write_json(model, field.name)
                elif field.get_internal_type() == "TextField":
                    _write_text(model, field.name)


def _write_text(model: type[models.Model], name: str) -> None:
    plain = Replace(Replace(F(name), Value("\r\n"), Value("\n")), Value("\r"), Value("\n"))
    model._base_manager.filter(**{f"{name}__contains": "\r"}).update(**{name: plain})


def _write_json(model: type[models.Model], name: str) -> None:
    """JSON writes a carriage return as two characters; a text that holds those two itself is left as it is."""
    rows = model._base_manager.annotate(held=Cast(name, TextField())).filter(held__contains="\\r")
    for pk, held in rows.values_list("pk", "held").iterator(chunk_size=100):
        read = json.loads(held)
        if (written := _plain(read)) != read:
            model._base_manager.filter(pk=pk).update(**{name: written})


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return _plain_text(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else value


def _plain_text(text: str) -> str:
    """A revision keeps its page's streams as JSON inside a text."""
    if "\\r" in text and text[:1] in "[{":
        try:
            return json.dumps(_plain(json.loads(text)), ensure_ascii=False)
        except ValueError:
            pass
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_initial"),
        ("agencies", "0001_initial"),
        ("legal_documents", "0002_attachment_text"),
        ("pages", "0001_initial"),
        ("posting", "0003_head_of_a_paper"),
        ("procedures_catalog", "0004_definition_of_digests"),
        ("search", "0012_pending_by_engine"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(write_line_ends, migrations.RunPython.noop, elidable=True)]
