"""A procedure of which only the entry of a list is public: found, scanned, read and printed, without empty boxes."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.models import ProcedurePage
from procedures_catalog.presenting.listed_only import listed_only
from search.feed.engine import EMBEDDED, index_of
from search.feed.entries import all_entries
from tests.posting.printing.texts import comparable, pdf_text
from tests.procedures_catalog.factories import DAY, bring, local_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
SAID = "mới được công bố ở mức danh mục"


@pytest.fixture
def entry() -> ProcedurePage:
    """What a province's list says: name, code, level, sector."""
    bring(local_row(CODE))
    return page_of(CODE)


def read(client, page: ProcedurePage) -> BeautifulSoup:
    return BeautifulSoup(client.get(page.get_url()).text, "html.parser")


def test_the_page_says_so_and_where_the_details_are_read(client, entry):
    shown = read(client, entry)
    notice = next(one for one in shown.select(".notice") if SAID in one.get_text())
    assert "Nội dung chi tiết chưa công bố trên cổng này" in notice.get_text()
    assert notice.a["href"] == "https://dichvucong.gov.vn"
    assert CODE in notice.a.get_text()


def test_there_are_no_empty_boxes_and_no_way_to_one(client, entry):
    shown = read(client, entry)
    for place in ("giay-to", "cach-nop", "cac-buoc", "ket-qua", "can-cu"):
        assert not shown.find(id=place), place
        assert not shown.find(href=f"#{place}"), place
    assert "Chưa công bố giấy tờ" not in shown.get_text()
    assert shown.find(id="noi-nop")
    assert shown.find(id="ten-va-ma")


def test_one_that_tells_what_to_do_is_no_entry_however_much_is_missing(client):
    page = published(CODE, **{"Thành phần hồ sơ": [], "Cách thức thực hiện": []})
    shown = read(client, page)
    assert SAID not in shown.get_text()
    assert "Chưa công bố" in shown.find(id="giay-to").find_parent("section").get_text()


def test_of_one_without_a_national_code_nobody_is_sent_to_look_for_it():
    told = listed_only(ProcedureRecord("TAM-05660", "Cấp thẻ thả diều"))
    assert told is not None
    assert (told.url, told.elsewhere) == ("", "Xin hỏi tại nơi tiếp nhận hồ sơ.")


def test_it_is_found_and_its_code_leads_to_it(client, entry):
    index_of(EMBEDDED).rebuild(all_entries(DAY))
    found = client.get(reverse("search"), {"q": "thẻ diều"}).context["results"]
    assert entry.title in [line["title"] for line in found]
    answer = client.get(entry.identity.get_absolute_url(), follow=True)
    assert answer.redirect_chain[-1][0].partition("?")[0] == entry.get_url()


@pytest.mark.parametrize("kind", ["short", "full"])
def test_its_sheet_says_so(client, entry, kind):
    pdf = client.get(reverse("procedure_sheet", args=[entry.slug]), {"loai": kind}).content
    assert comparable(SAID) in comparable(pdf_text(pdf))


def test_the_interface_tells_the_tier_and_what_is_missing(client, entry):
    told = client.get(f"/api/v1/procedures/{CODE}").json()
    assert (told["tier"], told["blanks"]) == ("list", [])
    assert {"Cơ quan thực hiện", "Trình tự thực hiện", "Phí, lệ phí"} <= set(told["lacking"])


def test_it_takes_no_question_more_than_another(client, entry):
    published("1.100002")
    counts = []
    for code in (CODE, "1.100002"):
        page = page_of(code)
        client.get(page.get_url())
        with CaptureQueriesContext(connection) as asked:
            client.get(page.get_url())
        counts.append(len(asked))
    assert counts[0] <= counts[1]
