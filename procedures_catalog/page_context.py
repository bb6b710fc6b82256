"""What a procedure's page shows, gathered from the facts that hold on a day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from wagtail.documents import get_document_model
from wagtail.models import Page

from legal_documents.facts import validity
from paper.contents import Card
from paper.qr import qr_svg
from procedures_catalog.facts import findable
from procedures_catalog.facts.agencies.filing import Filing, filing_of
from procedures_catalog.facts.forms.named import forms_of as forms_named_by
from procedures_catalog.facts.held import effective_record, receiving_of
from procedures_catalog.facts.overlay import blocks_in_force
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.vocabulary import AGENCY_ROLES, LEVELS
from procedures_catalog.present_state import state_of
from procedures_catalog.presenting import papers, parts, sharing
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answering.outcomes import outcomes
from procedures_catalog.presenting.answers import five_answers, with_hotline
from procedures_catalog.presenting.filing_online import filing_online
from procedures_catalog.presenting.form_links import form_links
from procedures_catalog.presenting.history import former_codes, life_of
from procedures_catalog.presenting.identity import identity_lines
from procedures_catalog.presenting.layer_notes import coming_notes, notes_on
from vietnamese.spelling import exact

Context = dict[str, Any]


def procedure_context(page: Page, base_url: str, hotline: str, on: date) -> Context:
    """The template context of a page that was loaded with `held.with_facts`; `base_url` is the portal's, for
    the QR, `hotline` its telephone, for what is not known."""
    record = effective_record(page, on)
    facts = facts_of(page, record, forms_of([record], on), hotline, on)
    return {
        **facts,
        **_addresses(page, base_url),
        "official_name": record.name if exact(record.name) != exact(page.title) else "",
        "sharing": _sharing(page, record, facts, base_url),
        "contents": parts.contents(record),
        "on_portal_since": _updated(page),
        "history": life_of(page, on),
        "overlay_coming": coming_notes(page.overlay.raw_data, on),
        "action": _action(record),
    }


def facts_of(page: Page, record: ProcedureRecord, forms: papers.Offered, hotline: str, on: date) -> Context:
    """What page and paper say of the procedure itself; `record` is what holds on that day, `forms` of `forms_of`."""
    return {
        "state": state_of(page, on),
        "identity": identity_lines(page.title, record, _former_codes(page)),
        **_parts(record, forms),
        "levels": [LEVELS[row.level] for row in page.levels.all() if row.is_in_force(on)],
        "answers": answers_of(page, record, hotline, on),
        "agency_groups": list(_agency_groups(page, record)),
        "legal_bases": [_legal_basis(row, on) for row in page.legal_bases.all()],
        "overlay_notes": notes_on(page.overlay.raw_data, on),
    }


def answers_of(page: Page, record: ProcedureRecord, hotline: str, on: date) -> tuple[Answer, ...]:
    """The five answers as page, paper and API say them; `record` is what holds on that day."""
    own = {block["type"] for block in blocks_in_force(page.overlay.raw_data, on)}
    filing = filing_on(page, record, on)
    return with_hotline(five_answers(record, own, filing), hotline, filing)


def filing_on(page: Page, record: ProcedureRecord, on: date) -> Filing:
    """Where the procedure is handed in on a day; `record` is what holds on that day."""
    return filing_of(record, page.present_levels(on), receiving_of(page))


def facets_on(page: Page, on: date) -> Mapping[str, tuple[str, ...]]:
    """What results can be narrowed by to find the procedure on a day."""
    agencies = dict.fromkeys(row.registered.slug for row in page.agencies.all() if row.registered)
    applicants, sector = (row.kind.slug for row in page.applicants.all()), page.sector and page.sector.slug
    levels = filing_on(page, effective_record(page, on), on).levels
    return findable.facets(levels, sector, agencies, applicants, page.online_level)


def _former_codes(page: Page) -> list[str]:
    return former_codes(getattr(page, "code_lines", None))


def _updated(page: Page) -> date | None:
    """The day on which the portal last published the page, whoever decided what it says and when: on no paper."""
    return timezone.localtime(page.last_published_at).date() if page.last_published_at else None


def _addresses(page: Page, base_url: str) -> Context:
    short_url = base_url + page.identity.get_absolute_url()
    label = f"Mã QR mở trang {page.title}"
    return {
        "sector_link": _sector_link(page),
        "short_url": short_url,
        "qr_svg": mark_safe(qr_svg(short_url, label)),  # noqa: S308 - made by us, its label escaped
        "share": {"url": short_url, "sms_url": f"sms:?body={quote(f'{page.title} {short_url}')}"},
    }


def _sharing(page: Page, record: ProcedureRecord, facts: Context, base_url: str) -> Context:
    """What others show of the page: `description`, the `picture`'s address, which changes with what is in it, and
    `data` for search engines."""
    short = sharing.in_short(facts["state"], facts["answers"])
    stamp = sharing.card_stamp(sharing.card_of(page.title, page.code, facts["state"], facts["answers"]))
    sector = page.sector.name if page.sector else ""
    address = base_url + reverse("procedure", args=[page.slug])
    return {
        "description": short,
        "picture": f"{base_url}{reverse('procedure_card', args=[page.slug])}?v={stamp}",
        "data": sharing.government_service(page.title, address, short, record, sector),
    }


def card_of(page: Page, hotline: str, speaker: str, site: str, on: date) -> Card:
    """The card of a page that was loaded with `public.with_everything`, as a day shows it."""
    answers = answers_of(page, effective_record(page, on), hotline, on)
    return sharing.card_of(page.title, page.code, state_of(page, on), answers, speaker, site)


def _sector_link(page: Page) -> Context | None:
    if page.sector is None:
        return None
    return {"name": page.sector.name, "url": f"{reverse('catalogue')}?linh-vuc={page.sector.slug}"}


def _parts(record: ProcedureRecord, forms: papers.Offered) -> Context:
    grants, refusals = outcomes(record.results, record.name)
    cases = dossier_of(record, forms)
    return {
        "cases": cases,
        "case_menu": papers.case_menu(cases),
        "channels": parts.channel_items(record.channels),
        "steps": parts.step_items(record.steps),
        "results": grants,
        "refusals": refusals,
        "conditions": parts.paragraphs(record.conditions),
        "receiving_address": parts.paragraphs(record.receiving_address),
        "applicants": record.applicants,
    }


def dossier_of(record: ProcedureRecord, forms: papers.Offered) -> list[Context]:
    """The papers with the forms that they offer."""
    return papers.case_items(record.cases, forms.files, form_links(record.sector, forms.library))


def forms_of(records: Iterable[ProcedureRecord], on: date) -> papers.Offered:
    """What the dossiers offer on a day: the files at their papers in one query, none where no form is attached, and
    the forms of the library that papers name in two, none where no paper names one."""
    every = list(records)
    wanted = {paper.form for record in every for case in record.cases for paper in case.papers if paper.form}
    documents = get_document_model().objects.filter(pk__in=wanted) if wanted else ()
    files = {document.pk: {"title": document.title, "url": document.url} for document in documents}
    keys = {form.key for record in every for form in forms_named_by(record)} - {""}
    # The page type uses this module, so that its models are asked for by name, like Wagtail's documents.
    return papers.Offered(files, apps.get_model("procedures_catalog", "LibraryForm").offered(keys, on))


def _agency_groups(page: Page, record: ProcedureRecord) -> Iterable[Context]:
    """The agencies by role: the effective names, linked where the registry knows them."""
    rows: Sequence[Any] = page.agencies.all()
    urls = {row.name or row.registered.name: row.registered.get_absolute_url() for row in rows if row.registered}
    receiving = receiving_of(page)
    for role, label in AGENCY_ROLES.items():
        names = receiving if role == "receiving" else getattr(record, role)
        if names:
            yield {"label": label, "items": [{"name": name, "url": urls.get(name, "")} for name in names]}


def _legal_basis(row, on: date) -> Context:
    document = row.document
    # A draft that is looked at has its rows from the form, which nobody asked the database about.
    held = document if document and getattr(row, "leads", document.live) else None
    return {
        "title": row.title,
        "number": row.number or "",
        "url": held.get_url() if held else "",
        "status": _status(held, on) if held else None,
    }


def _status(document, on: date) -> Context:
    """The document's status on a day, from its dates."""
    key = validity.status(document.effective_from, document.expires_on, on, document.declared_status)
    return validity.shown(key)


def _action(record: ProcedureRecord) -> Context:
    """The one main thing to do next."""
    online = filing_online(record)
    if online is None:
        return {"label": "Xem nơi nộp hồ sơ", "url": "#noi-nop", "external": False}
    return {"label": online.label, "url": online.url, "external": True, "code": online.code, "reason": online.reason}
