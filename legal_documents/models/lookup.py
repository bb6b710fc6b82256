"""Finds the documents that the portal holds by the numbers under which others cite them."""

from collections.abc import Iterable

from legal_documents.models.document import LegalDocumentPage
from legal_documents.numbers import number_key


def documents_by_number(numbers: Iterable[str]) -> dict[str, LegalDocumentPage]:
    """Each number as it was given, and its key, → the published document; numbers not held are left out.

    One query. Of several documents with one number the latest counts.
    """
    keys = {number: number_key(number) for number in numbers}
    wanted = set(keys.values()) - {""}
    held = LegalDocumentPage.objects.live().filter(number_key__in=wanted).order_by("issued_on", "pk")
    by_key = {page.number_key: page for page in held}
    return by_key | {number: by_key[key] for number, key in keys.items() if key in by_key}
