"""Printed addresses in today's one spelling: without doubled strokes, session numbers and what networks hang on."""

from django.db import migrations

from procedures_catalog.facts.legacy_addresses import normal


def respell(apps, schema_editor) -> None:
    """Writes the spelling that changed; of two rows that become one address, the one with a procedure stays."""
    model = apps.get_model("procedures_catalog", "LegacyAddress")
    for row in model.objects.order_by("pk").iterator():
        now = normal(f"http://{row.host}{row.path}")
        if now is None or (now.host, now.path) == (row.host, row.path):
            continue
        other = model.objects.filter(host=now.host, path=now.path).first()
        if other and (other.identity_id or not row.identity_id):
            row.delete()
            continue
        if other:
            other.delete()
        row.host, row.path = now.host, now.path
        row.save(update_fields=["host", "path"])


class Migration(migrations.Migration):
    dependencies = [("procedures_catalog", "0006_surely_meant_documents")]

    operations = [migrations.RunPython(respell, migrations.RunPython.noop)]
