"""Takes away links of legal bases to documents that they do not surely mean: of another regulation, another issuer."""

from collections import defaultdict

from django.db import migrations

from legal_documents.facts.citations import Citation, Held, meant
from legal_documents.facts.numbers import number_key


def unlink_the_doubtful(apps, schema_editor) -> None:
    """Keeps a link where the citation means that document, or has no number and was therefore chosen by an editor."""
    documents = apps.get_model("legal_documents", "LegalDocumentPage")
    bases = apps.get_model("procedures_catalog", "ProcedureLegalBasis")
    held = defaultdict(list)
    for row in documents.objects.values_list("pk", "number_key", "issuer_name", "title", "official_title", "abstract"):
        held[row[1]].append(Held(row[0], row[1], row[2], "\n".join(row[3:])))
    linked = bases.objects.exclude(document=None).exclude(number=None).exclude(number="")
    doubtful = [
        pk
        for pk, document, number, title in linked.values_list("pk", "document", "number", "title")
        if (one := meant(Citation(number, title), held[number_key(number)])) is None or one.id != document
    ]
    for start in range(0, len(doubtful), 500):
        bases.objects.filter(pk__in=doubtful[start : start + 500]).update(document=None)


class Migration(migrations.Migration):
    dependencies = [
        ("procedures_catalog", "0005_texts_of_versions"),
        ("legal_documents", "0003_keys_drop_nothing"),
    ]

    operations = [migrations.RunPython(unlink_the_doubtful, migrations.RunPython.noop)]
