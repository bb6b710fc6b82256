"""Says how well the finder answers who asks for an office, a form, a document or a decision of this portal."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from agencies.models import AdministrativeUnit, Agency, UnitSuccession
from agencies.models.unit import UnitKind
from legal_documents.models import LegalDocumentPage
from pages.published import published
from procedures_catalog.facts.forms.asked import number_asked
from procedures_catalog.forms.library import form_asked
from procedures_catalog.models import LibraryForm, ProcedurePage
from search.feed.engine import ENGINES, engine
from search.finder import Circumstances, find
from search.judging import ways
from search.judging.figures import figures
from search.judging.halves import HALVES, halves
from search.judging.questions import FIRST, Answered, Judged, ask, without_marks

#: So many questions of each kind.
OFFICES, OLD_COMMUNES, FORMS, DOCUMENTS, DECISIONS = 120, 24, 24, 16, 16


class Command(BaseCommand):
    """`manage.py evaluate_offices [--engine …] [--misses]`: figures as JSON on standard output, for all and by half.

    The questions are made of the portal's own rows and of ways to ask that are written by hand
    (`search.judging.ways`); they are divided by what they ask for. A question is answered by the lines that the page
    shows, the form that stands above them among them. `--misses` also tells the questions of the first half that are
    not answered first; those of the second only check.
    """

    help = "Đo khả năng tìm cơ quan, biểu mẫu, văn bản, quyết định bằng câu hỏi lập từ chính dữ liệu của cổng."

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("--engine", choices=ENGINES, help="chỉ mục nào; để trống là chỉ mục đang dùng")
        parser.add_argument("--misses", action="store_true", help="liệt kê câu của nửa thứ nhất chưa được trả lời đầu")

    def handle(self, *args: Any, **options: Any) -> None:
        """Asks everything twice: as it was typed, and with its marks stripped."""
        on, name = timezone.localdate(), options["engine"]
        divided = halves(list(_questions(on)))
        find("khai sinh", on, under=Circumstances(index=engine(name)))  # the first question also opens the index
        asked = {half: _asked(divided[half], on, name) for half in HALVES}
        stripped = {half: _asked(map(without_marks, divided[half]), on, name) for half in HALVES}
        told = {
            "as_typed": figures(_all(asked)),
            "without_marks": figures(_all(stripped)),
            "halves": {half: figures(asked[half])["all"] for half in HALVES},
        }
        missed = {"misses": _misses((*asked[1], *stripped[1]))} if options["misses"] else {}
        self.stdout.write(json.dumps(told | missed, indent=2, ensure_ascii=False))


def _asked(questions: Iterable[Judged], on: date, name: str | None) -> list[Answered]:
    return list(ask(questions, lambda text: _lines(text, on, name)))


def _lines(text: str, on: date, name: str | None) -> list[str]:
    """The addresses of what the page shows, from the top."""
    form = form_asked(text, on)
    hits = find(text, on, limit=FIRST, under=Circumstances(index=engine(name))).results.hits
    return [*([form["url"]] if form else []), *(hit.url for hit in hits)]


def _all(by_half: Mapping[int, list[Answered]]) -> list[Answered]:
    return [one for half in HALVES for one in by_half[half]]


def _misses(answered: Iterable[Answered]) -> list[str]:
    return [f"{one.judged.kind}: {one.judged.text} ({one.place})" for one in answered if one.place != 1]


# --- The questions --------------------------------------------------------------------------------


def _questions(on: date) -> Iterator[Judged]:
    agencies = Agency.objects.in_force(on).order_by("pk")
    yield from ways.offices({one.name: frozenset([one.get_absolute_url()]) for one in agencies}, OFFICES)
    yield from ways.old_communes(_of_old_communes(on), OLD_COMMUNES)
    yield from ways.forms(_forms(), FORMS)
    yield from ways.documents(_documents(), DOCUMENTS)
    yield from ways.decisions(_decisions(), DECISIONS)


def _of_old_communes(on: date) -> Mapping[str, ways.Answers]:
    """Kind of office → name of a commune that is no more, nor any of its name → the offices on its ground."""
    communes = AdministrativeUnit.objects.filter(kind=UnitKind.COMMUNE)
    current = set(communes.in_force(on).values_list("name", flat=True))
    old = [one for one in communes.order_by("pk") if not one.is_in_force(on) and one.name not in current]
    heirs = UnitSuccession.objects.standing_in([one.pk for one in old], on)
    offices = Agency.objects.in_force(on).filter(kind__in=ways.IN_OLD_COMMUNES).exclude(unit=None)
    there = defaultdict(list)
    for office in offices:
        there[office.unit_id, office.kind].append(office.get_absolute_url())
    found: dict[str, dict[str, frozenset[str]]] = {kind: defaultdict(frozenset) for kind in ways.IN_OLD_COMMUNES}
    for kind in found:
        for one in old:
            found[kind][one.name] |= {address for heir in heirs[one.pk] for address in there[heir, kind]}
    return {kind: {name: some for name, some in by_name.items() if some} for kind, by_name in found.items()}


def _forms() -> ways.Answers:
    forms = {one.number: one for one in LibraryForm.objects.public() if number_asked(one.number) == one.key}
    return {number: frozenset([forms[number].get_absolute_url()]) for number in ways.spread(forms, FORMS)}


def _documents() -> ways.Answers:
    pages = {page.title: page for page in published(LegalDocumentPage.objects)}
    return {title: frozenset([pages[title].get_url()]) for title in ways.spread(pages, DOCUMENTS)}


def _decisions() -> ways.Answers:
    naming = defaultdict(set)
    for page in published(ProcedurePage.objects).exclude(decision_number=""):
        naming[page.decision_number].add(page.get_url())
    return {number: frozenset(naming[number]) for number in ways.spread(naming, DECISIONS)}
