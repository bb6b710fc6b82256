"""An appendix becomes lines of a decision: each with what it was, what it means, and what it asks."""

import pytest

from agencies.models import Agency
from audit.models import LogRow
from decisions.files.rows import HandedIn, pasted_rows
from decisions.lines.columns import NoHeadings
from decisions.matching import CLOSED, NOT_OWN
from decisions.models import DecisionLine
from decisions.remarks import remarks_of
from decisions.taking_in import MOST_LINES, AlreadyThereError, TooManyLinesError, held_against, take_in
from procedures_catalog.files.lists.row import Row
from procedures_catalog.models import ProcedurePage
from tests.decisions.factories import CODE, NAME, OTHER, OTHER_CODE, TABLE, decision, identity_of, line, two_procedures
from tests.procedures_catalog.factories import page_of, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture(autouse=True)
def catalogue(portal) -> None:
    two_procedures()


def asks(of) -> list[tuple[str, ...]]:
    return [each.line.asks for each in held_against(of, list(of.lines.all()))]


def said_of(of) -> list[str]:
    """The remarks on its appendices, by the lines that stand."""
    return remarks_of(of, list(of.lines.all()))


def test_what_code_and_name_say_is_noted_and_a_name_alone_waits_for_a_person():
    made = decision()
    assert take_in(made, pasted_rows(TABLE)) == 2
    sure, unsure = made.lines.all()
    assert (sure.identity_id, unsure.identity_id) == (identity_of(CODE), None)
    assert asks(made) == [(), ("không có mã, tìm theo tên: hãy xác nhận",)]


def test_a_second_appendix_stands_behind_the_first_and_both_are_told_in_the_log():
    made = decision()
    take_in(made, pasted_rows(TABLE))
    take_in(made, pasted_rows(f"Loại\tMã TTHC\tTên TTHC\nbãi bỏ\t{OTHER_CODE}\t{OTHER}\n"))
    assert [each.place for each in made.lines.all()] == [1, 2, 3]
    assert LogRow.objects.filter(action="decision.lines").count() == 2


def test_the_same_appendix_is_not_taken_in_twice():
    made = decision()
    take_in(made, pasted_rows(TABLE))
    with pytest.raises(AlreadyThereError, match="Phụ lục này đã được thêm: 2 dòng"):
        take_in(made, pasted_rows(TABLE))
    assert made.lines.count() == 2


def test_what_is_to_be_said_of_the_table_stays_with_the_decision():
    made = decision()
    take_in(made, pasted_rows(f"Mã TTHC\tTên TTHC\nTHỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH (03 TTHC)\n{CODE}\t{NAME}\n"))
    made.refresh_from_db()
    said = "“THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH (03 TTHC)” ghi 3 thủ tục, bên dưới có {} dòng"
    assert said_of(made) == [said.format(1)]
    line(made, kind="abolished", code="", name="Bãi bỏ việc lạ")
    assert said_of(made) == [said.format(1)]
    line(made, kind="new", code="", name="Việc lạ")
    assert said_of(made) == [said.format(2)]
    line(made, kind="new", code="", name="Việc lạ nữa")
    assert said_of(made) == []
    made.lines.filter(name=NAME).delete()
    assert said_of(made) == [said.format(2)]


def test_lines_with_fees_are_counted_as_they_stand():
    made = decision()
    take_in(made, pasted_rows(f"Loại\tMã TTHC\tTên TTHC\tPhí\nsửa đổi\t{CODE}\t{NAME}\t5.000 đồng\n"))
    made.refresh_from_db()
    assert [said.partition(":")[0] for said in said_of(made)] == ["1 dòng có ghi phí, lệ phí"]
    made.lines.update(note="")
    assert said_of(made) == []


