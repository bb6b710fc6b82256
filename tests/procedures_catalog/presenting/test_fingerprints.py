"""Digests of what citizens are shown: blind to how it is kept, wide awake to what it says."""

import dataclasses
import datetime
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.record import (
    Case,
    Channel,
    Fee,
    LegalBasis,
    ProcedureRecord,
    RequiredDocument,
    Step,
    TimeLimit,
)
from procedures_catalog.presenting.fingerprints import (
    FACE_PARTS,
    PART_LABELS,
    face,
    part_digests,
    short_texts,
)
from procedures_catalog.presenting.shown import STATES, Shown

RECORD = ProcedureRecord(
    code="1.100001",
    name="Cấp thẻ thả diều",
    sector="Diều, sáo",
    decision_number="12/QĐ-BVC",
    levels=("commune",),
    steps=(Step("Bước 1: Nộp đơn", "Mang đơn đến quầy."), Step("Bước 2: Nhận thẻ")),
    applicants=("Công dân", "Doanh nghiệp"),
    executing=("Ủy ban nhân dân cấp xã",),
    competent=("Chủ tịch",),
    receiving_address="Nhà Gió, số 1",
    results=("Thẻ thả diều", "Sổ diều"),
    conditions="Có diều.",
    channels=(
        Channel("direct", TimeLimit("5", "working_day"), (Fee(50_000, "mỗi thẻ"),), ("Mang bản gốc.",)),
        Channel("online", TimeLimit("3", "day"), (Fee(0, "không thu phí"),)),
    ),
    cases=(Case("Lần đầu", (RequiredDocument("Đơn đề nghị", 1), RequiredDocument("Ảnh cánh diều", 0, 2))),),
    legal_bases=(LegalBasis("Luật Diều", "99/2020/QH99"), LegalBasis("Nghị định Sáo", "1/2021/NĐ-CP")),
    online_level="partial",
)
SHOWN = Shown("Cấp thẻ thả diều", RECORD, "in_force", ("commune",))


def _changed(shown: Shown = SHOWN, **record: Any) -> set[str]:
    """The parts that differ from SHOWN's once the record's fields are replaced."""
    before, after = part_digests(SHOWN), part_digests(dataclasses.replace(shown, record=_replaced(shown, record)))
    return {part for part in PART_LABELS if before[part] != after[part]}


def _replaced(shown: Shown, record: dict[str, Any]) -> ProcedureRecord:
    return dataclasses.replace(shown.record, **record)


def _faces(shown: Shown) -> dict[str, str]:
    parts = part_digests(shown)
    return {name: face(parts, name) for name in FACE_PARTS}


# --- What makes no difference ---------------------------------------------------------------------


