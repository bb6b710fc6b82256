"""No box of the portal shows somebody's number again, keeps it, or leads on with it; every list that takes words is
asked, and every address that takes a commune."""

from html import unescape
from urllib.parse import quote_plus

import pytest
from django.urls import reverse

from agencies.models import Agency
from search.models import AskedQuestion, HeardQuestion
from vietnamese.somebodys_numbers import AMONG, told_of

pytestmark = pytest.mark.django_db

NUMBERS = ("012345678901", "0912345678", "H26.16-251120-0001")
BOXES = ("/tim-kiem/", "/thu-tuc/", "/bieu-mau/", "/co-quan/", "/van-ban/")


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("box", BOXES)
def test_a_box_tells_what_it_is_and_does_not_repeat_it(client, kites, counter, box, number):
    text = client.get(box, {"q": number}).content.decode()
    assert number not in text
    assert told_of(number) in text
    assert not AskedQuestion.objects.exists()


@pytest.mark.parametrize("number", [*NUMBERS[:2], "079/085/012/345", "079–085–012–345", "B1234567"])
@pytest.mark.parametrize("box", BOXES)
def test_nor_one_that_stands_among_other_words_and_goes_on_with_those(client, kites, counter, box, number):
    text = client.get(box, {"q": f"thả diều {number} mất"}).content.decode()
    assert (number in text, quote_plus(number) in text) == (False, False)
    assert "thả diều mất" in text
    assert AMONG in unescape(text)
    assert not AskedQuestion.objects.exists()
    assert not HeardQuestion.objects.exists()


@pytest.mark.parametrize("number", NUMBERS[:2])
def test_the_interface_neither_and_it_says_so(client, kites, number):
    answer = client.get("/api/v1/search", {"q": f"thả diều {number}"}).json()
    assert (answer["query"], answer["notice"]) == ("thả diều", AMONG)
    assert number not in client.get("/api/v1/suggest", {"q": f"thả diều {number}"}).content.decode()


@pytest.mark.parametrize("number", NUMBERS)
def test_the_lists_of_counters_and_the_box_of_communes_neither(client, kites, counter, number):
    for address in (reverse("counter_list", args=[counter.slug]) + "?q=", "/xa-cua-toi/?xa=", "/thu-tuc/?xa="):
        text = client.get(address + number).content.decode()
        assert number not in text, address
        assert told_of(number) in text, address
    for address in ("/tim-kiem/?q=diều&xa=", "/thu-tuc/?q=diều&linh-vuc=dieu&xa="):
        assert number not in client.get(address + number).content.decode(), address


@pytest.mark.parametrize("number", NUMBERS)
def test_nor_does_the_interface(client, kites, number):
    for address in ("/api/v1/search?q=", "/api/v1/suggest?q=", "/api/v1/procedures/"):
        assert number not in client.get(address + number).content.decode(), address


def test_nor_a_short_address_with_a_paper_s_tag(client, kites):
    answer = client.get("/q/012345678901/ABC")
    assert (answer.status_code, "012345678901" in answer.content.decode()) == (200, False)


def test_the_telephone_of_an_office_finds_the_office(client, kites, counter):
    Agency.objects.filter(pk=counter.pk).update(phone="0200 3888 136 – 137")
    answer = client.get("/api/v1/search", {"q": "+84 200 3888136"}).json()
    assert (answer["notice"], answer["query"]) == ("", counter.name)


@pytest.mark.parametrize("asked", ["CT01", "163/QĐ-BTP"])
def test_what_a_list_does_not_find_it_leads_on_to_the_search_with(client, kites, counter, asked):
    for address in (reverse("catalogue"), reverse("counter_list", args=[counter.slug])):
        assert "/tim-kiem/?q=" in client.get(address, {"q": asked}).content.decode(), address
