"""Keys of numbers anew: technical regulations and numbers like 66.18/2026/NQ-CP have keys of their own now."""

from django.db import migrations

from legal_documents.facts.numbers import number_key


def renew_keys(apps, schema_editor) -> None:
    """Writes the keys that changed."""
    model = apps.get_model("legal_documents", "LegalDocumentPage")
    changed = []
    for page in model.objects.only("pk", "number", "number_key"):
        if page.number_key != (key := number_key(page.number)):
            page.number_key = key
            changed.append(page)
    model.objects.bulk_update(changed, ["number_key"])


class Migration(migrations.Migration):
    dependencies = [("legal_documents", "0002_attachment_text")]

    operations = [migrations.RunPython(renew_keys, migrations.RunPython.noop)]