def test_what_stands_for_a_kind_and_is_none_that_is_known_is_kept():
    made = decision()
    take_in(made, pasted_rows(f"{TABLE}điều chỉnh\t\tViệc lạ\n"))
    *known, unknown = made.lines.all()
    assert [each.kind_written for each in known] == ["", ""]
    assert (unknown.kind, unknown.kind_written) == ("", "điều chỉnh")


def test_torn_syllables_are_kept_as_they_were_beside_the_name():
    made = decision()
    take_in(made, pasted_rows(f"Loại\tMã TTHC\tTên TTHC\nsửa đổi\t{CODE}\tCấp gi ấy phép thả diều\n"))
    (kept,) = made.lines.all()
    assert (kept.name, kept.name_written) == (NAME, "Cấp gi ấy phép thả diều")
    assert kept.repairs == [["gi ấy", "giấy"]]


def test_nothing_is_added_of_what_cannot_be_read_or_is_too_much():
    made = decision()
    with pytest.raises(NoHeadings):
        take_in(made, HandedIn((Row(1, ("a", "b")),)))
    line(made, place=MOST_LINES - 1)
    with pytest.raises(TooManyLinesError):
        take_in(made, pasted_rows(TABLE))
    assert made.lines.count() == 1


def test_what_a_person_has_confirmed_asks_no_more_which_procedure_is_meant(django_user_model):
    person = django_user_model.objects.create_user("nguoi-soan")
    made = decision()
    take_in(made, pasted_rows(TABLE))
    unsure = made.lines.last()
    unsure.identity_id, unsure.confirmed_by, unsure.confirmed_at = identity_of(OTHER_CODE), person, made.made_at
    unsure.save()
    assert asks(made) == [(), ()]


def test_one_procedure_in_two_lines_is_asked_about_unless_they_go_together():
    together, apart = decision(), decision()
    for kind in ("amended", "cut"):
        line(together, kind=kind)
    for kind in ("amended", "abolished"):
        line(apart, kind=kind)
    assert asks(together) == [(), ()]
    assert all("có ở nhiều dòng" in why for (why,) in asks(apart))


def test_a_replacement_says_what_it_takes_the_place_of():
    made = decision()
    line(made, kind="replaced", code="1.999999", name="Việc mới")
    line(made, kind="replaced", code="1.999998", name="Việc mới khác", replaces="1.000001, 9.999999")
    said, named = asks(made)
    assert "chưa rõ thủ tục này thay thế thủ tục nào" in said[0]
    assert named == ("không có thủ tục mang mã 9.999999, ghi là được thay thế",)


def test_a_decision_of_one_agency_asks_about_what_another_keeps_and_tells_no_name_that_is_not_public():
    own, other = Agency.objects.create(name="Sở Gió"), Agency.objects.create(name="Sở Mây")
    page_of(CODE).move(shelf(own), pos="last-child")
    page_of(OTHER_CODE).move(shelf(other), pos="last-child")
    made = decision(agency=own)
    line(made)
    line(made, code=OTHER_CODE, name=OTHER)
    assert asks(made) == [(), (NOT_OWN,)]
    ProcedurePage.objects.filter(code=OTHER_CODE).update(live=False)
    line(made, code="", name=OTHER)
    _, closed, by_name = asks(made)
    assert closed == (CLOSED,)
    assert by_name == ("không có mã, danh mục không có tên này",)


def test_a_hundred_lines_cost_no_more_questions_than_one(django_assert_num_queries):
    made = decision()
    lines = [line(made, code="", name=f"{NAME} {row}") for row in range(100)]
    with django_assert_num_queries(2):
        held_against(made, lines[:1])
    with django_assert_num_queries(2):
        held_against(made, lines)


def test_lines_are_read_as_long_as_their_columns_are():
    made = decision()
    take_in(made, pasted_rows(f"Loại\tMã TTHC\tTên TTHC\tGhi chú\nsửa đổi\t{CODE}\t{NAME}\t{'rất dài ' * 2_000}\n"))
    assert len(DecisionLine.objects.get().note) == 5_000
