"""What readers are shown of the library: its list, and one form with its versions and the procedures that name it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from pages.models.link import is_broken
from pages.published import is_published
from procedures_catalog.facts.forms.asked import number_asked
from procedures_catalog.facts.forms.named import told_number, typed_form
from procedures_catalog.facts.in_hand.reading import read
from procedures_catalog.forms.papers import has_words, of_procedure
from procedures_catalog.models import FormVersion, LibraryForm, ProcedurePage, Sector
from procedures_catalog.models.form import file_addresses, public_uses
from vietnamese.days import last_day, written
from vietnamese.fold import fold, words

LONGEST_QUERY = 150
_MOST_WORDS = 12
#: So many procedures of one form are listed; the real catalogue has less than a tenth of it.
MOST_PROCEDURES = 300

Context = dict[str, Any]


# --- The list -------------------------------------------------------------------------------------


def listed(query: str, sector: str) -> QuerySet[LibraryForm]:
    """The public forms whose number, name or paper has all the words, of a sector (its slug) or of all; each with
    `named_by`, the number of procedures that name it, and `paper`, what one of them says of it, the most used first."""
    found = LibraryForm.objects.public().filter(_asked(query))
    if sector:
        found = found.filter(pk__in=public_uses().filter(identity__page__sector__slug=sector[:100]).values("form"))
    counted = public_uses().filter(form=OuterRef("pk")).order_by().values("form").annotate(count=Count("pk"))
    papers = public_uses().filter(form=OuterRef("pk")).order_by("pk").values("paper")
    shown = found.annotate(named_by=Coalesce(Subquery(counted.values("count")), 0), paper=Subquery(papers[:1]))
    return shown.order_by("-named_by", "folded", "pk")


def _asked(query: str) -> Q:
    """All words, or the number however it is parted: "ct 01" finds CT01; the forms of a procedure by its code."""
    if (procedure := of_procedure(read(query), "identity__page__")) is not None:
        return Q(pk__in=public_uses().filter(procedure).values("form"))
    asked = has_words(words(query)[:_MOST_WORDS])
    if asked:
        asked |= Q(pk__in=public_uses().filter(asked).values("form"))
    compact = re.sub(r"[^a-z0-9]", "", fold(query))
    is_number = re.search(r"[a-z].*[0-9]|[0-9].*[a-z]", compact)
    return asked | Q(folded__contains=compact) if is_number else asked


def sectors_of_forms() -> list[tuple[str, str]]:
    """Slug and name of every sector whose procedures name a form."""
    used = public_uses().exclude(form=None).values("identity__page__sector")
    return list(Sector.objects.filter(pk__in=used).values_list("slug", "name"))


def lines_of(forms: Sequence[LibraryForm], on: date) -> list[Context]:
    """Lines of the list: number, name, else what a paper says, address, how many procedures, whether a file is held.
    One query."""
    files = _files({form.pk for form in forms}, on)
    return [
        {
            "number": form.number,
            "name": form.name,
            "paper": "" if form.name else form.paper or "",
            "url": form.get_absolute_url(),
            "named_by": form.named_by,
            "has_file": form.pk in files,
            "is_replaced": form.replaced_by_id is not None,
        }
        for form in forms
    ]


def _files(form_ids: set[int], on: date) -> Mapping[int, int]:
    """Form → the document of its version of a day, where it is held."""
    return {
        form.pk: form.file_id for form in LibraryForm.objects.filter(pk__in=form_ids).with_offer(on) if form.file_id
    }


# --- One form -------------------------------------------------------------------------------------


def find_form(key: str, on: date) -> LibraryForm | None:
    """The public form at an address, with what it offers on a day."""
    found = LibraryForm.objects.public().with_offer(on).filter(key=key).select_related("replaced_by")
    return found.annotate(is_page_broken=is_broken("national_url")).first()


def form_of_number(key: str) -> LibraryForm | None:
    """The public form at an address, whatever it offers."""
    return LibraryForm.objects.public().filter(key=key).first()


def form_asked(text: str, on: date) -> Context | None:
    """The public form of whose own number a question asks: `number`, `name`, `told`, `url`, `file` or "", `instead` and
    `instead_url`. Two queries, none for a question without such a number."""
    key = number_asked(text)
    offer = LibraryForm.offered([key], on).get(key) if key else None
    if not offer:
        return None
    instead = offer["instead"] and told_number(offer["instead"])
    return {**offer, "told": told_number(offer["number"]), "instead": instead}


def key_typed(text: str) -> str:
    """The address of a form whose number was typed as papers write it; "" for none."""
    form = typed_form(text.upper())
    return form.key if form else ""


def form_context(form: LibraryForm, on: date) -> Context:
    """All that its page tells, `form` being of `find_form`. Five queries at most."""
    versions = list(_versions(form))
    current = next((each for each in versions if each.pk == form.current_id), None)
    files = file_addresses([form.file_id])
    return {
        "form": form,
        "current": _version(current) | {"file": files.get(form.file_id, "")} if current else None,
        "coming": [_version(each) for each in versions if each.span.is_to_come(on)],
        "former": [_version(each) for each in _former(versions, current, on)],
        "replaced_by": _lead(form.replaced_by),
        "replaces": [_lead(each) for each in form.replaces.all()],
        "procedures": _procedures(form),
    }


def _versions(form: LibraryForm) -> QuerySet[Any]:
    """Each with `tells_document`: whether everybody may read the page of its document."""
    tells = ExpressionWrapper(is_published("document__"), output_field=BooleanField())
    return FormVersion.objects.filter(form=form).select_related("document").annotate(tells_document=tells)


def _former(versions: Sequence[FormVersion], current: FormVersion | None, on: date) -> list[FormVersion]:
    """Those that no longer count, the latest first."""
    over = [each for each in versions if each is not current and not each.span.is_to_come(on)]
    return sorted(over, key=lambda each: (each.valid_from or date.min, each.pk), reverse=True)


def _version(version: Any) -> Context:
    """Of one of `_versions`; `days` says between which days it holds, "" where nobody knows."""
    document = version.document if version.document and version.tells_document else None
    return {
        "label": version.label,
        "days": _days(version),
        "document": version.document_number or (document.number if document else ""),
        "document_url": document.get_url() if document else "",
        "fillable": version.fillable,
        "note": version.note,
    }


def _days(version: FormVersion) -> str:
    begins = f"từ ngày {written(version.valid_from)}" if version.valid_from else ""
    ends = f"đến hết ngày {written(last_day(version.valid_to))}" if version.valid_to else ""
    return " ".join(filter(None, (begins, ends)))


def _lead(form: LibraryForm | None) -> Context | None:
    return {"number": form.number, "name": form.name, "url": form.get_absolute_url()} if form else None


def _procedures(form: LibraryForm) -> list[Context]:
    uses = public_uses().filter(form=form).values("identity", "paper")
    papers = {row["identity"]: row["paper"] for row in uses}
    pages = ProcedurePage.objects.filter(identity__in=papers).order_by("sort_name", "pk")
    shown = pages.only("title", "twin_note", "code", "url_path", "slug", "identity")[:MOST_PROCEDURES]
    return [
        {"code": page.code, "title": page.told_name, "url": page.get_url(), "paper": papers[page.identity_id]}
        for page in shown
    ]
