"""A promoted page ends as everything else: kept is the first day after, no longer its last day."""

import datetime

from django.db import migrations, models

from vietnamese.days import day_after, last_day


def later(apps, schema_editor) -> None:
    """Last day → the day after."""
    _move(apps, day_after)


def earlier(apps, schema_editor) -> None:
    """The day after → last day."""
    _move(apps, last_day)


def _move(apps, move) -> None:
    """In the rows, which are a handful, and in all that was kept of them."""
    rows = apps.get_model("search", "Promotion").objects.exclude(valid_to=None)
    for pk, ends in list(rows.values_list("pk", "valid_to")):
        rows.filter(pk=pk).update(valid_to=move(ends))
    revisions = apps.get_model("wagtailcore", "Revision").objects.filter(
        content_type__app_label="search", content_type__model="promotion"
    )
    for pk in list(revisions.values_list("pk", flat=True)):
        content = revisions.get(pk=pk).content
        if content.get("valid_to"):
            content["valid_to"] = move(datetime.date.fromisoformat(content["valid_to"])).isoformat()
            revisions.filter(pk=pk).update(content=content)


class Migration(migrations.Migration):
    dependencies = [("search", "0013_sectors"), ("contenttypes", "0002_remove_content_type_name")]

    operations = [
        migrations.AlterField(
            "promotion",
            "valid_from",
            models.DateField(
                "từ ngày",
                null=True,
                blank=True,
                help_text="Ngày đầu tiên. Để trống nếu không rõ hoặc đã có từ trước.",
            ),
        ),
        migrations.AlterField(
            "promotion",
            "valid_to",
            models.DateField(
                "đến hết ngày",
                null=True,
                blank=True,
                help_text="Ngày cuối cùng. Để trống nếu chưa có ngày kết thúc.",
            ),
        ),
        migrations.RunPython(later, earlier),
    ]
