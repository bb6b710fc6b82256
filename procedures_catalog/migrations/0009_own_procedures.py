"""Procedures that somebody made at the desk are the province's own: until now they passed for the state's."""

from django.db import migrations


def claim(apps, _schema_editor) -> None:
    """Those that a person created and no import has touched; their levels are the province's with them."""
    page_type = apps.get_model("procedures_catalog", "ProcedurePage")
    log = apps.get_model("wagtailcore", "PageLogEntry")
    imported = log.objects.filter(data__source="import_procedures").values("page_id")
    made_here = log.objects.filter(action="wagtail.create", user__isnull=False).exclude(page_id__in=imported)
    claimed = page_type.objects.filter(layer="national", pk__in=made_here.values("page_id"))
    pages = list(claimed.values_list("pk", flat=True))
    page_type.objects.filter(pk__in=pages).update(layer="local")
    apps.get_model("procedures_catalog", "ProcedureLevel").objects.filter(page__in=pages).update(layer="local")
    _claim_revisions(apps.get_model("wagtailcore", "Revision"), pages)


def _claim_revisions(revision_type, pages: list[int]) -> None:
    """A draft is published as its revision says."""
    ids = [str(pk) for pk in pages]
    for revision in revision_type.objects.filter(object_id__in=ids, base_content_type__model="page"):
        revision.content["layer"] = "local"
        for level in revision.content.get("levels", ()):
            level["layer"] = "local"
        revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [
        ("procedures_catalog", "0008_import_runs"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(claim, migrations.RunPython.noop, elidable=True)]