def _everywhere(value: Any, change) -> Any:
    """The same with every text changed and every id of a part replaced."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_everywhere(item, change) for item in value)
    if dataclasses.is_dataclass(value):
        keys = {"channel", "unit", "number", "code", "levels", "online_level"}
        names = [field.name for field in dataclasses.fields(value) if field.name not in keys]
        return dataclasses.replace(value, **{name: _everywhere(getattr(value, name), change) for name in names})
    return value


def _spaced(text: str) -> str:
    return f" {text.replace(' ', '  ')}\u00a0" if text else text


@pytest.mark.parametrize(
    "change",
    [_spaced, lambda text: unicodedata.normalize("NFD", text), lambda text: f"\u200b{text}" if text else ""],
    ids=["white space", "ways to compose letters", "invisible characters"],
)
def test_noise_of_formatting_is_no_change(change):
    noisy = dataclasses.replace(SHOWN, record=_everywhere(RECORD, change), title=change(SHOWN.title))
    assert part_digests(noisy) == part_digests(SHOWN)


def test_ids_of_parts_are_no_change():
    steps = tuple(dataclasses.replace(step, id=f"id-{number}") for number, step in enumerate(RECORD.steps))
    papers = tuple(dataclasses.replace(paper, id="khac") for paper in RECORD.cases[0].papers)
    cases = (dataclasses.replace(RECORD.cases[0], papers=papers, id="truong-hop"),)
    channels = tuple(dataclasses.replace(channel, id="cach") for channel in RECORD.channels)
    assert not _changed(steps=steps, cases=cases, channels=channels)


def test_the_order_of_what_has_no_order_is_no_change():
    assert not _changed(legal_bases=RECORD.legal_bases[::-1], applicants=RECORD.applicants[::-1])


def test_what_only_the_finder_reads_is_no_change():
    assert not _changed(keywords="diều giấy", description="Mô tả khác")


def test_an_unnamed_case_and_one_with_an_empty_name_look_alike():
    papers = RECORD.cases[0].papers
    unnamed, empty = (dataclasses.replace(RECORD, cases=(Case(name, papers),)) for name in (None, ""))
    assert part_digests(dataclasses.replace(SHOWN, record=unnamed)) == part_digests(
        dataclasses.replace(SHOWN, record=empty)
    )


def test_what_a_form_is_called_is_no_change():
    assert not _changed(dataclasses.replace(SHOWN, forms=((7, "Tờ khai thả diều"),)))


# --- What makes one -------------------------------------------------------------------------------

_DIRECT, _ONLINE = RECORD.channels
_CASE = RECORD.cases[0]
CHANGES = [
    ({"code": "1.100002"}, {"code"}),
    ({"name": "Cấp thẻ thả diều sáo"}, {"official_name"}),
    ({"sector": "Diều"}, {"sector"}),
    ({"decision_number": "13/QĐ-BVC"}, {"decision"}),
    ({"steps": RECORD.steps[::-1]}, {"steps"}),
    ({"applicants": ("Công dân",)}, {"applicants"}),
    ({"executing": ("Phòng Tư pháp",)}, {"agencies"}),
    ({"executing": ("Sở Gió",)}, {"agencies", "level"}),
    ({"receiving_address": "Nhà Gió, số 2"}, {"where"}),
    ({"results": ("Thẻ thả diều",)}, {"result"}),
    ({"conditions": "Có diều và dây."}, {"conditions"}),
    ({"legal_bases": RECORD.legal_bases[:1]}, {"law"}),
    ({"online_level": "full"}, {"online"}),
    ({"filing_url": "https://dieu.example/nop"}, {"online"}),
    ({"everyday_names": ("xin thả diều",)}, {"everyday_names"}),
    ({"cases": (dataclasses.replace(_CASE, papers=_CASE.papers[:1]),)}, {"papers"}),
    (
        {"cases": (dataclasses.replace(_CASE, papers=(RequiredDocument("Đơn đề nghị", 2), _CASE.papers[1])),)},
        {"papers"},
    ),
    (
        {"cases": (dataclasses.replace(_CASE, papers=(RequiredDocument("Đơn đề nghị", 1, 0, 7), _CASE.papers[1])),)},
        {"papers"},
    ),
    ({"cases": (dataclasses.replace(_CASE, name="Cấp lại"),)}, {"papers"}),
    ({"channels": (dataclasses.replace(_DIRECT, time_limit=TimeLimit("4", "working_day")), _ONLINE)}, {"time"}),
    ({"channels": (dataclasses.replace(_DIRECT, reduced=TimeLimit("2", "working_day")), _ONLINE)}, {"time"}),
    ({"channels": (dataclasses.replace(_DIRECT, fees=(Fee(60_000, "mỗi thẻ"),)), _ONLINE)}, {"fee"}),
    ({"channels": (dataclasses.replace(_DIRECT, fees=(Fee(50_000, "mỗi sổ"),)), _ONLINE)}, {"fee"}),
    ({"channels": (dataclasses.replace(_DIRECT, notes=()), _ONLINE)}, {"notes"}),
    ({"channels": (_DIRECT,)}, {"time", "fee", "notes"}),
]


@pytest.mark.parametrize(("record", "parts"), CHANGES)
def test_a_change_of_a_fact_shows_in_its_part_and_in_no_other(record, parts):
    assert _changed(**record) == parts


@pytest.mark.parametrize(
    ("values", "parts"),
    [
        ({"title": "Thẻ diều"}, {"name"}),
        ({"state": "abolished"}, {"state"}),
        ({"state": "in_force", "successor": 7}, {"state"}),
        ({"levels": ("province",)}, {"carried_out", "level"}),
        ({"valid_from": datetime.date(2027, 1, 1)}, {"validity"}),
        ({"valid_to": datetime.date(2027, 1, 1)}, {"validity"}),
        ({"receiving": ("Phòng Tư pháp",)}, {"agencies"}),
        ({"local": (("channels", "7/QĐ-UBND"),)}, {"local"}),
        ({"law_states": (("Luật Diều", "Hết hiệu lực"),)}, {"law"}),
        ({"local_decision": "7/QĐ-UBND"}, {"decision"}),
        ({"ending_decision": "9/QĐ-UBND"}, {"ended_by"}),
        ({"local_decision": f" {RECORD.decision_number}\n"}, set()),
    ],
)
def test_so_does_a_change_of_what_stands_beside_the_record(values, parts):
    assert _changed(dataclasses.replace(SHOWN, **values)) == parts


def test_the_level_that_is_told_is_the_one_where_it_is_handed_in():
    police = dataclasses.replace(
        SHOWN, record=_replaced(SHOWN, {"receiving_address": "", "executing": ("Công an tỉnh",)})
    )
    assert [short_texts(one)["level"] for one in (SHOWN, police)] == ["Cấp xã", "Cấp tỉnh"]
    assert part_digests(police)["level"] != part_digests(SHOWN)["level"]


def test_without_an_address_where_to_go_follows_from_the_level():
    homeless = dataclasses.replace(SHOWN, record=_replaced(SHOWN, {"receiving_address": "", "executing": ()}))
    one, other = (part_digests(dataclasses.replace(homeless, levels=(level,))) for level in ("commune", "province"))
    assert one["where"] != other["where"]


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_conditions_have_one_digest_only_when_they_read_the_same(one, other):
    def read(text):
        return " ".join(unicodedata.normalize("NFC", text).split())

    first, second = (
        part_digests(dataclasses.replace(SHOWN, record=_replaced(SHOWN, {"conditions": text})))["conditions"]
        for text in (one, other)
    )
    if read(one) == read(other):
        assert first == second
    if one.isascii() and other.isascii() and one.isprintable() and other.isprintable() and read(one) != read(other):
        assert first != second


# --- Faces ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("record", "parts"), CHANGES)
def test_a_face_changes_exactly_when_one_of_its_parts_does(record, parts):
    before, after = _faces(SHOWN), _faces(dataclasses.replace(SHOWN, record=_replaced(SHOWN, record)))
    for name, shown in FACE_PARTS.items():
        assert (before[name] != after[name]) is bool(parts & set(shown))


def test_letter_case_of_a_name_makes_no_paper_wrong():
    louder = dataclasses.replace(
        SHOWN, title=SHOWN.title.upper(), record=_replaced(SHOWN, {"name": "CẤP THẺ THẢ DIỀU"})
    )
    assert _faces(louder) == _faces(SHOWN)


def test_a_name_that_the_portal_shortens_otherwise_today_makes_no_paper_wrong():
    official = ". THỦ TỤC CẤP THẺ THẢ DIỀU SÁO;"
    before, after, typed = (
        part_digests(dataclasses.replace(SHOWN, title=title, record=dataclasses.replace(RECORD, name=official)))
        for title in (official, "Cấp thẻ thả diều sáo", "Thẻ diều")
    )
    assert before == after
    assert before["name"] != typed["name"]


def test_each_wider_face_shows_all_that_the_narrower_one_does():
    assert set(FACE_PARTS["name"]) < set(FACE_PARTS["short"]) < set(FACE_PARTS["full"]) == set(PART_LABELS)


def test_a_board_stays_right_when_a_fee_changes():
    dearer = _replaced(SHOWN, {"channels": (dataclasses.replace(_DIRECT, fees=(Fee(90_000),)), _ONLINE)})
    assert _faces(dataclasses.replace(SHOWN, record=dearer))["name"] == _faces(SHOWN)["name"]


def test_digests_are_sixteen_characters_long_as_the_columns_are():
    assert {len(digest) for digest in (*part_digests(SHOWN).values(), *_faces(SHOWN).values())} == {16}


# --- In words -------------------------------------------------------------------------------------


def test_short_texts_tell_the_five_answers_and_who_it_is():
    texts = short_texts(dataclasses.replace(SHOWN, valid_from=datetime.date(2026, 7, 1)))
    assert texts["name"] == "Cấp thẻ thả diều"
    assert texts["papers"] == "2 loại giấy tờ"
    assert texts["fee"] == "50.000 đồng (mỗi thẻ; trực tiếp); Không thu phí (trực tuyến)"
    assert texts["level"] == "Cấp xã"
    assert texts["state"] == "Đang áp dụng"
    assert texts["validity"] == "áp dụng từ 01/07/2026"
    assert texts["online"] == "Trực tuyến một phần"


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_words(state):
    assert short_texts(dataclasses.replace(SHOWN, state=state))["state"]


def test_every_short_text_belongs_to_a_part():
    assert set(short_texts(SHOWN)) <= set(PART_LABELS)
