"""The lines in which a procedure tells of itself: what is known, and of what should be told that it is not."""

import dataclasses

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.identity import identity_lines
from tests.procedures_catalog.importing.full_record import FULL

PARTLY = dataclasses.replace(FULL, online_level="partial")


def lines(record: ProcedureRecord, title: str = "Thả diều", former: tuple[str, ...] = (), local: str = ""):
    return {line.label: line.text for line in identity_lines(title, record, former, local)}


def test_a_procedure_without_an_official_name_is_called_by_its_title():
    assert lines(ProcedureRecord("1.100001", ""))["Tên chính thức"] == "Thả diều"
    assert lines(FULL)["Tên chính thức"] == FULL.name


def test_what_should_be_told_and_is_not_is_called_so_and_the_rest_is_left_out():
    assert lines(ProcedureRecord("1.100001", "Thả diều")) == {
        "Tên chính thức": "Thả diều",
        "Mã thủ tục": "1.100001",
        "Quyết định công bố": "Chưa công bố",
    }


def test_why_it_is_only_partly_online_is_told_beside_that_alone():
    known = lines(PARTLY)
    assert known["Lý do chỉ trực tuyến một phần"].startswith("Cơ quan nhà nước phải thẩm tra")
    assert known["Căn cứ của lý do"] == "Điều 7 Luật Diều"
    unknown = lines(dataclasses.replace(PARTLY, reason_partial="", reason_partial_basis=""))
    assert unknown["Lý do chỉ trực tuyến một phần"] == "Chưa công bố"
    assert "Căn cứ của lý do" not in unknown
    assert not {"Lý do chỉ trực tuyến một phần", "Căn cứ của lý do"} & lines(FULL).keys()


def test_the_decision_of_the_province_stands_before_the_ministrys_and_alone_where_that_is_not_known():
    new = lines(ProcedureRecord("1.100001", "Thả diều"), local="7/QĐ-UBND")
    assert {label: text for label, text in new.items() if "Quyết định" in label} == {"Quyết định công bố": "7/QĐ-UBND"}
    both = dataclasses.replace(FULL, decision_number="9/QĐ-BGIO")
    said = [(label, text) for label, text in lines(both, local="7/QĐ-UBND").items() if "Quyết định" in label]
    assert said == [("Quyết định công bố của tỉnh", "7/QĐ-UBND"), ("Quyết định công bố", "9/QĐ-BGIO")]


def test_codes_of_before_follow_the_code():
    labels = list(lines(FULL, former=("BTP-277", "B-1")))
    assert labels[labels.index("Mã thủ tục") + 1] == "Mã trước đây"
