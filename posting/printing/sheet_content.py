"""A procedure as a sheet: the words of its page, from the same functions, in the shapes that paper is made of."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page

from agencies.models import Agency
from paper.contents import (
    AgencyLine,
    Answer,
    Case,
    ChannelRow,
    Code,
    FactLine,
    FeeLine,
    Header,
    LawLine,
    LocalNote,
    PaperLine,
    Sheet,
    Stamp,
    Step,
)
from posting.notes.shown import Note
from posting.place.place import is_handed_in_at
from posting.rules.commune_role import role_of
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.temporary_code import said
from procedures_catalog.known_offices import Directory
from procedures_catalog.page_context import facts_of
from procedures_catalog.page_sources import filing_on
from procedures_catalog.presenting.listed_only import ListedOnly
from procedures_catalog.presenting.papers import IN_DATABASE, Offered
from procedures_catalog.presenting.sources import UNVERIFIED, Source, unverified_labels
from procedures_catalog.store.at_centres import communes_take_provincial

Facts = Mapping[str, Any]


def sheet_of(
    page: Page,
    record: ProcedureRecord,
    forms: Offered,
    on: date,
    header: Header,
    code: Code,
    stamp: Stamp,
    counter: Agency | None = None,
    known: Directory | None = None,
    note: Note | None = None,
) -> Sheet:
    """Everything that the page says, but when it came to the portal; `page` comes from `public.with_everything`,
    `record` is what holds on that day.

    `counter` is the office in the header. Where the procedure is handed in at "the commune's centre" and that is it,
    the sheet says so with its address, which the page, made for every commune, cannot, and a scan there does; so it
    does of the commune's police, by `known`, the registry's offices. `note` is the commune's own.
    """
    facts = facts_of(page, record, forms, header.hotline, on, known)
    here = _here(counter, page, record, on, known) if counter else ()
    return Sheet(
        header=header,
        code=code,
        stamp=stamp,
        name=page.told_name,
        procedure_code=said(page.code),
        official_name=page.official_name or page.title,
        level=", ".join(facts["levels"]),
        state=" ".join(filter(None, (state_sentence(facts["state"]), _listed_only(facts["listed_only"])))),
        answers=tuple(_answer(answer, here) for answer in facts["answers"]),
        cases=tuple(map(_case, facts["cases"])),
        channels=tuple(_channel(channel) for channel in facts["channels"]),
        steps=tuple(Step(step["name"], tuple(step["paragraphs"])) for step in facts["steps"]),
        results=facts["results"],
        refusals=facts["refusals"],
        applicants=tuple(facts["applicants"]),
        conditions=tuple(facts["conditions"]),
        receiving_place=_places(facts, here),
        agencies=tuple(_agencies(group) for group in facts["agency_groups"]),
        local_notes=tuple(LocalNote(note["label"], note["text"], note["source"]) for note in facts["overlay_notes"]),
        coming=(*map(_earlier, facts["earlier"]), *map(_coming, facts["announced"])),
        commune_note=LocalNote(note.label, note.text) if note else None,
        legal_bases=tuple(_law(basis) for basis in facts["legal_bases"]),
        identity=facts["identity"],
        sources=tuple(FactLine(source.label, source.text) for source in facts["sources"]),
        unverified=_unverified(facts["sources"]),
    )


def _unverified(sources: Iterable[Source]) -> str:
    """What a sheet says of the parts that nobody has verified, whatever of them it prints."""
    labels = unverified_labels(sources)
    return f"{UNVERIFIED.capitalize()}: {'; '.join(labels)}. Hỏi lại nơi nộp trước khi làm theo." if labels else ""


def _listed_only(listed: ListedOnly | None) -> str:
    """What a sheet says of an entry of the list, instead of parts without content."""
    return f"{listed.text} {listed.elsewhere.removesuffix('.')}." if listed else ""


def _earlier(note: Facts) -> LocalNote:
    """That dossiers of before keep the earlier rule, which the page of that day tells."""
    return LocalNote(note["label"], f"{note['text']} Xem quy định cũ khi quét mã.")


def _coming(note: Facts) -> LocalNote:
    """What will say something else: from when, what, by which document."""
    source = f" ({note['source']})" if note["source"] else ""
    return LocalNote(note["days"].capitalize(), f"{note['label']}: {note['text']}{source}")


def _here(counter: Agency, page: Page, record: ProcedureRecord, on: date, known: Directory | None) -> tuple[str, ...]:
    """The counter and its address where people hand in there, else the one office of that commune where they do."""
    deciding, filing = record.competent or record.executing, filing_on(page, record, on)
    role = role_of(filing, deciding, communes_take_provincial(on))
    if is_handed_in_at(counter, role):
        return role.counter(counter.name), known.addressed(counter.address) if known else counter.address
    if not known or role.kind != "elsewhere" or counter.unit is None:
        return ()
    others = known.shown(known.offices.all_meant(filing.offices, counter.unit.code))
    return tuple(filter(None, (role.counter(others[0]["name"]), _reached(others[0])))) if len(others) == 1 else ()


def _reached(office: Facts) -> str:
    """Address and telephone in a line."""
    return " · ".join(filter(None, (office["address"], "".join(piece.text for piece in office["phone"]))))


def _places(facts: Facts, here: tuple[str, ...]) -> tuple[str, ...]:
    """The stated place, and the offices that the registry knows; else the office here, else the place that the answer
    names."""
    offices = [] if here else [(office["name"], _reached(office)) for office in facts["known_offices"]]
    known = (f"{name}: {how}" for name, how in offices if how)
    return (*facts["receiving_address"], *known) or here or _usual_place(facts["answers"])


def _usual_place(answers: Iterable[Any]) -> tuple[str, ...]:
    """The place that the answer names where the record has no address; () where it names none."""
    known = (answer for answer in answers if answer.key == "where" and answer.known)
    return tuple(text for answer in known for text in (answer.text, answer.detail) if text)


def state_sentence(state: Facts) -> str:
    """What is to be said of a procedure that is not simply in force; "" of one that is."""
    return "" if state["kind"] == "current" else f"{state['label']}. {state['text']}".strip()


def _answer(answer: Any, here: tuple[str, ...]) -> Answer:
    text, detail = here if here and answer.key == "where" else (answer.text, answer.detail)
    return Answer(answer.question, text, detail, answer.local, answer.verified)


def _case(case: Facts) -> Case:
    papers = tuple(_paper(paper) for paper in case["papers"])
    return Case(papers=papers, name=case["short_name"], count=case["count_label"] if case["short_name"] else "")


def _paper(paper: Facts) -> PaperLine:
    form = (paper["form"] or {}).get("title", "") or "; ".join(map(_where_to_have, _short_numbers(paper)))
    asked = " ".join(filter(None, (paper["how_label"], paper["count_label"])))
    count = IN_DATABASE if paper["in_database"] else asked
    return PaperLine(paper["name"], count, form, paper["is_note"], paper["is_conditional"], paper["in_database"])


def _short_numbers(paper: Facts) -> list[Facts]:
    """The forms whose address somebody may type: "/bieu-mau/ct01", not one with a document's number in it."""
    return [form for form in paper["named_forms"] if form["is_own"]]


def _where_to_have(form: Facts) -> str:
    """Whether the portal holds its file changes from day to day and the paper hangs for long, so it tells the page that
    knows."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
    return f"{form['number']} – tải hoặc hỏi nơi lấy ở {host}{form['url'].rstrip('/')}"


def _channel(channel: Facts) -> ChannelRow:
    fees = tuple(map(_fee, channel["fees"]))
    return ChannelRow(channel["label"], channel["time"]["text"], fees, tuple(channel["notes"]))


def _fee(fee: Facts) -> FeeLine:
    basis = f"Căn cứ: {fee['basis']}" if fee["basis"] else ""
    return FeeLine(fee["text"], "; ".join(filter(None, (fee["note"], basis))))


def _agencies(group: Facts) -> AgencyLine:
    return AgencyLine(group["label"], tuple(agency["name"] for agency in group["items"]))


def _law(basis: Facts) -> LawLine:
    return LawLine(basis["title"], basis["number"], (basis["status"] or {}).get("label", ""))
