"""The short answers of a day, for pages of which the day alone may have changed what their present version noted."""

from collections.abc import Mapping, Sequence
from datetime import date

from procedures_catalog.models import ProcedurePage
from procedures_catalog.presenting.fingerprints import short_texts
from procedures_catalog.versions.shown_pages import shown_pages


def todays_answers(page_ids: Sequence[int], on: date) -> Mapping[int, Mapping[str, str]]:
    """Page → its answers by key, worked out anew. Nine queries, none for no pages."""
    if not page_ids:
        return {}
    shown = dict(shown_pages(page_ids, on))
    identities = ProcedurePage.objects.filter(pk__in=page_ids).values_list("pk", "identity")
    return {pk: short_texts(shown[identity]) for pk, identity in identities if identity in shown}
