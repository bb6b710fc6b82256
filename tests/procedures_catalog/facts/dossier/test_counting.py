"""How many papers: sections add up, cases are alternatives, and what only some bring is counted apart."""

import pytest

from procedures_catalog.facts.dossier.arranging import arranged
from procedures_catalog.facts.dossier.counting import said, said_of
from procedures_catalog.facts.record import Case, RequiredDocument

FORM, PHOTO, NOTE = RequiredDocument("Đơn", 1), RequiredDocument("Ảnh", 0, 2), RequiredDocument("Ghi nhớ")
SOME, OTHER = RequiredDocument("Trường hợp có gió: dây", 1), RequiredDocument("Áo mưa, nếu mưa", 1)


@pytest.mark.parametrize(
    ("cases", "text"),
    [
        ([Case(None, (NOTE, FORM, PHOTO))], "2 loại giấy tờ"),
        ([Case(None, (FORM, SOME, OTHER))], "1 loại giấy tờ, thêm 2 tùy trường hợp"),
        ([Case(None, (SOME, OTHER))], "Đến 2 loại giấy tờ, tùy trường hợp"),
        ([Case("a", (FORM,)), Case("b", (FORM, PHOTO))], "1 đến 2 loại giấy tờ, tùy 2 trường hợp"),
        ([Case("a", (FORM,)), Case("b", (PHOTO,))], "1 loại giấy tờ, tùy 2 trường hợp"),
        ([Case("a", (FORM, PHOTO, SOME)), Case("b", (SOME, OTHER))],
         "1 đến 2 loại giấy tờ, tùy 2 trường hợp, có thể thêm"),
        ([Case("a", (FORM, SOME)), Case("b", (NOTE,))], "1 loại giấy tờ, tùy 2 trường hợp, có thể thêm"),
        (
            [Case("Giấy tờ nộp", (FORM, PHOTO, SOME)), Case("Giấy tờ xuất trình", (PHOTO,)), Case("Lưu ý", (NOTE,))],
            "2 giấy tờ nộp, 1 giấy tờ xuất trình, thêm 1 tùy trường hợp",
        ),
        ([Case(None, (FORM,)), Case("Đối với cá nhân", (PHOTO,)), Case("Đối với tổ chức", (PHOTO, FORM))],
         "2 đến 3 loại giấy tờ, tùy 2 trường hợp"),
        ([Case("Đề nghị", (FORM,)), Case("Hoàn thiện sau họp", (FORM, PHOTO))], "1 loại giấy tờ, 2 ở bước sau"),
        ([Case("Hồ sơ của tổ chức nộp", (FORM,)), Case("Hồ sơ trình phê duyệt", (FORM, PHOTO))], "1 loại giấy tờ"),
        ([Case(None, (FORM, RequiredDocument("Giấy khai sinh", 1, in_database=True)))], "1 loại giấy tờ"),
        ([Case(None, (FORM, RequiredDocument("- Đơn;", 1), PHOTO))], "2 loại giấy tờ"),
        ([Case(None, (NOTE,))], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_the_whole_dossier_in_a_line(cases, text):
    assert said(arranged(cases)) == text


def test_beside_the_name_of_a_part_stands_what_it_asks_for():
    first, second = arranged([Case("Giấy tờ phải nộp", (FORM, SOME)), Case("Trường hợp ủy quyền nộp hồ sơ", (PHOTO,))])
    assert (said_of(first), said_of(second)) == ("1 loại giấy tờ, thêm 1 tùy trường hợp", "1 loại giấy tờ")
