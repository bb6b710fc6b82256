"""The interface tells of any day, says of which, and says nothing of a day of which nothing is kept."""

import pytest

from procedures_catalog.models import ProcedurePage
from tests.clock import today
from tests.procedures_catalog.any_day.days import SECOND, with_past
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
ONE = "/api/v1/procedures/1.100001"


def test_today_is_named_as_the_day_that_the_answer_speaks_of(client):
    published()
    assert client.get(ONE).json()["as_of"] == today().isoformat()


@pytest.mark.parametrize("typed", ["2026-03-01", "01/03/2026"])
def test_a_former_day_says_what_was_read_then(client, typed):
    page = with_past()
    answer = client.get(ONE, {"ngay": typed})
    told = answer.json()
    assert (told["as_of"], told["conditions"]) == ("2026-03-01", "Có một cánh diều.")
    assert told["url"].endswith(f"{page.url}?ngay=2026-03-01")
    assert (answer["X-Robots-Tag"], answer["Cache-Control"]) == ("noindex", "private, no-store")


def test_the_answers_are_those_of_the_page_of_that_day(client):
    page = with_past()
    shown = client.get(page.url, {"ngay": "2026-03-01"}).content.decode()
    answers = client.get(ONE, {"ngay": "2026-03-01"}).json()["answers"]
    assert all(answer["text"] in shown and answer["detail"] in shown for answer in answers)


def test_a_code_that_was_given_up_later_was_the_present_one_then(client):
    page = with_past()
    page.code = "1.100009"
    page.save_revision().publish()
    then, now = (client.get("/api/v1/procedures/1.100009", {"ngay": day}).json() for day in ("2026-05-01", ""))
    assert (then["code"], then["former_codes"]) == ("1.100001", [])
    assert (now["code"], now["former_codes"]) == ("1.100009", ["1.100001"])
    shown = client.get(page_of("1.100009").url, {"ngay": "2026-05-01"}).content.decode()
    assert "Mã trước đây" not in shown


def test_of_a_day_before_all_that_is_kept_there_is_a_sentence_and_no_text(client):
    with_past()
    answer = client.get(ONE, {"ngay": "2026-02-28"})
    assert answer.status_code == 404
    assert answer.json() == {
        "detail": "Cổng giữ nội dung của thủ tục này từ ngày 01/03/2026; không có bản nào của ngày 28/02/2026."
    }


@pytest.mark.parametrize("bad", ["abc", "31/02/2027", "9999-01-01", "1200", "2027-02-28\0", "1" * 5000])
def test_an_unclear_day_is_refused_in_words(client, bad):
    published()
    answer = client.get(ONE, {"ngay": bad})
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_a_day_to_come_says_what_is_dated(client):
    page = with_past()
    ProcedurePage.objects.filter(pk=page.pk).update(valid_to="2090-01-01")
    told = client.get(ONE, {"ngay": "2090-01-01"}).json()
    assert (told["as_of"], told["state"]) == ("2090-01-01", "abolished")
    assert client.get(ONE, {"ngay": SECOND.isoformat()}).json()["state"] == "current"
