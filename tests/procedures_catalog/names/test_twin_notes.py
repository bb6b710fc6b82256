"""Procedures of one name are told apart from the moment there are two of them, whoever makes or unmakes one."""

import pytest

from consequences.keys import page_key
from consequences.registry import touched
from procedures_catalog.models import ProcedurePage
from procedures_catalog.names.twin_notes import renew_notes
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
NAME = {"Tên thủ tục": "Cấp thẻ thả diều"}
OF_PROVINCE = {"Cấp thực hiện": "Cấp Tỉnh"}


def notes() -> dict[str, str]:
    """Code → what tells it apart."""
    return dict(ProcedurePage.objects.values_list("code", "twin_note"))


@pytest.fixture
def twins() -> tuple[ProcedurePage, ProcedurePage]:
    """Two of one name, of which only the levels differ."""
    bring(national_row("1.100001", **NAME), national_row("1.100002", **NAME, **OF_PROVINCE), national_row("1.100003"))
    return page_of("1.100001"), page_of("1.100002")


def test_an_import_tells_twins_apart_in_bulk(twins):
    assert notes() == {"1.100001": "cấp xã", "1.100002": "cấp tỉnh", "1.100003": ""}
    assert [page.told_name for page in twins] == ["Cấp thẻ thả diều – cấp xã", "Cấp thẻ thả diều – cấp tỉnh"]


def test_a_twin_that_comes_later_tells_of_both():
    published("1.100001", **NAME)
    assert notes() == {"1.100001": ""}
    published("1.100002", **{"Tên thủ tục": "THỦ TỤC CẤP THẺ THẢ DIỀU;"}, **OF_PROVINCE)
    assert notes() == {"1.100001": "cấp xã", "1.100002": "cấp tỉnh"}


def test_a_new_name_at_the_desk_sets_both_free_and_an_old_one_binds_them(twins):
    page = twins[1]
    page.title = "Thẻ diều của tỉnh"
    page.save_revision().publish()
    assert notes() == dict.fromkeys(["1.100001", "1.100002", "1.100003"], "")
    page.title = "Cấp thẻ  thả diều"
    page.save_revision().publish()
    assert notes() == {"1.100001": "cấp xã", "1.100002": "cấp tỉnh", "1.100003": ""}


def test_what_is_taken_down_or_ends_is_nobodys_twin(twins):
    twins[1].unpublish()
    assert set(notes().values()) == {""}
    page = page_of("1.100002")
    page.valid_to = today()
    page.save_revision().publish()
    assert set(notes().values()) == {""}


def test_whoever_shows_the_other_hears_of_it(twins):
    heard = set()
    hear = lambda what, **_more: heard.update(what.entries)  # noqa: E731 - a signal knows its receivers by themselves
    touched.connect(hear)
    page = page_of("1.100002")
    page.title = "Thẻ diều của tỉnh"
    page.save_revision().publish()
    touched.disconnect(hear)
    assert heard == {page_key(each.pk) for each in twins}


def test_questions_do_not_grow_with_the_twins(twins, django_assert_num_queries):
    bring(*(national_row(f"1.1001{number:02}", **NAME) for number in range(30)))
    ProcedurePage.objects.update(twin_note="khác")
    with django_assert_num_queries(7):
        renew_notes(ProcedurePage.objects.values_list("pk", flat=True))
