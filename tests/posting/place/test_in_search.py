"""A line of the search says where to hand it in at the reader's own commune, as the catalogue's list does."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from posting.place.chosen import COOKIE
from procedures_catalog.models import CatalogueSettings
from search.feed.engine import EMBEDDED, index_of
from search.feed.entries import all_entries
from tests.clock import today
from tests.posting.factories import commune as another

pytestmark = pytest.mark.django_db

OFFICE = "Trung tâm Phục vụ hành chính công xã Diều Sáo"


@pytest.fixture
def ask(client, kites, counter):
    """Asks the search page of four procedures; gives its text."""
    index_of(EMBEDDED).rebuild(all_entries(today()))
    return lambda text="diều", **more: client.get(reverse("search"), {"q": text, **more}).content.decode()


def _offices(text: str) -> list[str]:
    """What the lines say of where, in the order of their links."""
    return re.findall(r"Nộp ở đâu:</dt>\s*<dd>\s*(.*?)\s*</dd>", text)


def test_each_line_names_the_counter_and_leads_on_with_the_commune(ask):
    text = ask(xa="dieu sao")
    assert _offices(text) == [OFFICE] * 4
    assert len(re.findall(r'href="/thu-tuc/[^"?]+/\?xa=98001"', text)) == 4


def test_it_says_what_the_list_says_also_where_the_commune_takes_nothing(client, ask):
    rules = CatalogueSettings.load()
    rules.communes_receive_from = today().replace(year=today().year + 1)
    rules.save()
    listed = client.get(reverse("catalogue"), {"xa": "98001", "q": "bán diều"}).content.decode()
    said = _offices(ask("bán diều", kind="procedure", xa="98001"))[0]
    assert said != OFFICE
    assert f"<dd>{said}</dd>" in listed


def test_the_commune_goes_with_question_tabs_and_filters(ask):
    text = ask(xa="dieu sao")
    assert text.count('name="xa" value="dieu sao"') == 2
    assert "?q=di%E1%BB%81u&amp;kind=procedure&amp;xa=dieu+sao" in text


def test_one_that_the_browser_remembers_is_said_and_stands_in_no_address(client, ask):
    client.cookies[COOKIE] = "98001"
    text = ask()
    assert _offices(text) == [OFFICE] * 4
    assert not re.search(r"/thu-tuc/[^\"?]+/\?xa=", text)


def test_without_a_commune_it_is_asked_for_and_lines_say_what_the_pages_say(ask):
    text = ask()
    assert len(_offices(text)) == 4
    assert OFFICE not in _offices(text)
    assert "Bạn ở xã, phường nào? Xem nơi nộp ở đó" in text


def test_where_several_are_meant_each_keeps_the_question(ask):
    another(7, code="98007", name="Phường Diều Sáo")
    text = ask(xa="diều sáo")
    assert OFFICE not in _offices(text)
    assert '"?xa=98007&amp;q=di%E1%BB%81u#nop-tai-day"' in text


@pytest.mark.parametrize("text", ["diều", "sáo"])
def test_it_costs_two_queries_whatever_is_found(ask, text):
    counted = []
    for asked in ({}, {"xa": "98001"}):
        ask(text, **asked)
        with CaptureQueriesContext(connection) as queries:
            ask(text, **asked)
        counted.append(len(queries))
    assert counted[1] - counted[0] <= 2


def test_where_it_is_asked_for_question_and_filters_are_kept(client, ask):
    another(7, code="98007", name="Phường Diều Sáo")
    for address in (reverse("catalogue"), reverse("search")):
        asked = {"q": "diều", "linh-vuc": "dieu", "xa": "diều sáo"}
        text = client.get(address, asked).content.decode()
        form = text.split('name="xa" value="diều sáo" maxlength')[1].split("</form>")[0]
        assert '<input type="hidden" name="q" value="diều">' in form
        assert "?xa=98007&amp;q=di%E1%BB%81u" in text
        assert '?xa="' not in text
    text = client.get(reverse("catalogue"), {"q": "diều", "linh-vuc": "dieu"}).content.decode()
    assert '<input type="hidden" name="linh-vuc" value="dieu">' in text
