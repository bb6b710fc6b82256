"""One line at the desk: typed in, corrected, told which procedure it means, taken away."""

import pytest
from django.urls import reverse

from agencies.models import Agency, Role
from decisions.changing.planning import NO_PAGE
from decisions.desk.forms import CHANGED_BY_ANOTHER
from procedures_catalog.models import ProcedurePage
from tests.decisions.factories import CODE, NAME, OTHER, OTHER_CODE, decision, identity_of, line, two_procedures
from tests.editors import browser_of, member
from tests.procedures_catalog.factories import page_of, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def agency(portal) -> Agency:
    two_procedures()
    made = Agency.objects.create(name="Sở Gió")
    for code in (CODE, OTHER_CODE):
        page_of(code).move(shelf(made), pos="last-child")
    return made


@pytest.fixture
def made(agency):
    return decision(agency=agency)


@pytest.fixture
def writer(agency):
    return browser_of(member(Role.WRITER, agency))


def given(client, row, **changed):
    """What the form of a line sends that somebody has just opened."""
    form = client.get(reverse("decision_line", args=[row.decision_id, row.pk])).context["form"]
    return {name: form[name].value() or "" for name in form.fields} | {"is_not_cut": ""} | changed


def send(client, row, **changed):
    return client.post(reverse("decision_line", args=[row.decision_id, row.pk]), given(client, row, **changed))


def test_a_line_is_typed_in_by_hand_and_what_it_surely_means_is_noted(writer, made):
    address = reverse("decision_line_new", args=[made.pk])
    writer.post(address, {"kind": "abolished", "code": f"{CODE}.000.00.00.H01", "name": NAME, "luu": "1"})
    (row,) = made.lines.all()
    assert (row.code, row.row, row.identity_id) == (CODE, 0, identity_of(CODE))


def test_looking_for_a_procedure_keeps_what_was_typed_and_saves_nothing(writer, made):
    row = line(made, code="", name="Việc lạ")
    answer = send(writer, row, name="Việc lạ đang gõ", tim="1", q="bơi qua")
    assert "Việc lạ đang gõ" in answer.content.decode()
    assert [page.code for page in answer.context["found"]] == [OTHER_CODE]
    row.refresh_from_db()
    assert row.name == "Việc lạ"


def test_enter_behind_new_words_looks_for_them_and_saving_afterwards_saves(writer, made):
    row = line(made, code="", name="Việc lạ")
    typed = {"note": "Đã xem.", "luu": "1", "q": "bơi"}
    assert [page.code for page in send(writer, row, **typed, looked="").context["found"]] == [OTHER_CODE]
    assert send(writer, row, **typed, looked="bơi").status_code == 302


def test_a_person_says_which_procedure_a_line_means(writer, made):
    row = line(made, code="", name=OTHER)
    send(writer, row, **{"thu-tuc": page_of(OTHER_CODE).pk})
    row.refresh_from_db()
    assert (row.identity_id, row.is_confirmed) == (identity_of(OTHER_CODE), True)


def test_other_words_for_the_procedure_are_to_be_confirmed_anew_and_other_facts_are_not(writer, made):
    row = line(made, code="", name=OTHER)
    send(writer, row, **{"thu-tuc": page_of(OTHER_CODE).pk})
    send(writer, row, note="Đã xem.")
    row.refresh_from_db()
    assert row.is_confirmed
    send(writer, row, name="Việc khác hẳn")
    row.refresh_from_db()
    assert (row.is_confirmed, row.identity_id) == (False, None)


def test_a_new_procedure_of_a_name_that_stands_already_is_confirmed_as_new_and_gets_a_draft(writer, made):
    row = line(made, kind="new", code="1.999999", name=OTHER)
    address = reverse("decision", args=[made.pk])
    assert "có thủ tục cùng tên mang mã khác" in writer.get(address).content.decode()
    send(writer, row, moi="1")
    html = writer.get(address).content.decode()
    assert "có thủ tục cùng tên mang mã khác" not in html
    assert NO_PAGE in html
    answer = send(writer, row, **{"lap-trang": "1"})
    page = page_of("1.999999")
    assert (answer.url, page.live) == (reverse("wagtailadmin_pages:edit", args=[page.pk]), False)
    assert "Không còn gì phải hỏi." in writer.get(address).content.decode()


def test_what_is_another_agencys_draft_is_neither_found_nor_chosen(writer, made):
    page_of(OTHER_CODE).move(shelf(Agency.objects.create(name="Sở Mây")), pos="last-child")
    ProcedurePage.objects.filter(code=OTHER_CODE).update(live=False)
    row = line(made, code="", name="Việc lạ")
    assert send(writer, row, tim="1", q="bơi").context["found"] == []
    assert OTHER not in send(writer, row, **{"thu-tuc": page_of(OTHER_CODE).pk}).content.decode()
    row.refresh_from_db()
    assert row.identity_id is None


def test_what_somebody_else_has_corrected_meanwhile_is_not_written_over_unseen(writer, made):
    row = line(made)
    late = given(writer, row, note="của tôi")
    send(writer, row, note="của người khác")
    address = reverse("decision_line", args=[made.pk, row.pk])
    answer = writer.post(address, late)
    assert CHANGED_BY_ANOTHER in answer.content.decode()
    assert "của tôi</textarea>" in answer.content.decode()
    writer.post(address, late | {"seen": answer.context["form"]["seen"].value()})
    row.refresh_from_db()
    assert row.note == "của tôi"


def test_what_is_no_code_is_refused_in_words(writer, made):
    row = line(made)
    assert "không phải mã thủ tục quốc gia" in send(writer, row, code="khong co").content.decode()


def test_a_line_is_taken_away(writer, made):
    row = line(made)
    writer.post(reverse("decision_line_delete", args=[made.pk, row.pk]))
    assert not made.lines.exists()


def test_what_the_line_of_a_new_procedure_does_not_say_is_named_with_a_way_to_the_field(writer, made):
    row = line(made, kind="new", code="1.999999", name="Thủ tục xin mây", competent="Sở Gió")
    html = writer.get(reverse("decision_line", args=[made.pk, row.pk])).content.decode()
    linked = {name for name in ("sector", "level", "competent", "before", "laws") if f'href="#id_{name}"' in html}
    assert linked == {"sector", "level", "before", "laws"}
    assert all(f'id="id_{name}"' in html for name in linked)
    answer = send(writer, row, **{"lap-trang": "1", "level": "Cấp xã"})
    told = writer.get(answer.url).content.decode()
    assert "nên trang để trống: lĩnh vực (chưa ghi)" in told
    assert 'href="#id_sector"' not in writer.get(reverse("decision_line", args=[made.pk, row.pk])).content.decode()
