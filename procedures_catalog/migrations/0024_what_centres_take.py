"""A column says what the one-stop centres have to do with a procedure."""

from collections import defaultdict

from django.db import migrations, models

from procedures_catalog.facts.agencies.counters_part import taken_at
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
        found[taken_at(record, receiving)].append(pk)
    for text, pages in found.items():
        for start in range(0, len(pages), PORTION):
            page.objects.filter(pk__in=pages[start : start + PORTION]).update(taken_at=text)


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
        ("procedures_catalog", "0023_where_it_is_handed_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="procedurepage",
            name="taken_at",
            field=models.CharField(
                blank=True, default="", editable=False, max_length=8, verbose_name="phần việc của trung tâm"
            ),
        ),
        migrations.RunPython(find, migrations.RunPython.noop),
    ]
