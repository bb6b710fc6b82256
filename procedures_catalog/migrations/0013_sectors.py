"""A field of administration (lĩnh vực) is called a sector; what was kept under the old name goes on saying the same."""

import hashlib
import json
import zlib

import django.db.models.deletion
from django.db import migrations, models

_PORTION = 200
_NAMES = {"field": "sector", "listed_field": "listed_sector"}


def rename_kept(apps, _schema_editor) -> None:
    """Revisions of procedures, editors' comments, national records as last seen, rights and references, from the old
    name to the new."""
    _rename_in_revisions(apps, _NAMES)
    _rename_in_comments(apps, _NAMES)
    _rename_in_records(apps, "field", "sector")
    _rename_rights(apps, "field", "sector")
    _rename_references(apps, _NAMES)


def rename_back(apps, _schema_editor) -> None:
    """The same from the new name to the old."""
    names = {new: old for old, new in _NAMES.items()}
    _rename_in_revisions(apps, names)
    _rename_in_comments(apps, names)
    _rename_in_records(apps, "sector", "field")
    _rename_rights(apps, "sector", "field")
    _rename_references(apps, names)


def _rename_in_revisions(apps, names) -> None:
    revisions = apps.get_model("wagtailcore", "Revision").objects.filter(
        content_type__app_label="procedures_catalog", content_type__model="procedurepage"
    )
    for portion in _portions(revisions.order_by("pk")):
        for revision in portion:
            revision.content = {names.get(key, key): value for key, value in revision.content.items()}
            for comment in revision.content.get("wagtail_admin_comments", ()):
                comment["contentpath"] = names.get(comment["contentpath"], comment["contentpath"])
        revisions.model.objects.bulk_update(portion, ["content"])


def _rename_in_comments(apps, names) -> None:
    """A comment stands beside the field of the form that it names."""
    comments = apps.get_model("wagtailcore", "Comment").objects
    of_procedures = comments.filter(
        page__content_type__app_label="procedures_catalog", page__content_type__model="procedurepage"
    )
    for old, new in names.items():
        of_procedures.filter(contentpath=old).update(contentpath=new)


def _rename_in_records(apps, old, new) -> None:
    records = apps.get_model("procedures_catalog", "NationalRecord").objects.order_by("pk")
    for portion in _portions(records):
        for row in portion:
            facts = json.loads(zlib.decompress(bytes(row.kept)))
            renamed = {new if key == old else key: value for key, value in facts.items()}
            text = json.dumps(renamed, ensure_ascii=False, separators=(",", ":")).encode()
            row.kept, row.digest = zlib.compress(text, 6), hashlib.sha256(text).hexdigest()
        records.model.objects.bulk_update(portion, ["kept", "digest"])


def _rename_rights(apps, old, new) -> None:
    """Groups keep their rights: the rows stay, their code names change."""
    rights = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="procedures_catalog")
    for right in rights.filter(codename__endswith=f"_{old}", content_type__model__in=(old, new)):
        right.codename = right.codename.removesuffix(old) + new
        right.save(update_fields=["codename"])


def _rename_references(apps, names) -> None:
    """Where Wagtail has noted which procedure names which sector."""
    references = apps.get_model("wagtailcore", "ReferenceIndex").objects.filter(
        content_type__app_label="procedures_catalog", content_type__model="procedurepage"
    )
    for old, new in names.items():
        references.filter(model_path=old).update(model_path=new, content_path=new)


def _portions(rows):
    """The rows by their order, some at a time."""
    last = 0
    while portion := list(rows.filter(pk__gt=last)[:_PORTION]):
        yield portion
        last = portion[-1].pk


class Migration(migrations.Migration):
    dependencies = [
        ("procedures_catalog", "0012_labels_of_days"),
        ("search", "0012_pending_by_engine"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RemoveIndex("procedurepage", "procedure_counters"),
        migrations.RenameModel("Field", "Sector"),
        migrations.RenameField("procedurepage", "field", "sector"),
        migrations.RenameField("procedurepage", "listed_field", "listed_sector"),
        migrations.AlterField(
            "procedurepage",
            "sector",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="procedures",
                to="procedures_catalog.sector",
                verbose_name="lĩnh vực",
            ),
        ),
        migrations.AddIndex(
            "procedurepage",
            models.Index(fields=["valid_to", "sector", "online_level"], name="procedure_counters"),
        ),
        migrations.RunPython(rename_kept, rename_back),
    ]
