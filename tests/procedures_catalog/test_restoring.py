"""A page is brought to say what a version said: its own text whole, of a national one what the province may say."""

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from legal_documents.models import LegalDocumentPage
from procedures_catalog.facts.held import effective_record, official_record
from procedures_catalog.facts.overlay import PARTS
from procedures_catalog.models import (
    ApplicantKind,
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureLegalBasis,
    ProcedureLevel,
    ProcedurePage,
    PublishedVersion,
    Sector,
)
from procedures_catalog.presenting.fingerprints import PART_LABELS
from procedures_catalog.restoring import restored
from tests.clock import today
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
WORDS = ("diều", "sáo", "gió", "dây", "thẻ", "mây")
#: What belongs to the state in a national procedure and has no place in the province's layer; where no address is
#: stated, the place to go follows from the level.
OF_THE_STATE = {
    "where",
    "official_name",
    "code",
    "level",
    "sector",
    "carried_out",
    "agencies",
    "applicants",
    "law",
    "decision",
    "local",
}


def _versions() -> list[PublishedVersion]:
    return list(PublishedVersion.objects.filter(identity__page__code=CODE).order_by("number"))


def _publish(page: ProcedurePage, **values: Any) -> None:
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def _own() -> ProcedurePage:
    """The same procedure, if it were the province's own."""
    page = published(CODE)
    page.levels.update(layer="local")
    _publish(page_of(CODE), layer="local")
    return page_of(CODE)


def _lay(page: ProcedurePage, part: str, value: Any, decision: str = "7/QĐ-UBND", **days: Any) -> None:
    """The province's own text over a part, in place of what it said of it before."""
    blocks = [block for block in page.overlay.raw_data if block["type"] != part]
    laid = {"type": part, "value": {"value": value, "decision": decision, **days}, "id": f"lop-{part}"}
    page.overlay = [*blocks, laid]


# --- Histories ------------------------------------------------------------------------------------


