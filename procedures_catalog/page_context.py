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
from paper.card_contents import Card
from paper.qr import qr_svg
from procedures_catalog.facts import findable
from procedures_catalog.facts.agencies.elsewhere import agencies_said
from procedures_catalog.facts.dated.difference import shared_of, successors_of, told_with
from procedures_catalog.facts.dated.said_anew import local_parts
from procedures_catalog.facts.forms.named import forms_of as forms_named_by
from procedures_catalog.facts.held import effective_record, receiving_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.vocabulary import AGENCY_ROLES, level_names
from procedures_catalog.known_offices import Directory, directory_for
from procedures_catalog.page_sources import doubts_of, filing_on, official_beneath, sources_on
from procedures_catalog.present_state import state_of
from procedures_catalog.presenting import papers, parts, sharing
from procedures_catalog.presenting.announcing import announced_in, announcements
from procedures_catalog.presenting.answering.answer import Answer
from procedures_catalog.presenting.answering.outcomes import outcomes
from procedures_catalog.presenting.answering.where import addressed_by
from procedures_catalog.presenting.answers import five_answers, with_doubts, with_hotline
from procedures_catalog.presenting.filing_online import FilingOnline, filing_online
from procedures_catalog.presenting.form_links import form_links
from procedures_catalog.presenting.history import former_codes, life_of
from procedures_catalog.presenting.identity import identity_lines
from procedures_catalog.presenting.layer_notes import coming_notes, earlier_notes, notes_on
from procedures_catalog.presenting.listed_only import listed_only
from procedures_catalog.presenting.sources import by_section
from vietnamese.spelling import exact

Context = dict[str, Any]
#: The main thing to do on a page of another day.
_TO_TODAY = {"label": "Xem nội dung hôm nay", "external": False}


def procedure_context(page: Page, base_url: str, hotline: str, on: date, asked_on: date | None = None) -> Context:
    """The template context of a page that was loaded with `held.with_facts`; `base_url` is the portal's, for
    the QR, `hotline` its telephone, for what is not known. `asked_on` is the day on which somebody asks (None: that
    day): of another one offices are reached as they are then, and nobody files."""
    record, asked_on = effective_record(page, on), asked_on or on
    facts = facts_of(page, record, forms_of([record], on), hotline, on, directory_for(on, asked_on))
    return {
        **facts,
        "answers": [answer for answer in facts["answers"] if answer.known or not facts["listed_only"]],
        **_addresses(page, base_url),
        "official_name": record.name if exact(record.name) != exact(page.title) else "",
        "sharing": _sharing(page, record, facts, base_url),
        "sources": by_section(facts["sources"]),
        "contents": parts.contents(record),
        "on_portal_since": _updated(page),
        "history": life_of(page, on),
        "overlay_coming": coming_notes(page.said_layer, on, official_beneath(page)),
        "changes_feed": reverse("procedure_changes_feed", args=[page.slug]) if page.slug else "",
        "action": _action(page, record, facts["state"]) if on == asked_on else _TO_TODAY | {"url": page.get_url()},
    }


def facts_of(
    page: Page, record: ProcedureRecord, forms: papers.Offered, hotline: str, on: date, known: Directory | None = None
) -> Context:
    """What page and paper say of the procedure itself; `record` is what holds on that day, `forms` of `forms_of`,
    `known` what is told of the registry's offices (`directory_for`), for what may say their addresses."""
    filing = filing_on(page, record, on)
    return {
        "state": state_of(page, on),
        "listed_only": listed_only(record),
        "identity": identity_lines(page.title, record, _former_codes(page), page.local_decision_number),
        **_parts(record, forms),
        "levels": level_names(filing.levels),
        "answers": answers_of(page, record, hotline, on, known),
        "known_offices": known.shown(known.offices.some_meant(filing)) if known else (),
        "is_by_commune": known is not None and known.offices.is_by_commune(filing),
        "agency_groups": list(_agency_groups(page, record)),
        "legal_bases": [_legal_basis(row, on) for row in page.legal_bases.all()],
        "overlay_notes": notes_on(page.said_layer, on, official_beneath(page)),
        "announced": announced_on(page, record, on),
        "earlier": earlier_notes(page.overlay.raw_data, on),
        "sources": sources_on(page, record, on),
    }


def announced_on(page: Page, record: ProcedureRecord, on: date) -> list[Context]:
    """What was approved for later days; `record` is what holds on this one. Nothing of a page that was loaded without
    it, such as a draft that is looked at."""
    differences = announced_in(getattr(page, "announced_lines", None))
    amounts = page.amounts_of(shared_of(differences))
    named = page.named_publicly(successors_of(differences))
    told = [told_with(each, amounts) for each in differences]
    return announcements(record, told, on, named, page.local_decision_number)


def answers_of(
    page: Page, record: ProcedureRecord, hotline: str, on: date, known: Directory | None = None
) -> tuple[Answer, ...]:
    """The five answers as page, paper and API say them; `record` is what holds on that day, `known` as above."""
    own = local_parts(official_beneath(page), page.said_layer, on)
    filing = filing_on(page, record, on)
    addressed = addressed_by(filing, known.offices, known.addresses, known.told) if known else ""
    answers = with_hotline(five_answers(record, own, filing, addressed), hotline, filing)
    return with_doubts(answers, doubts_of(page, record, filing, on))


def facets_on(page: Any, on: date) -> Mapping[str, tuple[str, ...]]:
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
    slug = page.sector.slug  # none of a sector that a former text alone names
    return {"name": page.sector.name, "url": f"{reverse('catalogue')}?linh-vuc={slug}" if slug else ""}


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
    """The agencies by role: the effective names as every province reads them, linked where the registry knows them."""
    rows: Sequence[Any] = page.agencies.all()
    urls = {row.name or row.registered.name: row.registered.get_absolute_url() for row in rows if row.registered}
    receiving = receiving_of(page)
    for role, label in AGENCY_ROLES.items():
        names = receiving if role == "receiving" else getattr(record, role)
        if names:
            said = agencies_said(names, record)
            yield {"label": label, "items": [{"name": name, "url": urls.get(name, "")} for name in said]}


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


def filing_online_of(page: Page, record: ProcedureRecord) -> FilingOnline | None:
    """How a page is handed in online as links stand now; one that was not loaded with `outgoing.with_filing`, such as a
    draft that is looked at, as its record says."""
    return filing_online(record, is_broken=getattr(page, "is_filing_broken", False))


def _action(page: Page, record: ProcedureRecord, state: Context) -> Context:
    """The one main thing to do next; nothing is handed in under what has ended, the way on stands above it."""
    if state.get("has_ended"):
        return {}
    online = filing_online_of(page, record)
    if online is None:
        return {"label": "Xem nơi nộp hồ sơ", "url": "#noi-nop", "external": False}
    return {"label": online.label, "url": online.url, "external": True, "code": online.code, "reason": online.reason}
