"""Each line means one procedure, or a person is asked: nothing is guessed."""

import pytest
from django.core.management import CommandError, call_command

from decisions.lines.kinds import Kind
from decisions.lines.reading import Line
from decisions.matching import Matched, match
from tests.procedures_catalog.factories import bring, national_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NAME = "Cấp giấy phép vận tải"


@pytest.fixture(autouse=True)
def held(portal) -> None:
    """Two procedures."""
    names = {"1.000001": NAME, "1.000002": "Gia hạn giấy chứng nhận"}
    bring(*[national_row(code, **{"Tên thủ tục": name}) for code, name in names.items()])


def of(code: str, name: str, kind: Kind = Kind.AMENDED) -> Matched:
    return match([Line(row=2, kind=kind, code=code, name=name)])[0]


def test_a_known_code_and_its_name_ask_nothing():
    found = of("1.000001", "thủ tục cấp giấy phép vận tải")
    assert (found.held.code, found.line.asks) == ("1.000001", ())


def test_a_name_that_is_anothers_is_asked_about():
    assert f"cổng gọi thủ tục mang mã này là “{NAME}”" in of("1.000001", "Khai thác thủy sản").line.asks


def test_a_name_that_differs_by_one_word_that_says_something_is_asked_about():
    for name in ("Cấp lại giấy phép vận tải", "Thu hồi giấy phép vận tải", "Cấp giấy phép vận tải biển"):
        found = of("1.000001", name)
        assert f"cổng gọi thủ tục mang mã này là “{NAME}”" in found.line.asks
        assert (found.is_sure, [each.code for each in found.may_be]) == (False, ["1.000001"])


def test_a_name_that_another_code_has_says_which_even_where_only_the_level_differs():
    bring(national_row("1.000003", **{"Tên thủ tục": f"{NAME} (cấp xã)"}))
    found = of("1.000001", f"{NAME} (cấp xã)")
    assert "tên ở dòng này là của thủ tục mang mã 1.000003" in found.line.asks[0]
    assert [each.code for each in found.may_be] == ["1.000001", "1.000003"]


@pytest.mark.parametrize("name", [f"Thủ tục {NAME.upper()}.", "Cấp gi ấy phép vận tải", f"{NAME} (cấp tỉnh)"])
def test_case_points_levels_and_torn_syllables_ask_nothing(name):
    assert (of("1.000001", name).line.asks, of("1.000001", name).is_sure) == ((), True)


def test_without_a_code_the_name_proposes_and_a_person_confirms():
    found = of("", NAME)
    assert found.held is None
    assert [each.code for each in found.may_be] == ["1.000001"]
    assert "hãy xác nhận" in found.line.asks[0]


def test_a_code_that_nobody_knows_is_right_for_a_new_procedure_alone():
    assert of("1.999999", "Việc chưa ai biết", Kind.NEW).line.asks == ()
    assert "danh mục không có mã này" in of("1.999999", "Việc chưa ai biết").line.asks
    assert of("1.999999", NAME, Kind.NEW).may_be[0].code == "1.000001"


def test_a_new_procedure_that_stands_already_is_asked_about():
    assert "ghi là mới ban hành nhưng danh mục đã có mã này" in of("1.000001", NAME, Kind.NEW).line.asks


def test_two_lines_of_one_code_ask_which_counts():
    lines = [Line(row=row, kind=Kind.AMENDED, code="1.000001", name=NAME) for row in (2, 5)]
    asked = "mã 1.000001 có ở nhiều dòng: dòng 2 (sửa đổi, bổ sung); dòng 5 (sửa đổi, bổ sung)"
    assert all(asked in each.line.asks for each in match(lines))


def test_a_hundred_lines_cost_no_more_questions_than_one(django_assert_num_queries):
    lines = [Line(row=row, kind=Kind.AMENDED, code="", name=f"{NAME} {row}") for row in range(100)]
    with django_assert_num_queries(2):
        match(lines[:1])
    with django_assert_num_queries(2):
        match(lines)


def test_the_command_reports_and_changes_nothing(tmp_path, capsys):
    table = tmp_path / "phu-luc.csv"
    table.write_text(
        f"Loại,Mã TTHC,Tên TTHC\nbãi bỏ,1.000001,{NAME}\nmới,1.999999,Việc mới tinh\nbãi bỏ,9.999999,Không có\n",
        encoding="utf-8",
    )
    call_command("read_decision", table)
    said = capsys.readouterr().out
    assert "Đọc được 3 dòng." in said
    assert "Tìm thấy trong danh mục: 1." in said
    assert "dòng 4: 9.999999 “Không có” – danh mục không có mã này" in said


def test_what_is_no_appendix_is_refused_in_words(tmp_path):
    (tmp_path / "khac.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(CommandError, match="Không tìm thấy dòng tiêu đề"):
        call_command("read_decision", tmp_path / "khac.csv")
