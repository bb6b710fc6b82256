"""The names of the forms that papers ask for, as a comparison of dossiers tells them."""

from collections.abc import Iterable

from wagtail.documents import get_document_model
from wagtail.models import Page

from procedures_catalog.facts.overlay import PARTS
from procedures_catalog.facts.record import Case, ProcedureRecord


def form_titles(records: Iterable[ProcedureRecord], *pages: Page) -> dict[int, str]:
    """Form → its title, in one query, none where no paper has a form: of the records and of the pages' own layers."""
    cases = [case for record in records for case in record.cases]
    for page in pages:
        cases += [case for block in page.overlay.raw_data for case in _cases(block)]
    wanted = {paper.form for case in cases for paper in case.papers if paper.form}
    return dict(get_document_model().objects.filter(pk__in=wanted).values_list("pk", "title")) if wanted else {}


def _cases(block) -> Iterable[Case]:
    return PARTS["cases"](block["value"]["value"]) if block["type"] == "cases" else ()
