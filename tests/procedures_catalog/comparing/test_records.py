"""A comparison shows the rows that a citizen would read differently, in Vietnamese, and no others."""

import dataclasses

import pytest

from procedures_catalog.comparing.records import RowChange, compare_records
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

DAYS = TimeLimit("5", "working_day")
HELD = ProcedureRecord(
    "1.100001",
    "Cấp thẻ thả diều",
    levels=("commune",),
    channels=(
        Channel("direct", DAYS, (Fee(50_000, "mỗi thẻ", id="f1"), Fee(None, "Theo biểu phí")), id="c1"),
        Channel("postal", DAYS, (Fee(50_000, "mỗi thẻ"),), id="c2"),
        Channel("online", TimeLimit("3", "day"), (Fee(0, "Miễn phí"),), id="c3"),
    ),
    cases=(
        Case("Diều lớn", (RequiredDocument("Đơn", 1), RequiredDocument("Ảnh", 0, 2)), "k1"),
        Case("Diều nhỏ", (RequiredDocument("Đơn", 1),), "k2"),
    ),
    steps=(Step("Bước 1", "Nộp đơn", "*", "s1"), Step("Bước 2", "Nhận thẻ", "*", "s2"), Step("", "Thả diều")),
    results=("Thẻ thả diều", "Sổ thả diều"),
    legal_bases=(LegalBasis("Luật Diều", "1/2020/QH14"), LegalBasis("Luật Gió")),
    applicants=("Công dân", "Tổ chức"),
)


def changed(**values) -> dict[str, tuple[RowChange, ...]]:
    """Part → rows between the held record and one with other values."""
    return {part.key: part.rows for part in compare_records(HELD, dataclasses.replace(HELD, **values))}


def channel(place: int, **values) -> tuple[Channel, ...]:
    channels = list(HELD.channels)
    channels[place] = dataclasses.replace(channels[place], **values)
    return tuple(channels)


def words(row: RowChange) -> str:
    signs = {"gone": "[-{}-]", "new": "[+{}+]", "same": "{}", "cut": "…"}
    return " ".join(signs[piece.kind].format(piece.text) for piece in row.pieces)


def test_equal_records_differ_in_nothing():
    assert compare_records(HELD, HELD) == ()


def test_one_changed_fee_is_one_row_with_one_word_marked():
    rows = changed(channels=channel(0, fees=(Fee(60_000, "mỗi thẻ"), HELD.channels[0].fees[1])))
    assert [(row.label, row.kind, words(row)) for row in rows.pop("channels")] == [
        ("Trực tiếp · Phí, lệ phí", "changed", "[-50.000-] [+60.000+] đồng (mỗi thẻ)")
    ]
    assert not rows


def test_a_channel_that_went_is_told_with_all_it_said():
    (row,) = changed(channels=(HELD.channels[0], HELD.channels[2]))["channels"]
    assert (row.label, row.kind) == ("Bưu chính", "gone")
    assert row.pieces[0].text == "Thời hạn: 5 ngày làm việc\nPhí, lệ phí: 50.000 đồng (mỗi thẻ)"


def test_dates_basis_and_the_reduced_limit_are_written_as_vietnamese_write_them():
    fee = Fee(0, "Miễn phí", legal_basis="Nghị quyết 5", valid_from="2027-03-01", valid_to="2028-01-01")
    rows = changed(channels=channel(2, fees=(fee,), reduced=TimeLimit("1.5", "working_day")))["channels"]
    text = " ".join(map(words, rows))
    assert "áp dụng từ 01/03/2027 đến hết 31/12/2027" in text
    assert "Căn cứ: Nghị quyết 5" in text
    assert "1,5 ngày làm việc" in text
    assert [row.label for row in rows] == ["Trực tuyến · Thời hạn tỉnh đã cắt giảm", "Trực tuyến · Phí, lệ phí"]


