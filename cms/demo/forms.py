"""The demonstration's forms: their numbers and titles are real, the files are blanks in the project's own words."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from paper.blanks import Blank, blank_pdf
from paper.typesetting import aside
from procedures_catalog.facts.forms.asked import form_typed
from procedures_catalog.forms.uses import renew_title
from procedures_catalog.models import FormVersion, LibraryForm, Sector
from vietnamese.slug import slug

NOTE = "Bản trình diễn, chữ của cổng: không phải mẫu do cơ quan nhà nước ban hành, không dùng để nộp."
_DATES = ("valid_from", "valid_to")


def load_forms(rows: Iterable[Mapping[str, Any]], on: date) -> int:
    """Writes versions with their files into the forms that have none yet; how many versions. A form without a number is
    called by its title in its `sector`, and looked for in the papers as they are on a day. ValueError for what tells no
    form."""
    return sum(_load(row, on) for row in rows)


def _load(row: Mapping[str, Any], on: date) -> int:
    form = _form(row)
    renew_title(form, on)
    if form.versions.exists():
        return 0
    for order, version in enumerate(row["versions"]):
        dates = {name: date.fromisoformat(version[name]) for name in _DATES if name in version}
        values = {"label": version["label"], "document_number": version["document_number"], "note": NOTE, **dates}
        FormVersion.objects.create(form=form, sort_order=order, file=_file(row, version), **values)
    return len(row["versions"])


def _form(row: Mapping[str, Any]) -> LibraryForm:
    sector = Sector.objects.get(name=row["sector"]) if "sector" in row else None
    named = form_typed(row["number"], sector.name if sector else "")
    if named is None or not named.key:
        raise ValueError(f"Dữ liệu trình diễn có lỗi: {row['number']}")
    form = LibraryForm.objects.filter(key=named.key).first() or LibraryForm(key=named.key, number=named.written)
    form.name, form.issuer, form.sector = row.get("name", ""), row["issuer"], sector
    form.save()
    return form


def _file(row: Mapping[str, Any], version: Mapping[str, Any]) -> Any:
    number, title = (row["number"], row["name"]) if "name" in row else ("", row["number"])
    blank = Blank(
        number=number,
        name=title,
        version=version["label"],
        note=NOTE,
        lines=tuple(row["lines"]),
        signers=tuple(row["signers"]),
        **{name: row[name] for name in ("issuer", "addressed")},
    )
    name = "-".join(filter(None, ("mau", slug(row["number"]), slug(version["document_number"])))) + ".pdf"
    document = get_document_model()(title=f"{f'Mẫu {number} – ' if number else ''}{title}, {version['label']}")
    document.file.save(name, ContentFile(aside(blank_pdf, blank)), save=True)
    return document
