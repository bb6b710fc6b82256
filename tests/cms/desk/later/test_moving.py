"""A draft becomes dated differences: the page is free again, and what no day can be given to stays a draft."""

import datetime

import pytest

from agencies.models import Agency, Role
from pages.four_eyes.shown import seal_of_draft
from procedures_catalog.facts.held import effective_record
from procedures_catalog.models import ChangeSet, ProcedurePage
from tests.clock import today
from tests.editors import browser_of, member, saved_over
from tests.procedures_catalog.dated.sets import make_set
from tests.procedures_catalog.factories import page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
SOON = today() + datetime.timedelta(days=3)
NEW = {"title": "Quyết định về diều", "day": f"{SOON:%d/%m/%Y}", "decision": "7/QĐ-UBND"}


@pytest.fixture
def agency():
    """Whose procedure it is."""
    return Agency.objects.create(name="Sở Diều", kind="department")


@pytest.fixture
def writer(agency):
    """Somebody of it who writes."""
    return member(Role.WRITER, agency)


@pytest.fixture
def page(agency, writer) -> ProcedurePage:
    """A procedure on its shelf with a draft of the writer's."""
    published(CODE).move(shelf(agency), pos="last-child")
    return _draft(writer, everyday_names="giấy diều")


def _draft(writer, **values) -> ProcedurePage:
    page = page_of(CODE)
    for name, value in values.items():
        setattr(page, name, value)
    page.overlay = [("conditions", {"value": "Có sáo.", "decision": "", "valid_from": None, "valid_to": None})]
    page.save_revision(user=writer)
    return page_of(CODE)


def _post(writer, page, **typed):
    seen = {"draft": seal_of_draft(page)}
    return browser_of(writer).post(f"/quan-tri/pages/{page.pk}/tu-ngay-khac/", NEW | seen | typed)


def test_the_page_says_again_what_is_public_and_the_set_has_what_the_draft_changed(page, writer, agency):
    answer = _post(writer, page)
    changes = ChangeSet.objects.get()
    assert answer.url.endswith(f"/thay-doi-hen-ngay/{changes.pk}/")
    assert (changes.day, changes.decision, changes.agency) == (SOON, "7/QĐ-UBND", agency)
    assert set(changes.differences.values_list("part", flat=True)) == {"conditions", "everyday_names"}
    assert changes.authors() == {writer.pk}
    page = page_of(CODE)
    assert not page.has_unpublished_changes
    assert effective_record(page, SOON).conditions == "Có diều."


def test_who_wrote_the_draft_stays_its_author_though_another_moves_it(page, writer, agency):
    mover = member(Role.WRITER, agency, "nguoi-chuyen")
    _post(mover, page)
    assert ChangeSet.objects.get().authors() == {writer.pk, mover.pk}


def test_it_goes_into_an_open_set_of_the_agency(page, writer, agency):
    open_set = make_set(SOON, agency=agency)
    others = make_set(SOON)
    assert "không còn nhận" in _post(writer, page, changes=others.pk).content.decode()
    _post(writer, page, changes=open_set.pk)
    assert open_set.differences.count() == 2


def test_what_no_day_can_be_given_to_stays_a_draft(writer, agency, page):
    page = _draft(writer, keywords="cánh diều")
    _post(writer, page)
    page = page_of(CODE)
    assert page.has_unpublished_changes
    assert set(ChangeSet.objects.get().differences.values_list("part", flat=True)) == {"conditions"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"day": "hôm qua"}, "01/03/2027"),
        ({"day": "01/03/2020"}, "phải sau hôm nay"),
        ({"title": ""}, "tên gói"),
        ({"draft": "1"}, "lưu thêm"),
    ],
)
def test_it_is_refused_in_words_and_nothing_is_lost(page, writer, typed, said):
    answer = _post(writer, page, **typed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert ChangeSet.objects.count() == 0
    assert page_of(CODE).has_unpublished_changes


def test_a_draft_that_its_form_saved_by_itself_meanwhile_is_not_moved_unseen(page, writer):
    seen = seal_of_draft(page)
    saved_over(page, everyday_names="diều sáo")
    answer = _post(writer, page, draft=seen)
    assert "lưu thêm" in answer.content.decode()
    assert ChangeSet.objects.count() == 0


def test_a_stranger_does_not_come_in(page):
    other = Agency.objects.create(name="Sở Sáo", kind="department")
    assert _post(member(Role.WRITER, other), page).status_code in (302, 403, 404)
    assert ChangeSet.objects.count() == 0
