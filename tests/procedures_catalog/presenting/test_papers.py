"""The papers of a procedure as its page shows them."""

from procedures_catalog.facts.record import Case, RequiredDocument
from procedures_catalog.presenting.papers import case_items, case_menu

FORM, PHOTO = RequiredDocument("Đơn", 1, 2, form=7), RequiredDocument("Ảnh", 0, 1, form=8)


def test_papers_say_how_many_and_headings_do_not():
    papers = (RequiredDocument("Giấy tờ phải nộp"), FORM, PHOTO)
    [case] = case_items([Case(" Diều lớn ", papers)], {7: {"title": "Mẫu đơn", "url": "/mau"}})
    assert (case["name"], case["short_name"], case["count_label"]) == ("Diều lớn", "Diều lớn", "2 loại giấy tờ")
    assert [paper["count_label"] for paper in case["papers"]] == ["", "1 bản chính, 2 bản sao", "1 bản sao"]
    assert [paper["is_note"] for paper in case["papers"]] == [True, False, False]
    assert [paper["form"] for paper in case["papers"]] == [None, {"title": "Mẫu đơn", "url": "/mau"}, None]


def test_each_paper_says_what_to_do_with_it_where_its_section_or_its_words_say_so():
    shown = RequiredDocument("Xuất trình hộ chiếu", 1)
    submit, show = case_items(
        [Case("Giấy tờ phải nộp:", (FORM, shown)), Case("Giấy tờ phải xuất trình:", (PHOTO,))], {}
    )
    assert [paper["how_label"] for paper in (*submit["papers"], *show["papers"])] == ["nộp", "xuất trình", "xuất trình"]
    [case] = case_items([Case(None, (FORM,))], {})
    assert (case["short_name"], case["papers"][0]["how"]) == ("", "")


def test_what_the_state_has_in_a_database_is_shown_and_asked_of_nobody():
    [case] = case_items([Case(None, (RequiredDocument("Giấy khai sinh", 1, in_database=True),))], {})
    [paper] = case["papers"]
    assert (paper["in_database"], paper["is_note"], paper["how_label"], case["count_label"]) == (True, False, "", "")


def test_many_cases_have_a_menu_by_their_short_names_and_keep_their_whole_ones():
    cases = [Case(f"Trường hợp diều {size}", (FORM,)) for size in ("to", "vừa", "nhỏ", "tí hon")]
    items = case_items([*cases, Case("Lưu ý", (RequiredDocument("Giữ dây"),))], {})
    assert [choice["short_name"] for choice in case_menu(items)] == ["Diều to", "Diều vừa", "Diều nhỏ", "Diều tí hon"]
    assert (items[0]["name"], items[-1]["kind"]) == ("Trường hợp diều to", "note")
    assert case_menu(case_items(cases[:3], {})) == []


def test_a_section_without_a_name_among_others_is_called_what_it_is():
    first, second = case_items([Case(None, (FORM,)), Case("Đối với tổ chức", (PHOTO,))], {})
    assert (first["name"], first["short_name"], second["short_name"]) == ("", "Giấy tờ chung", "Đối với tổ chức")
