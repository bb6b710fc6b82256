"""Keeps the columns that say where a procedure is handed in by what its page shows on a day, the province's layer too.

A page that is saved or imported notes there what its own columns say (`note_where`): no day is known then. What its
layer says instead is noted here, whenever what the page shows is noted.
"""

from collections import defaultdict
from collections.abc import Iterable

from procedures_catalog.facts.agencies.handed_in import where_texts
from procedures_catalog.models import ProcedurePage
from procedures_catalog.presenting.shown import Shown


def renew_where(shown: Iterable[tuple[int, Shown]]) -> int:
    """Writes the columns of the pages of these identities where they say something else; how many. A query, and one for
    each of the few values to be written."""
    wanted = {identity: _where(each) for identity, each in shown if each.state != "withdrawn"}
    held = ProcedurePage.objects.filter(identity__in=wanted).values_list("pk", "identity", "found_under", "taken_at")
    changed = defaultdict(list)
    for page, identity, *where in held:
        if tuple(where) != wanted[identity]:
            changed[wanted[identity]].append(page)
    for (found, taken), pages in changed.items():
        ProcedurePage.objects.filter(pk__in=pages).update(found_under=found, taken_at=taken)
    return sum(map(len, changed.values()))


def _where(shown: Shown) -> tuple[str, str]:
    return where_texts(shown.record, shown.receiving)
