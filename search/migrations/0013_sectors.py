"""The nearest field of administration (lĩnh vực) of a question is called its sector."""

from django.db import migrations


def rename_entries(apps, _schema_editor) -> None:
    """The desk's own search finds sectors as it found fields."""
    _rename(apps, "procedures_catalog.field", "procedures_catalog.sector")


def rename_back(apps, _schema_editor) -> None:
    """The same from the new name to the old."""
    _rename(apps, "procedures_catalog.sector", "procedures_catalog.field")


def _rename(apps, old: str, new: str) -> None:
    apps.get_model("search", "DeskEntry").objects.filter(model=old).update(model=new)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0012_pending_by_engine"),
        ("procedures_catalog", "0013_sectors"),
    ]

    operations = [
        migrations.RenameField("unansweredquestion", "field", "sector"),
        migrations.RunPython(rename_entries, rename_back),
    ]
