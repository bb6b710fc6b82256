"""A column says under which levels a procedure is found by people who ask where to hand it in."""

from collections import defaultdict

from django.db import migrations, models

from procedures_catalog.facts.agencies.found_under import found_under
from procedures_catalog.facts.record import ProcedureRecord

PORTION = 500


def find(apps, _schema_editor) -> None:
    """Fills the column, a statement for each of the few texts and portion of pages."""
    page = apps.get_model("procedures_catalog", "ProcedurePage")
    named = _named(apps)
    found = defaultdict(list)
    rows = page.objects.order_by("pk").values_list("pk", "sector__name", "receiving_address")
    for pk, sector, address in rows.iterator():
        roles = named[pk]
        receiving = roles.pop("receiving", ())
        record = ProcedureRecord("", "", sector or "", receiving_address=address, **roles)
        found[found_under(record, receiving)].append(pk)
    for text, pages in found.items():
        for start in range(0, len(pages), PORTION):
            page.objects.filter(pk__in=pages[start : start + PORTION]).update(found_under=text)


def _named(apps) -> dict[int, dict[str, tuple[str, ...]]]:
    """Page → role → names of its agencies in their order."""
    found = defaultdict(dict)
    rows = apps.get_model("procedures_catalog", "ProcedureAgency").objects.order_by("page", "sort_order", "pk")
    for pk, role, name, registered in rows.values_list("page", "role", "name", "registered__name").iterator():
        found[pk][role] = (*found[pk].get(role, ()), name or registered or "")
    return found


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_labels_of_days"),
        ("procedures_catalog", "0022_papers_in_database"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="procedurepage", name="procedure_counters"),
        migrations.AddField(
            model_name="procedurepage",
            name="found_under",
            field=models.CharField(blank=True, default="", editable=False, max_length=60, verbose_name="cấp nộp hồ sơ"),
        ),
        migrations.AddIndex(
            model_name="procedurepage",
            index=models.Index(
                fields=["valid_to", "sector", "online_level", "found_under", "identity"], name="procedure_counters"
            ),
        ),
        migrations.RunPython(find, migrations.RunPython.noop),
    ]
