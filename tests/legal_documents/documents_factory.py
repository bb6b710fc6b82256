"""Makes legal documents for tests."""

from itertools import count

from legal_documents.models import DocumentIndexPage, LegalDocumentPage

_numbers = count(1)


def make_document(index: DocumentIndexPage, number: str | None = None, **values) -> LegalDocumentPage:
    """A published decree, or a law for a number of the National Assembly."""
    number = f"{next(_numbers)}/2020/NĐ-CP" if number is None else number
    kind = "law" if "/QH" in number else "decision" if "QĐ-" in number else "decree"
    values = {"title": f"Văn bản {number}", "kind": kind, "issuer_name": "Chính phủ", **values}
    return index.add_child(instance=LegalDocumentPage(number=number, **values))
