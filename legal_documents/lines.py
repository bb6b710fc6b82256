"""What a document's page and its line in a list say, in the shapes that templates read."""

from datetime import date
from typing import Any, Protocol

from django.template.defaultfilters import filesizeformat

from legal_documents.facts import validity


class Document(Protocol):
    """What is read of a LegalDocumentPage; the page itself stands above this module."""

    number: str
    title: str
    official_title: str
    abstract: str
    issuer_name: str
    signer: str
    signer_title: str
    issued_on: date | None
    effective_from: date | None
    expires_on: date | None
    gazette_on: date | None
    declared_status: str
    file: Any

    def get_kind_display(self) -> str:
        """The kind in Vietnamese."""

    def get_url(self) -> str | None:
        """The page's address."""


def context(page: Document, on: date) -> dict[str, Any]:
    """For the document's own page.

    number, kind, official_title, abstract, issuer, signer, dates {issued, effective, expires, gazette},
    status {label, kind}, facts [{label, value}] with dates written out, file {url, size_label, name} or None.
    """
    return {
        "number": page.number,
        "kind": page.get_kind_display(),
        "official_title": page.official_title,
        "abstract": page.abstract,
        "issuer": page.issuer_name,
        "signer": _signer(page),
        "dates": _dates(page),
        "status": status(page, on),
        "facts": _facts(page),
        "file": _file(page),
    }


def row(page: Document, on: date) -> dict[str, Any]:
    """A line of a list: number, title, url, kind, issuer, issued (a date), status {label, kind}."""
    return {
        "number": page.number or page.title,
        "title": page.title,
        "url": page.get_url(),
        "kind": page.get_kind_display(),
        "issuer": page.issuer_name,
        "issued": page.issued_on,
        "status": status(page, on),
    }


def status(page: Document, on: date) -> dict[str, str]:
    """The status on that day: {label, kind}."""
    return validity.shown(validity.status(page.effective_from, page.expires_on, on, page.declared_status))


def _facts(page: Document) -> list[dict[str, str]]:
    pairs = (
        ("Số, ký hiệu", page.number),
        ("Loại văn bản", page.get_kind_display()),
        ("Cơ quan ban hành", page.issuer_name),
        ("Người ký", _signer(page)),
        ("Ngày ban hành", _day(page.issued_on)),
        ("Ngày có hiệu lực", _day(page.effective_from)),
        ("Ngày hết hiệu lực", _day(page.expires_on)),
        ("Ngày đăng Công báo", _day(page.gazette_on)),
    )
    return [{"label": label, "value": value} for label, value in pairs if value]


def _signer(page: Document) -> str:
    return ", ".join(filter(None, (page.signer, page.signer_title)))


def _dates(page: Document) -> dict[str, date | None]:
    return {
        "issued": page.issued_on,
        "effective": page.effective_from,
        "expires": page.expires_on,
        "gazette": page.gazette_on,
    }


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""


def _file(page: Document) -> dict[str, str] | None:
    if not page.file:
        return None
    size = page.file.get_file_size()  # None when the file is missing on the disk
    return {
        "url": page.file.url,
        "size_label": filesizeformat(size) if size else "",
        "name": page.file.filename,
    }