@pytest.mark.parametrize(
    "values",
    [
        {"steps": tuple(dataclasses.replace(step, id="x", marker="-") for step in HELD.steps)},
        {"channels": channel(1, fees=(Fee(50_000, "mỗi  thẻ", wording="50000 VNĐ (mỗi  thẻ)", apart=True),))},
        {"legal_bases": HELD.legal_bases[::-1]},
        {"applicants": HELD.applicants[::-1]},
        {"results": ("Thẻ thả\r\ndiều", "Sổ thả diều ")},
    ],
    ids=["ids and list signs", "source wording", "order of laws", "order of applicants", "white space"],
)
def test_what_no_reader_sees_is_no_row(values):
    assert changed(**values) == {}


def test_a_paper_that_changed_is_shown_within_its_case():
    cases = (Case("Diều lớn", (RequiredDocument("Đơn", 1), RequiredDocument("Ảnh màu", 0, 2))), HELD.cases[1])
    (row,) = changed(cases=cases)["cases"]
    assert (row.label, words(row)) == ("Diều lớn · Giấy tờ", "[-Ảnh;-] [+Ảnh màu;+] 2 bản sao")


def test_a_form_is_told_by_its_name():
    cases = (Case("Diều lớn", (RequiredDocument("Đơn", 1, form=7), RequiredDocument("Ảnh", 0, 2))), HELD.cases[1])
    (part,) = compare_records(HELD, dataclasses.replace(HELD, cases=cases), {7: "Mẫu 01.docx"})
    assert "mẫu: Mẫu 01.docx" in words(part.rows[0])


def test_a_step_put_in_front_leaves_the_others_unmarked():
    rows = changed(steps=(Step("Bước 0", "Chuẩn bị diều"), *HELD.steps))["steps"]
    assert [(row.label, row.kind) for row in rows] == [("Bước thứ 1", "new")]


def test_moved_rows_are_not_shown_as_changed_but_their_new_order_is_told_where_it_matters():
    assert changed(steps=HELD.steps[::-1])["steps"] == (RowChange("Thứ tự", "moved"),)


def test_a_renamed_case_is_a_changed_name_and_its_papers_stay():
    cases = (Case("Diều rất lớn", HELD.cases[0].papers, "k1"), HELD.cases[1])
    assert [(row.label, words(row)) for row in changed(cases=cases)["cases"]] == [("Tên", "Diều [+rất+] lớn")]


def test_a_long_text_with_hundreds_of_changes_is_compared_in_one_go():
    text = [f"chữ{number % 400}" for number in range(5_000)]
    other = [word if number % 7 else f"{word}x" for number, word in enumerate(text)]
    rows = (
        changed(steps=(Step("", " ".join(text)),)),
        compare_records(
            dataclasses.replace(HELD, steps=(Step("", " ".join(text)),)),
            dataclasses.replace(HELD, steps=(Step("", " ".join(other)),)),
        ),
    )
    assert [row.kind for row in rows[1][0].rows] == ["changed"]


def test_every_fact_that_a_page_shows_is_compared():
    compared = {name: changed(**{name: value}) for name, value in EVERY_FACT.items()}
    assert all(compared.values()), [name for name, rows in compared.items() if not rows]
    left = {field.name for field in dataclasses.fields(ProcedureRecord) if field.compare} - EVERY_FACT.keys()
    assert not left


EVERY_FACT = {
    "code": "1.100002",
    "name": "Cấp thẻ thả diều lớn",
    "sector": "Diều",
    "decision_number": "1/QĐ-UBND",
    "levels": ("commune", "province"),
    "kind": "local",
    "steps": (),
    "applicants": (),
    "executing": ("Ủy ban",),
    "competent": ("Ủy ban",),
    "authorised": ("Ủy ban",),
    "cooperating": ("Ủy ban",),
    "receiving_address": "Quầy 1",
    "results": (),
    "conditions": "Có gió",
    "keywords": "diều",
    "description": "Diều",
    "channels": (),
    "cases": (),
    "legal_bases": (),
    "everyday_names": ("thẻ diều",),
    "online_level": "full",
    "filing_url": "https://nop.example",
    "reason_partial": "fault",
    "reason_partial_basis": "Luật Gió",
    "blanks": ("forms.none",),
}
