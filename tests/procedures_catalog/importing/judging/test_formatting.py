"""Formatting: white space, letter case, composition and the order of equal rows are no change, whatever is done."""

import dataclasses
import json
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
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
from procedures_catalog.files.open_file import text_lines
from procedures_catalog.files.read_national import read_object
from procedures_catalog.importing.judging.compare import differences, merged
from procedures_catalog.importing.judging.formatting import same_field, without_formatting
from tests.procedures_catalog.factories import case, channel, national, national_row
from tests.procedures_catalog.importing.meaning import MEANINGS
from tests.procedures_catalog.importing.noise import NOISES

MANY = national(
    **{
        "Trình tự thực hiện": "Nộp ở quầy:\n  * Bước 1: Nộp đơn\n    * Ngày chẵn\n    Mang đơn.\n  * Nhận thẻ, sáo",
        "Cấp thực hiện": "Cấp Tỉnh, Cấp Xã",
        "Cơ quan thực hiện": "Sở Văn hóa, Thể thao và Gió, Ủy ban nhân dân cấp xã",
        "Kết quả thực hiện": "Thẻ thả diều, nếu đủ gió\nGiấy phép sáo, nếu đủ hơi",
        "Cách thức thực hiện": [
            channel(fees=("50000 VNĐ (mỗi thẻ) | 0 VNĐ (trẻ em)",)),
            channel("ONLINE", "3 ngày", notes=("Qua mạng, có gió",)),
        ],
        "Thành phần hồ sơ": [
            case("Lần đầu", ("Đơn đề nghị", 1, 0), ("Ảnh cánh diều", 0, 2)),
            case("Phải xuất trình", ("Thẻ cũ", 1, 0)),
        ],
        "Căn cứ pháp lý": [{"ten": "Luật Diều", "so_hieu": "99/2020/QH99"}, {"ten": "Luật Sáo", "so_hieu": None}],
    }
)
HEADED = (
    RequiredDocument("Phải nộp:"),
    RequiredDocument("Đơn", 1),
    RequiredDocument("Ảnh", 2),
    RequiredDocument("Phải xuất trình:"),
    RequiredDocument("Thẻ", 1),
)


def _changed(raw, noisy) -> tuple[str, ...]:
    held, read = read_object(1, raw), read_object(1, noisy)
    return differences(held.record, read.record, held.known)


@pytest.mark.parametrize("kind", NOISES)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=15, deadline=None)
def test_noise_of_every_kind_changes_nothing(kind, seed):
    assert _changed(MANY, NOISES[kind](MANY, Random(seed))) == ()  # noqa: S311 - no secret


@pytest.fixture(scope="module")
def catalogue(shared_data) -> list[dict]:
    """The national file's objects, read and never imported."""
    path = shared_data / "procedures" / "national-2026-07.jsonl.gz"
    return [json.loads(line) for _, line in text_lines(path)]


@pytest.mark.shared
@given(seed=st.integers(0, 2**32), kinds=st.lists(st.sampled_from(list(NOISES)), min_size=1, max_size=3, unique=True))
@settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_mixture_of_noise_changes_a_real_record(catalogue, seed, kinds):
    random = Random(seed)  # noqa: S311 - no secret
    raw = noisy = random.choice(catalogue)
    for kind in kinds:
        noisy = NOISES[kind](noisy, random)
    assert _changed(raw, noisy) == ()


# --- What is more than formatting -----------------------------------------------------------------


@pytest.mark.shared
@given(seed=st.integers(0, 2**32), kind=st.sampled_from(list(MEANINGS)))
@settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_change_of_meaning_in_a_real_record_is_a_difference(catalogue, seed, kind):
    random = Random(seed)  # noqa: S311 - no secret
    raw = random.choice(catalogue)
    said = MEANINGS[kind](raw, random)
    assume(said is not None)
    assert _changed(raw, said) != ()


@pytest.mark.parametrize("kind", MEANINGS)
@given(seed=st.integers(0, 2**32), noise=st.sampled_from(list(NOISES)))
@settings(max_examples=15, deadline=None)
def test_a_change_of_meaning_is_found_below_noise(kind, seed, noise):
    random = Random(seed)  # noqa: S311 - no secret
    said = MEANINGS[kind](MANY, random)
    assert _changed(MANY, NOISES[noise](said, random)) != ()


