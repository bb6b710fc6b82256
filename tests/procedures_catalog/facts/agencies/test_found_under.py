"""What a column holds of where a procedure is filed says the same as the rule, whatever levels hold on a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.agencies.filing import filing_of
from procedures_catalog.facts.agencies.found_under import found_under, levels_found
from procedures_catalog.facts.record import ProcedureRecord, Step
from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from tests.procedures_catalog.facts.agencies.judged_by_hand import JUDGED

NAMES = sorted({text.split("|")[0].strip() for text in JUDGED.values()})
ADDRESSES = (
    "",
    "Trung tâm Phục vụ hành chính công tỉnh/xã",
    "Trung tâm Phục vụ hành chính công",
    "Trung tâm hành chính công cấp huyện",
    "119 Nguyễn Sơn",
    "Công an cấp xã",
    "Văn phòng tiếp nhận và trả kết quả, số 10 đường Gió",
    "https://dichvucong.gov.vn",
)
SENTENCES = (
    "",
    "Cá nhân nộp hồ sơ đến Trung tâm Phục vụ hành chính công.",
    "Cá nhân nộp hồ sơ đến Bộ phận Một cửa hoặc Văn phòng đăng ký đất đai.",
    "Cá nhân nộp hồ sơ đến UBND cấp xã.",
    "Cá nhân nộp hồ sơ đến Cục Gió.",
    "Cá nhân nộp hồ sơ đến Công an cấp xã.",
)
names = st.lists(st.sampled_from(NAMES), max_size=3).map(tuple)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({}, ""),
        ({"executing": ("Chi cục Hải quan khu vực",)}, " other "),
        ({"executing": ("Sở Gió",)}, " province commune? "),
        ({"sector": "Thuế"}, " other "),
        ({"executing": ("Công an cấp xã",)}, " commune "),
        ({"executing": ("Cơ quan đại diện ngoại giao",)}, " "),
        ({"receiving_address": "Trung tâm Phục vụ hành chính công tỉnh/xã"}, " commune province "),
    ],
)
def test_the_text_says_what_holds_always_and_what_with_a_level(facts, text):
    assert found_under(ProcedureRecord("1.1", "a", **facts)) == text


@given(
    names,
    names,
    names,
    st.sampled_from(ADDRESSES),
    st.sampled_from(SENTENCES),
    st.sets(st.sampled_from(sorted(LEVELS))),
    st.booleans(),
)
def test_it_says_the_same_as_the_rule_on_any_day(executing, competent, receiving, address, told, levels, is_tax):
    named = {"executing": executing, "competent": competent, "receiving_address": address, "steps": (Step("", told),)}
    record = ProcedureRecord("1.1", "a", sector="Thuế" if is_tax else "Gió", **named)
    assert levels_found(found_under(record, receiving), levels) == filing_of(record, levels, receiving).levels


@pytest.mark.shared
def test_it_does_of_every_real_procedure(shared_data):
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    records = [row.record for row in rows if isinstance(row, ReadRow)]
    wrong = [r.code for r in records if levels_found(found_under(r), r.levels) != filing_of(r).levels]
    assert wrong == []
    assert max(len(found_under(record)) for record in records) < 60
