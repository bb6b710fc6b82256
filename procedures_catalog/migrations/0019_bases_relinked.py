"""Ties legal bases anew to the documents that they surely mean: a law is no resolution of the same number, and a title
of another document speaks against the number."""

from collections import defaultdict

from django.db import migrations

from legal_documents.facts.citations import Citation, Held, meant
from legal_documents.facts.numbers import number_key

_PORTION = 500


def relink(apps, schema_editor) -> None:
    """Rows with a number: to the document that is meant, else to none. What an editor tied to a document of another
    number stays as it is."""
    bases = apps.get_model("procedures_catalog", "ProcedureLegalBasis")
    held = _held(apps.get_model("legal_documents", "LegalDocumentPage"))
    keys = {one.id: one.key for many in held.values() for one in many}
    rows = bases.objects.exclude(number=None).exclude(number="").values_list("pk", "document", "number", "title")
    changed = defaultdict(list)
    for pk, document, number, title in rows:
        key = number_key(number)
        if document is not None and keys.get(document) != key:
            continue
        one = meant(Citation(number, title), held[key]) if key in held else None
        if (one and one.id) != document:
            changed[one and one.id].append(pk)
    for document, pks in changed.items():
        for start in range(0, len(pks), _PORTION):
            bases.objects.filter(pk__in=pks[start : start + _PORTION]).update(document=document)


def _held(documents) -> dict[str, list[Held]]:
    """The published documents by their keys."""
    held = defaultdict(list)
    rows = documents.objects.filter(live=True).exclude(number_key="")
    for pk, key, issuer, kind, *titles in rows.values_list(
        "pk", "number_key", "issuer_name", "kind", "title", "official_title", "abstract"
    ):
        held[key].append(Held(pk, key, issuer, "\n".join(titles), kind))
    return dict(held)


class Migration(migrations.Migration):
    dependencies = [
        ("procedures_catalog", "0018_versions_hold_text"),
        ("legal_documents", "0003_keys_drop_nothing"),
    ]

    operations = [migrations.RunPython(relink, migrations.RunPython.noop)]
