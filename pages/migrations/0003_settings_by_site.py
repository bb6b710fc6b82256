"""The portal's one row of settings becomes the main site's."""

import django.db.models.deletion
from django.db import migrations, models


def give_to_the_main_site(apps, _schema_editor):
    """The row that was read until now goes to the main site; others, which nothing ever read, go."""
    settings = apps.get_model("pages", "PortalSettings")
    row = settings.objects.order_by("pk").first()
    if row is None:
        return
    settings.objects.exclude(pk=row.pk).delete()
    row.site = _main_site(apps)
    row.save()


def _main_site(apps):
    """The main site, else any; a portal that has none gets one, as `prepare_portal` would give it."""
    sites, pages = apps.get_model("wagtailcore", "Site"), apps.get_model("wagtailcore", "Page")
    site = sites.objects.order_by("-is_default_site", "pk").first()
    if site is None:
        root = pages.objects.order_by("path").filter(depth=2).first() or pages.objects.order_by("path").first()
        site = sites.objects.create(hostname="localhost", is_default_site=True, root_page=root)
    return site


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0002_shown_change"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.AddField(
            model_name="portalsettings",
            name="site",
            field=models.OneToOneField(
                editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, to="wagtailcore.site"
            ),
        ),
        migrations.RunPython(give_to_the_main_site, migrations.RunPython.noop),
    ]
