"""A dossier in reading order: sections, cases, what some bring, notes."""

from procedures_catalog.facts.dossier.arranging import arranged
from procedures_catalog.facts.dossier.labels import Label
from procedures_catalog.facts.record import Case, RequiredDocument


def _case(name: str | None, *papers: str) -> Case:
    return Case(name, tuple(RequiredDocument(paper, int(not paper.startswith("!"))) for paper in papers))


def _shown(*cases: Case) -> list[tuple[str, list[str]]]:
    return [(part.name, [paper.paper.name for paper in part.papers]) for part in arranged(cases)]


def test_what_some_bring_stands_behind_what_everybody_brings():
    assert _shown(_case(None, "Trường hợp có gió thì nộp dây", "Đơn", "!Ghi nhớ", "Ảnh")) == [
        ("", ["Đơn", "!Ghi nhớ", "Ảnh", "Trường hợp có gió thì nộp dây"])
    ]


def test_in_how_many_sets_it_is_handed_in_stands_behind_all_papers():
    rows = ("* Số lượng hồ sơ: 01 (một) bộ.", "Đơn", "Nếu có gió thì nộp dây", "!Số lượng: 02 bộ")
    assert _shown(_case(None, *rows)) == [("", [rows[1], rows[2], rows[0], rows[3]])]


def test_rows_that_number_themselves_stand_in_the_order_of_their_numbers():
    assert _shown(_case(None, "b) Ảnh", "c) Dây", "a) Đơn")) == [("", ["a) Đơn", "b) Ảnh", "c) Dây"])]
    assert _shown(_case(None, "2. Ảnh", "Dây", "1. Đơn")) == [("", ["2. Ảnh", "Dây", "1. Đơn"])]


def test_sections_come_before_cases_and_notes_last():
    shown = _shown(
        _case("Lưu ý", "!Giữ dây"),
        _case("Đối với cá nhân", "Thẻ"),
        _case("Giấy tờ phải xuất trình", "Hộ chiếu"),
        _case("Đối với tổ chức", "Giấy phép"),
        _case("Giấy tờ phải nộp", "Đơn"),
    )
    assert [name for name, _ in shown] == [
        "Giấy tờ phải nộp",
        "Giấy tờ phải xuất trình",
        "Đối với cá nhân",
        "Đối với tổ chức",
        "Lưu ý",
    ]


def test_a_form_among_the_notes_is_handed_in_and_the_one_on_a_screen_only_there():
    notes = _case(
        "Lưu ý:", "!Giữ dây", "Mẫu hộ tịch điện tử tương tác (nếu nộp trực tuyến)", "Tờ khai (nếu nộp trực tiếp)"
    )
    parts = arranged((_case("Giấy tờ phải nộp:", "Giấy chứng sinh"), notes))
    assert [(p.paper.name[:8], p.is_conditional, p.how) for p in parts[0].papers] == [
        ("Tờ khai ", False, "submit"),
        ("Giấy chứ", False, "submit"),
        ("Mẫu hộ t", True, "submit"),
    ]
    assert [paper.paper.name for paper in parts[1].papers] == ["!Giữ dây"]
    first, *_ = arranged((_case("Giấy tờ phải xuất trình", "Hộ chiếu"), notes))
    assert (first.name, first.place) == ("Giấy tờ phải nộp", -1)


def test_a_form_on_a_screen_is_everybodys_where_there_is_no_other():
    [part] = arranged((_case(None, "Mẫu hộ tịch điện tử tương tác", "Ảnh"),))
    assert [paper.is_conditional for paper in part.papers] == [False, False]


def test_the_name_of_the_only_one_makes_no_case_of_it():
    [part] = arranged((_case("Trường hợp cấp mới", "Đơn"),))
    assert part.label == Label("section")
    [part] = arranged((_case("Giấy tờ phải xuất trình", "Hộ chiếu"),))
    assert part.papers[0].how == "show"


def test_one_case_beside_sections_is_what_some_bring_or_a_part():
    base = _case("Giấy tờ phải nộp", "Đơn")
    assert arranged((base, _case("Đối với tàu mới", "Biên bản")))[1].label == Label("section", "", "if")
    assert arranged((base, _case("Hồ sơ kỹ thuật", "Bản vẽ")))[1].label == Label("section")


def test_notes_that_hold_all_the_papers_are_a_section():
    parts = arranged((_case("Lưu ý", "Đơn", "Ảnh"), _case("Giấy tờ phải nộp", "!Theo quy định")))
    assert [sum(paper.is_asked for paper in part.papers) for part in parts if part.name == "Lưu ý"] == [2]


def test_what_the_office_writes_is_a_case_where_there_is_nothing_else():
    parts = arranged((_case("Hồ sơ trình phê duyệt nhiệm vụ", "Tờ trình"), _case("Hồ sơ trình thẩm định", "Tờ trình")))
    assert {part.label for part in parts} == {Label("case")}


def test_nobody_is_asked_for_what_the_state_has_in_a_database():
    [part] = arranged(
        (Case(None, (RequiredDocument("Giấy khai sinh", 1, in_database=True), RequiredDocument("Đơn", 1))),)
    )
    assert [paper.is_asked for paper in part.papers] == [False, True]
