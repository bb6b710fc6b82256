"""The list, the form and the page of a decision."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, Role
from cms.models import Editor
from decisions.desk.forms import DECISION_CHANGED, digest
from decisions.models import Decision
from legal_documents.models import LegalDocumentPage
from legal_documents.models.index import DocumentIndexPage
from procedures_catalog.models import ChangeSet
from tests.decisions.factories import CODE, NAME, TABLE, decision, line, two_procedures
from tests.editors import browser_of, member
from tests.procedures_catalog.dated.sets import press
from tests.procedures_catalog.factories import page_of, shelf
from vietnamese.days import written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
GIVEN = {"kind": "publishing", "summary": "Công bố việc thả diều", "effective_on": "01/03/2047"}


def sent(of: Decision, **facts) -> dict[str, object]:
    """What the form of a decision sends that somebody has just opened."""
    return GIVEN | {"agency": of.agency_id, "seen": digest(of)} | facts


@pytest.fixture
def agency(portal) -> Agency:
    return Agency.objects.create(name="Sở Gió")


@pytest.fixture
def writer(agency):
    return browser_of(member(Role.WRITER, agency))


def test_a_writer_makes_a_decision_of_his_agency_with_days_as_people_write_them(writer, agency):
    answer = writer.post(reverse("decision_new"), GIVEN | {"agency": agency.pk, "number": "7/QĐ-UBND"})
    made = Decision.objects.get()
    assert answer.url == reverse("decision", args=[made.pk])
    assert (made.agency, str(made.effective_on), made.made_by.username) == (agency, "2047-03-01", f"writer-{agency.pk}")


def test_whoever_alters_a_decision_or_its_lines_is_kept_as_its_writer(writer, agency):
    made = decision(agency=agency)
    publisher = member(Role.PUBLISHER, agency)
    writer.post(reverse("decision_appendix", args=[made.pk]), {"pasted": TABLE})
    writer.post(reverse("decision_edit", args=[made.pk]), sent(made, number="9/QĐ"))
    browser_of(publisher).post(reverse("decision_line_delete", args=[made.pk, made.lines.first().pk]))
    made.refresh_from_db()
    assert [Editor.objects.get(pk=each).username for each in made.writers] == [
        f"writer-{agency.pk}",
        publisher.username,
    ]
    assert made.number == "9/QĐ"


def test_what_somebody_else_wrote_meanwhile_is_not_written_over_unseen(writer, agency):
    made = decision(agency=agency, number="7/QĐ")
    mine = sent(made, number="8/QĐ")
    Decision.objects.filter(pk=made.pk).update(number="9/QĐ")
    answer = writer.post(reverse("decision_edit", args=[made.pk]), mine)
    assert DECISION_CHANGED in answer.content.decode()
    assert Decision.objects.get().number == "9/QĐ"
    writer.post(reverse("decision_edit", args=[made.pk]), mine | {"seen": answer.context["form"]["seen"].value()})
    assert Decision.objects.get().number == "8/QĐ"


def test_what_was_typed_comes_back_with_what_is_wrong(writer, agency):
    html = _text(writer, GIVEN | {"effective_on": "31/02/2047", "number": "7/QĐ"})
    assert 'value="31/02/2047"' in html
    assert 'value="7/QĐ"' in html
    assert "Hãy chọn cơ quan lập quyết định." in html
    assert not Decision.objects.exists()


def test_a_day_that_is_over_is_asked_about_and_taken_when_it_is_meant(writer, agency):
    given = GIVEN | {"agency": agency.pk, "effective_on": written(timezone.localdate() - timedelta(days=3))}
    assert "hiệu lực hồi tố" in writer.post(reverse("decision_new"), given).content.decode()
    writer.post(reverse("decision_new"), given | {"is_retroactive": "on"})
    assert Decision.objects.get().is_retroactive


def test_the_page_of_a_decision_is_named_by_its_number(writer, agency):
    page = LegalDocumentPage(title="Quyết định thả diều", number="7/QĐ-UBND", kind="decision")
    DocumentIndexPage.objects.get().add_child(instance=page)
    given = GIVEN | {"agency": agency.pk}
    assert "không có văn bản nào mang số này" in _text(writer, given | {"document_number": "8/QĐ-UBND"})
    writer.post(reverse("decision_new"), given | {"document_number": "07/QĐ-UBND"})
    assert Decision.objects.get().document.pk == page.pk


def _text(client, given) -> str:
    return client.post(reverse("decision_new"), given).content.decode()


def test_a_kept_decision_says_that_it_is_never_public(writer, agency):
    made = decision(kind="process", agency=agency)
    assert "không bao giờ công khai" in writer.get(reverse("decision", args=[made.pk])).content.decode()


def test_lines_are_shown_with_what_they_ask_and_alone_where_that_is_wanted(writer, agency):
    two_procedures()
    page_of(CODE).move(shelf(agency), pos="last-child")
    made = decision(agency=agency)
    line(made, code="1.999999", name="Việc chưa ai biết")
    line(made, kind="again", code=CODE, name=NAME)
    address = reverse("decision", args=[made.pk])
    html = writer.get(address).content.decode()
    assert "Còn hỏi ở 1 dòng." in html
    assert "danh mục không có mã này" in html
    assert NAME in html
    assert NAME not in writer.get(address, {"con-hoi": ""}).content.decode()


def test_what_is_another_agencys_is_not_there(writer):
    other = decision(agency=Agency.objects.create(name="Sở Mây"), summary="Khuất tất")
    theirs = line(other)
    assert "Khuất tất" not in writer.get(reverse("decisions")).content.decode()
    for name in ("decision", "decision_edit", "decision_appendix", "decision_line_new"):
        assert writer.get(reverse(name, args=[other.pk])).status_code == 404
    assert writer.get(reverse("decision_line", args=[other.pk, theirs.pk])).status_code == 404
    own = decision(agency=Agency.objects.get(name="Sở Gió"))
    assert writer.get(reverse("decision_line", args=[own.pk, theirs.pk])).status_code == 404


def test_who_checks_corrects_and_begins_none(agency):
    checker = browser_of(member(Role.CHECKER, agency))
    made = decision(agency=agency)
    assert checker.get(reverse("decision_new")).status_code == 302
    assert checker.post(reverse("decision_new"), GIVEN).status_code == 403
    assert not Decision.objects.exclude(pk=made.pk).exists()
    checker.post(reverse("decision_edit", args=[made.pk]), sent(made, number="9/QĐ"))
    made.refresh_from_db()
    assert made.number == "9/QĐ"


def test_an_officer_finds_no_way_there(agency):
    officer = browser_of(member(Role.OFFICER, agency))
    assert officer.get(reverse("decisions")).status_code != 200


def test_the_page_asks_the_database_no_more_for_many_lines(writer, agency, django_assert_max_num_queries):
    two_procedures()
    made = decision(agency=agency)
    for _ in range(60):
        line(made, code=CODE, name=NAME)
    with django_assert_max_num_queries(40):
        writer.get(reverse("decision", args=[made.pk]))


def test_amended_procedures_without_a_draft_are_said_to_be_right_by_one_press(writer, agency):
    two_procedures()
    page_of(CODE).move(shelf(agency), pos="last-child")
    made = decision(agency=agency)
    line(made)
    line(made, code="1.999999", name="Việc chưa ai biết")
    writer.post(reverse("decision_number_only", args=[made.pk]))
    assert [each.is_number_only for each in made.lines.all()] == [True, False]


def test_a_decision_that_was_applied_is_not_rewritten(writer, agency):
    changes = ChangeSet.objects.create(title="7/QĐ", day="2026-01-01", agency=agency, state="applied")
    made = decision(agency=agency, changes=changes)
    answer = writer.post(reverse("decision_edit", args=[made.pk]), sent(made), follow=True)
    assert "đã áp dụng, nên không sửa được nữa" in answer.content.decode()
    made.refresh_from_db()
    assert made.effective_on is None


def test_a_set_is_made_from_lines_that_ask_nothing(writer, agency):
    two_procedures()
    page_of(CODE).move(shelf(agency), pos="last-child")
    made = decision(agency=agency, number="7/QĐ-UBND", effective_on="2047-03-01")
    line(made, kind="abolished")
    answer = writer.post(reverse("decision_compose", args=[made.pk]))
    made.refresh_from_db()
    assert answer.url == reverse("change_set", args=[made.changes_id])
    line(made, code="1.999999", name="Việc lạ")
    writer.post(
        reverse("decision_edit", args=[made.pk]),
        sent(made, number="8/QĐ-UBND"),
    )
    html = writer.get(reverse("decision", args=[made.pk])).content.decode()
    assert "Gói đang để trống" in html
    assert made.changes.differences.count() == 0


def test_it_says_who_may_approve_its_set_and_what_to_do_where_nobody_may(agency):
    two_procedures()
    writer, publisher = member(Role.WRITER, agency), member(Role.PUBLISHER, agency)
    page_of(CODE).move(shelf(agency), pos="last-child")
    made = decision(agency=agency, number="7/QĐ-UBND", effective_on="2047-03-01", made_by=writer)
    line(made, kind="abolished")
    browser_of(writer).post(reverse("decision_compose", args=[made.pk]))
    made.refresh_from_db()
    press(browser_of(writer), made.changes, "submit")

    def shown() -> str:
        return browser_of(writer).get(reverse("decision", args=[made.pk])).content.decode()

    assert f"Làm được: {publisher.username}." in shown()
    made.lines.update(confirmed_by=publisher)
    browser_of(writer).post(reverse("decision_edit", args=[made.pk]), sent(made, number="8/QĐ-UBND"))
    assert "hiện không ai làm được" in shown()


def test_a_decision_is_taken_away_unless_a_set_of_it_waits_or_was_applied(writer, agency):
    made = decision(agency=agency, changes=ChangeSet.objects.create(title="7/QĐ", day="2047-01-01", agency=agency))
    writer.post(reverse("decision_delete", args=[made.pk]))
    assert Decision.objects.exists()
    ChangeSet.objects.update(state="dropped")
    writer.post(reverse("decision_delete", args=[made.pk]))
    assert not Decision.objects.exists()


# --- The national database --------------------------------------------------------------------------------------------


def _national(client, made: Decision, day: str) -> str:
    return client.post(reverse("decision_national", args=[made.pk]), {"national_on": day}, follow=True).content.decode()


def test_the_day_of_the_national_database_is_noted_also_when_all_is_applied(writer, agency):
    changes = ChangeSet.objects.create(title="Gói", day="2027-01-01", state="applied", agency=agency)
    made = decision(agency=agency, signed_on="2026-01-05", changes=changes)
    assert "01/02/2026" in _national(writer, made, "01/02/2026")
    made.refresh_from_db()
    assert str(made.national_on) == "2026-02-01"
    _national(writer, made, "")
    made.refresh_from_db()
    assert made.national_on is None


@pytest.mark.parametrize(
    ("day", "said"), [("31/02/2026", "31/02/2026"), ("01/03/2099", "chưa đến"), ("04/01/2026", "ký ngày 05/01/2026")]
)
def test_a_day_that_cannot_be_is_refused_in_words(writer, agency, day, said):
    made = decision(agency=agency, signed_on="2026-01-05")
    html = _national(writer, made, day)
    assert f"Chưa lưu ngày “{day}”" in html
    assert said in html
    made.refresh_from_db()
    assert made.national_on is None


def test_a_decision_that_is_never_public_is_not_asked_for_it(writer, agency):
    made = decision(agency=agency, kind="internal")
    assert (
        reverse("decision_national", args=[made.pk])
        not in writer.get(reverse("decision", args=[made.pk])).content.decode()
    )


# --- Another decision of the same number ----------------------------------------------------------

TWIN = GIVEN | {"number": "07 /QĐ-UBND", "signed_on": "01/02/2047"}


def test_a_second_decision_of_one_number_is_asked_about_and_nothing_is_lost(writer, agency):
    there = decision(agency=agency, number="7/QĐ-UBND", signed_on="2047-01-15")
    answer = writer.post(reverse("decision_new"), TWIN | {"agency": agency.pk})
    html = answer.content.decode()
    assert "Đã có quyết định số 7/QĐ-UBND ngày 15/01/2047" in html
    assert f'href="{reverse("decision", args=[there.pk])}"' in html
    assert "Công bố việc thả diều" in html
    assert Decision.objects.count() == 1
    assert 'type="checkbox" name="is_another"' in html
    writer.post(reverse("decision_new"), TWIN | {"agency": agency.pk, "is_another": "on"})
    assert Decision.objects.count() == 2


@pytest.mark.parametrize(
    ("there", "is_same_agency"),
    [
        ({"number": "8/QĐ-UBND"}, True),
        ({"number": "7/QĐ-UBND", "signed_on": "2046-01-15"}, True),
        ({"number": "7/QĐ-UBND"}, False),
    ],
    ids=["another number", "another year", "another agency"],
)
def test_what_is_surely_another_one_is_not_asked_about(writer, agency, there, is_same_agency):
    decision(agency=agency if is_same_agency else Agency.objects.create(name="Sở Mây"), **there)
    writer.post(reverse("decision_new"), TWIN | {"agency": agency.pk})
    assert Decision.objects.count() == 2


def test_a_decision_that_keeps_its_number_is_not_asked_about_itself_or_again(writer, agency):
    decision(agency=agency, number="7/QĐ-UBND")
    made = decision(agency=agency, number="7/QĐ-UBND")
    writer.post(reverse("decision_edit", args=[made.pk]), sent(made, number="7/QĐ-UBND", summary="Khác"))
    made.refresh_from_db()
    assert made.summary == "Khác"


# --- Kinds of many lines --------------------------------------------------------------------------


def test_one_choice_says_the_kind_of_all_lines_of_one_unknown_word(writer, agency):
    made = decision(agency=agency)
    for word in ("điều chỉnh", "điều chỉnh", "khác"):
        line(made, kind="", kind_written=word)
    known = line(made, kind="abolished", kind_written="điều chỉnh")
    html = writer.get(reverse("decision", args=[made.pk])).content.decode()
    assert ("2 dòng ghi “điều chỉnh”" in html, "ghi “khác”" in html) == (True, False)
    address = reverse("decision_kind_of_all", args=[made.pk])
    writer.post(address, {"written": "điều chỉnh", "kind": ""})
    assert made.lines.filter(kind="").count() == 3
    writer.post(address, {"written": "điều chỉnh", "kind": "amended"})
    assert list(made.lines.values_list("kind", flat=True)) == ["amended", "amended", "", "abolished"]
    known.refresh_from_db()
    assert known.kind == "abolished"
