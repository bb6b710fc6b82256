"""The nearest field of administration (lĩnh vực) of a question is called its sector."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0012_pending_by_engine"),
        ("procedures_catalog", "0013_sectors"),
    ]

    operations = [migrations.RenameField("unansweredquestion", "field", "sector")]
