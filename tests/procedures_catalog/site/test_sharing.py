"""What chats, networks and search engines get of a procedure's page, and how its address is passed on."""

import json
import re

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def _shown(client, page) -> str:
    return client.get(page.url).content.decode()


def _card(page) -> str:
    return reverse("procedure_card", args=[page.slug])


def test_description_and_picture_are_the_five_answers(client):
    page = published("1.100001")
    shown = _shown(client, page)
    said = re.findall(r'<meta (?:name|property)="((?:og:)?description)"\s+content="([^"]*)"', shown)
    assert [name for name, _ in said] == ["description", "og:description"]
    for _, text in said:
        assert "Bao nhiêu tiền: 50.000 đồng" in text
    assert f"{_card(page)}?v=" in re.search(r'property="og:image" content="(http[^"]+)"', shown)[1]


def test_an_editors_own_description_counts_more(client):
    page = published("1.100001")
    page.search_description = "Thẻ cho người thả diều"
    page.save()
    assert 'property="og:description"\n          content="Thẻ cho người thả diều"' in _shown(client, page)


def test_data_for_search_engines_can_be_read_and_ends_no_script(client):
    page = published("1.100001", **{"Tên thủ tục": "Diều </script><b>&"})
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', _shown(client, page), re.DOTALL)[1]
    data = json.loads(block)
    assert data["name"] == page.title
    assert data["identifier"] == "1.100001"
    assert "<" not in block


def test_a_card_is_drawn_once_and_not_sent_again_to_whoever_has_it(client, monkeypatch):
    page = published("1.100001")
    first = client.get(_card(page))
    assert (first.status_code, first["Content-Type"]) == (200, "image/png")
    assert first["Cache-Control"] == "public, max-age=600"
    again = client.get(_card(page), headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_changed_procedure_has_another_card_at_another_address(client):
    page = published("1.100001")
    before, address = client.get(_card(page))["ETag"], client.get(page.url).context["sharing"]["picture"]
    page.title = "Cấp thẻ thả diều giấy"
    page.save()
    assert client.get(_card(page))["ETag"] != before
    assert client.get(page.url).context["sharing"]["picture"] != address


def test_a_card_takes_no_more_queries_than_the_page(client, django_assert_max_num_queries):
    page = published("1.100001")
    client.get(_card(page))
    with django_assert_max_num_queries(6):
        client.get(_card(page))


def test_what_not_everybody_may_read_has_no_card(client):
    page = published("1.100001")
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="password", password="diều")
    assert client.get(_card(page)).status_code == 404
    assert client.get(reverse("procedure_card", args=["khong-co"])).status_code == 404


def test_without_script_the_address_stands_in_a_plain_field(client):
    page = published("1.100001")
    shown = _shown(client, page)
    assert re.search(rf'<input type="text" value="[^"]*/q/{page.identity.short_code}" readonly>', shown)
    assert "zalo.me" not in shown
