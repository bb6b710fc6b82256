"""An address in which somebody's number stands goes on to no other page."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "asked", ["079085012345", "căn cước 079085012345 mất", "căn cước 079/085/012/345", "hộ chiếu B1234567 mất"]
)
@pytest.mark.parametrize("address", ["/tim-kiem/", "/thu-tuc/", "/bieu-mau/", "/co-quan/", "/khong-co/"])
def test_no_referer_holds_it(client, portal, address, asked):
    assert client.get(address, {"q": asked})["Referrer-Policy"] == "strict-origin"


@pytest.mark.parametrize("asked", ["khai sinh", "1.001193", "1.001193, 2.000815", "nghị định 168/2024/NĐ-CP"])
def test_every_other_address_does(client, portal, asked):
    assert client.get("/tim-kiem/", {"q": asked})["Referrer-Policy"] == "same-origin"
