"""The columns that say where a procedure is handed in, by what its steps and notes tell, too."""

from collections import defaultdict

from django.db import migrations

from procedures_catalog.facts.agencies.counters_part import taken_at
from procedures_catalog.facts.agencies.found_under import found_under
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.streams import channels_from_stream, steps_from_stream

PORTION = 500


def find(apps, _schema_editor) -> None:
    """Fills the columns, a statement for each of the few texts and portion of pages."""
    page = apps.get_model("procedures_catalog", "ProcedurePage")
    named = _named(apps)
    found = defaultdict(list)
    columns = ("pk", "code", "official_name", "sector__name", "decision_number", "receiving_address", "steps", "channels")
    rows = page.objects.order_by("pk").values_list(*columns)
    for pk, code, name, sector, decision, address, steps, channels in rows.iterator():
        roles = named[pk]
        receiving = roles.pop("receiving", ())
        record = ProcedureRecord(
            code,
            name,
            sector or "",
            decision,
            receiving_address=address,
            steps=steps_from_stream(steps.raw_data),
            channels=channels_from_stream(channels.raw_data),
            **roles,
        )
        found[found_under(record, receiving), taken_at(record, receiving)].append(pk)
    for (under, taken), pages in found.items():
        for start in range(0, len(pages), PORTION):
            held = page.objects.filter(pk__in=pages[start : start + PORTION])
            held.update(found_under=under, taken_at=taken)


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
        ("procedures_catalog", "0026_papers_of_forms"),
    ]

    operations = [migrations.RunPython(find, migrations.RunPython.noop)]
