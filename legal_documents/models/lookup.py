"""Finds the documents that the portal holds by the numbers and titles under which others cite them."""

from collections import defaultdict
from collections.abc import Iterable

from legal_documents.facts.citations import Citation, Held, meant
from legal_documents.facts.numbers import number_key
from legal_documents.models.document import LegalDocumentPage

_TITLES = ("title", "official_title", "abstract")


def documents_cited(citations: Iterable[Citation]) -> dict[Citation, int]:
    """Citation → the id of the published document that it means; those that mean none, or not surely one, are left out.

    One query.
    """
    keys = {citation: number_key(citation.number) for citation in citations}
    held = _held(set(keys.values()) - {""})
    found = {citation: meant(citation, held[key]) for citation, key in keys.items() if key in held}
    return {citation: document.id for citation, document in found.items() if document}


def _held(keys: Iterable[str]) -> dict[str, list[Held]]:
    by_key: dict[str, list[Held]] = defaultdict(list)
    rows = LegalDocumentPage.objects.live().filter(number_key__in=keys).order_by("pk")
    for pk, key, issuer, kind, *titles in rows.values_list("pk", "number_key", "issuer_name", "kind", *_TITLES):
        by_key[key].append(Held(pk, key, issuer, "\n".join(titles), kind))
    return by_key