class History:
    """Changes a page at random, as editors and imports do."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311

    def change(self, page: ProcedurePage) -> None:
        """A few changes of one publishing."""
        changes = (
            self._text, self._stream, self._order, self._rows, self._columns, self._layer, self._no_layer, self._days,
        )  # fmt: skip
        for change in self.chance.sample(changes, self.chance.randint(1, 4)):
            change(page)

    def _words(self) -> str:
        return " ".join(self.chance.sample(WORDS, 3))

    def _text(self, page: ProcedurePage) -> None:
        name = self.chance.choice(("official_name", "conditions", "receiving_address", "decision_number", "title"))
        setattr(page, name, self._words())

    def _stream(self, page: ProcedurePage) -> None:
        what, name = self.chance.choice(((("steps", 0), "text"), (("cases", 0), "name"), (("channels", 1), "notes")))
        raw = getattr(page, what[0]).raw_data
        value = raw[min(what[1], len(raw) - 1)]["value"]
        value[name] = [{"type": "item", "value": self._words()}] if name == "notes" else self._words()
        if what[0] == "cases":
            value["named"] = True

    def _order(self, page: ProcedurePage) -> None:
        stream = getattr(page, self.chance.choice(("steps", "channels")))
        children = list(stream.raw_data)
        if self.chance.random() < 0.5 and len(children) > 1:
            children.pop()
        else:
            children.append({**children[0], "id": f"moi-{self.chance.random()}"})
        self.chance.shuffle(children)
        while stream.raw_data:
            del stream.raw_data[0]
        for child in children:
            stream.raw_data.append(child)

    def _rows(self, page: ProcedurePage) -> None:
        kind, _ = ApplicantKind.objects.get_or_create(name=self.chance.choice(WORDS))
        match self.chance.randint(0, 4):
            case 0:
                page.applicants = [ProcedureApplicant(kind=kind)]
            case 1:
                page.legal_bases = [ProcedureLegalBasis(title=self._words(), number="1/2026/QH16")]
            case 2:
                role = self.chance.choice(("executing", "competent", "authorised", "receiving"))
                rest = [row for row in page.agencies.all() if row.role != role]
                page.agencies = [*rest, ProcedureAgency(role=role, name=self._words())]
            case 3:
                page.levels = [ProcedureLevel(level=self.chance.choice(("commune", "province")), layer=page.layer)]
            case 4:
                page.sector, _ = Sector.objects.get_or_create(name=self._words())

    def _columns(self, page: ProcedurePage) -> None:
        page.everyday_names = self._words()
        page.online_level = self.chance.choice(("", "full", "partial"))
        page.filing_url = f"https://nop.example/{self.chance.choice('abc')}"

    def _layer(self, page: ProcedurePage) -> None:
        part = self.chance.choice(("conditions", "receiving_address", "steps", "channels"))
        value = self._words() if PARTS[part] is PARTS["conditions"] else list(getattr(page, part).raw_data)[:1]
        days = self.chance.choice(({}, {"valid_from": "2099-01-01"}, {"valid_to": "2001-01-01"}))
        _lay(page, part, value, self._words(), **days)

    def _no_layer(self, page: ProcedurePage) -> None:
        page.overlay = []

    def _days(self, page: ProcedurePage) -> None:
        page.valid_to = self.chance.choice((None, date(2026, 6, 1), date(2099, 1, 1)))


def _differing(one: PublishedVersion, other: PublishedVersion) -> set[str]:
    return {part for part in PART_LABELS if one.parts[part] != other.parts[part]}


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("layer", ["local", "national"])
def test_once_published_a_restored_page_is_read_as_the_version_was_but_for_what_was_said(seed, layer):
    _own() if layer == "local" else published(CODE)
    history = History(seed)
    for _ in range(5):
        page = page_of(CODE)
        history.change(page)
        _publish(page)
    versions = _versions()
    assert len(versions) > 3
    for version in history.chance.sample(versions, 3):
        page = page_of(CODE)
        missing = restored(page, version.shown(), today())
        assert page.unfinished() == {}
        _publish(page)
        differing = _differing(version, _versions()[-1])
        assert {PART_LABELS[part] for part in differing} == set(missing)
        assert differing <= (OF_THE_STATE if layer == "national" else set())


# --- One thing at a time --------------------------------------------------------------------------


def test_of_a_national_procedure_the_layer_says_what_the_state_no_longer_does():
    page = published(CODE)
    official = page.conditions
    _publish(page, conditions="Có dây.")
    page = page_of(CODE)
    assert restored(page, _versions()[0].shown(), today()) == ("Quyết định riêng của tỉnh",)
    assert (page.conditions, effective_record(page, today()).conditions) == ("Có dây.", official)


def test_where_the_state_says_it_again_the_layer_goes():
    page = published(CODE)
    _lay(page, "conditions", "Có dây dù.")
    _publish(page)
    page = page_of(CODE)
    assert restored(page, _versions()[0].shown(), today()) == ()
    (block,) = page.overlay.raw_data
    assert (block["value"]["value"], block["value"]["valid_to"]) == ("Có dây dù.", today().isoformat())


def test_a_part_of_the_layer_comes_back_with_its_decision():
    page = published(CODE)
    _lay(page, "conditions", "Có dây dù.", "9/QĐ-UBND")
    _publish(page)
    _publish(page_of(CODE), overlay=[])
    page = page_of(CODE)
    assert restored(page, _versions()[1].shown(), today()) == ()
    (block,) = page.overlay.raw_data
    assert (block["type"], block["value"]["value"], block["value"]["decision"]) == (
        "conditions", "Có dây dù.", "9/QĐ-UBND",
    )  # fmt: skip


def test_what_the_layer_says_from_that_day_on_ends_what_it_said_and_leaves_what_is_announced():
    page = published(CODE)
    _publish(page, conditions="Có dây.")
    page = page_of(CODE)
    for text, begins, ends in (("Có dây dù.", None, "2099-01-01"), ("Có dây thừng.", "2099-01-01", None)):
        value = {"value": text, "decision": "", "valid_from": begins, "valid_to": ends}
        page.overlay.raw_data.append({"type": "conditions", "value": value, "id": text})
    _publish(page)
    page = page_of(CODE)
    restored(page, _versions()[0].shown(), today())
    said = [
        block["value"] for block in sorted(page.overlay.raw_data, key=lambda block: block["value"]["valid_to"] or "x")
    ]
    assert [(each["value"], each["valid_from"], each["valid_to"]) for each in said] == [
        ("Có dây dù.", None, today().isoformat()),
        ("Có diều.", today().isoformat(), "2099-01-01"),
        ("Có dây thừng.", "2099-01-01", None),
    ]
    assert page.unfinished() == {}


def test_what_the_layer_says_already_keeps_its_days():
    page = published(CODE)
    _lay(page, "conditions", "Có dây dù.", valid_from="2026-01-01")
    _lay(page, "receiving_address", "Nhà Gió", valid_from="2099-01-01")
    _publish(page)
    _publish(page_of(CODE), title="Thẻ diều")
    page = page_of(CODE)
    before = list(page.overlay.raw_data)
    assert restored(page, _versions()[1].shown(), today()) == ()
    assert sorted(page.overlay.raw_data, key=str) == sorted(before, key=str)


def test_parts_come_back_under_their_ids_also_those_that_were_deleted():
    page = _own()
    before = official_record(page)
    del page.steps.raw_data[0]
    del page.cases.raw_data[0]["value"]["papers"][0]
    _publish(page)
    page = page_of(CODE)
    restored(page, _versions()[-2].shown(), today())
    after = official_record(page)
    assert [step.id for step in after.steps] == [step.id for step in before.steps]
    assert [paper.id for paper in after.cases[0].papers] == [paper.id for paper in before.cases[0].papers]


def test_fees_that_are_to_come_come_back_too():
    page = _own()
    fees = page.channels.raw_data[0]["value"]["fees"]
    fees.append({"type": "item", "value": {"amount": 70_000, "valid_from": "2099-01-01"}, "id": "phi-moi"})
    _publish(page)
    page = page_of(CODE)
    fees = page.channels.raw_data[0]["value"]["fees"]
    del fees[1]
    _publish(page)
    page = page_of(CODE)
    assert restored(page, _versions()[-2].shown(), today()) == ()
    assert [fee.amount for fee in official_record(page).channels[0].fees] == [50_000, 70_000]


def test_what_stands_on_a_day_that_has_passed_is_said():
    page = _own()
    shown = _versions()[-1].shown()
    ended = replace(shown.record.channels[0].fees[0], valid_to="2026-01-01")
    channels = (replace(shown.record.channels[0], fees=(ended,)), *shown.record.channels[1:])
    then = replace(shown, record=replace(shown.record, channels=channels))
    assert restored(page, then, today()) == ("Phí, lệ phí",)


def test_an_abolition_is_taken_back_with_its_successor():
    other = published("1.100002")
    page = _own()
    _publish(page, valid_to=today() - timedelta(days=1), successor=other)
    page = page_of(CODE)
    assert restored(page, _versions()[-2].shown(), today()) == ()
    assert (page.valid_to, page.successor_id) == (None, None)


def test_a_successor_that_is_gone_is_said():
    page = _own()
    shown = replace(_versions()[-1].shown(), successor=123_456)
    assert restored(page, shown, today()) == ("Tình trạng",)


def test_the_text_of_a_page_that_was_taken_down_comes_back_and_it_is_said_that_this_alone_publishes_nothing():
    page = published(CODE)
    page.unpublish()
    page = page_of(CODE)
    page.conditions = "Có dây."
    assert restored(page, _versions()[-1].shown(), today()) == ("Tình trạng", "Quyết định riêng của tỉnh")


def test_a_sector_that_the_portal_no_longer_knows_is_said():
    page = _own()
    shown = _versions()[-1].shown()
    then = replace(shown, record=replace(shown.record, sector="Lĩnh vực đã bỏ", applicants=("Người đã đi",)))
    assert restored(page, then, today()) == ("Lĩnh vực", "Đối tượng thực hiện")


def test_a_legal_basis_keeps_the_document_that_an_editor_chose(portal):
    page = _own()
    title = page.legal_bases.first().title
    law = portal[1].add_child(instance=LegalDocumentPage(title="Luật khác", number="7/2020/QH99", kind="law"))
    ProcedureLegalBasis.objects.filter(page=page).update(document=law)
    page = page_of(CODE)
    restored(page, _versions()[-1].shown(), today())
    assert [(row.title, row.document_id) for row in page.legal_bases.all()] == [(title, law.pk)]


def test_nothing_is_saved():
    page = _own()
    _publish(page, conditions="Có dây.")
    versions, revisions = len(_versions()), page.revisions.count()
    restored(page_of(CODE), _versions()[0].shown(), today())
    assert (len(_versions()), page.revisions.count(), page_of(CODE).conditions) == (versions, revisions, "Có dây.")