def test_clauses_of_a_result_in_several_lines_have_an_order_and_a_list_of_results_has_none():
    def results(*said: str) -> ProcedureRecord:
        return dataclasses.replace(RECORD, results=said)

    assert same_field("results", results("Thẻ", "Giấy phép"), results("Giấy phép", "Thẻ"))
    assert not same_field("results", results("Đủ gió,\ncấp thẻ"), results("cấp thẻ,\nĐủ gió"))


RECORD = national_row(**MANY).record
CHANNEL = Channel("direct", TimeLimit("5", "working_day"), (Fee(50_000, "mỗi thẻ"),))
MORE = {
    "a letter": ("name", RECORD.name.replace("diều", "diêu")),
    "a sign": ("conditions", "Có diều!"),
    "a paper less": ("cases", RECORD.cases[:1]),
    "a paper twice": ("cases", (dataclasses.replace(RECORD.cases[0], papers=RECORD.cases[0].papers * 2),)),
    "one copy more": ("cases", (Case("Lần đầu", (RequiredDocument("Đơn đề nghị", 1, 1),)),)),
    "an amount": ("channels", (dataclasses.replace(CHANNEL, fees=(Fee(60_000, "mỗi thẻ"),)),)),
    "a unit": ("channels", (dataclasses.replace(CHANNEL, time_limit=TimeLimit("5", "day")),)),
    "steps in another order": ("steps", RECORD.steps[::-1]),
    "a level": ("levels", ("province",)),
    "an agency less": ("executing", RECORD.executing[:1]),
    "another number": ("legal_bases", (LegalBasis("Luật Diều", "98/2020/QH99"),)),
    "another address": ("filing_url", "https://nop.example/A"),
}


@pytest.mark.parametrize("kind", MORE)
def test_more_than_formatting_is_a_difference(kind):
    name, value = MORE[kind]
    assert not same_field(name, RECORD, dataclasses.replace(RECORD, **{name: value}))


def test_an_address_in_other_letters_is_another_address():
    one, other = (ProcedureRecord("1", "Diều", filing_url=f"https://nop.example/{end}") for end in "aA")
    assert not same_field("filing_url", one, other)


def _with_papers(*papers: RequiredDocument) -> ProcedureRecord:
    return dataclasses.replace(RECORD, cases=(Case(None, papers),))


def test_a_paper_below_another_heading_is_a_difference_and_the_order_below_one_is_none():
    held = _with_papers(*HEADED)
    assert same_field("cases", held, _with_papers(HEADED[0], HEADED[2], HEADED[1], *HEADED[3:]))
    assert same_field("cases", held, _with_papers(*HEADED[3:], *HEADED[:3]))
    assert not same_field("cases", held, _with_papers(HEADED[0], HEADED[4], *HEADED[2:4], HEADED[1]))


def test_a_list_whose_headings_head_nothing_has_no_groups():
    assert same_field("cases", _with_papers(*HEADED), _with_papers(*HEADED[::-1]))


def test_nothing_stated_in_any_letters_is_nothing_stated():
    assert without_formatting(" Không có\nThông Tin") == "khôngcóthôngtin"
    assert read_object(1, national(**{"Từ khóa": "không  có thông tin"})).record.keywords == ""


# --- Taking a change over -------------------------------------------------------------------------


def test_only_what_changed_is_taken_and_formatting_stays_as_it_was():
    read = national_row(**MANY | {"Tên thủ tục": RECORD.name.upper(), "Lĩnh vực": "Gió"}).record
    names = differences(RECORD, read, frozenset({"name", "sector", "steps"}))
    assert names == ("sector",)
    assert merged(RECORD, read, names) == dataclasses.replace(RECORD, sector="Gió")


def test_steps_stay_where_they_were_when_a_word_and_the_white_space_change():
    text = MANY["Trình tự thực hiện"].replace("Mang đơn.", "Mang đơn và ảnh.")
    moved = "\n".join(f" {line}" for line in text.split("\n")).replace("   * Nhận", "* Nhận")
    read = national_row(**MANY | {"Trình tự thực hiện": moved}).record
    assert [step.name for step in RECORD.steps] == ["", "Bước 1: Nộp đơn", "Nhận thẻ, sáo"]
    assert merged(RECORD, read, ("steps",)).steps == (
        RECORD.steps[0],
        Step("Bước 1: Nộp đơn", "* Ngày chẵn\nMang đơn và ảnh.", "*"),
        RECORD.steps[2],
    )
