"""No settings without a site; apart from the step before, for PostgreSQL changes no table that has just been written."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0003_settings_by_site"),
    ]

    operations = [
        migrations.AlterField(
            model_name="portalsettings",
            name="site",
            field=models.OneToOneField(
                editable=False, on_delete=django.db.models.deletion.CASCADE, to="wagtailcore.site"
            ),
        ),
    ]
