"""The finder in the public API."""

import pytest

from tests.search.index.contract import BAD_INPUT, EVERYTHING

pytestmark = pytest.mark.django_db


@pytest.fixture
def api(client, index):
    index.rebuild(EVERYTHING)
    return lambda path, **asked: client.get(f"/api/v1/{path}", asked)


def test_search_answers_with_lines(api):
    answer = api("search", q="  khai   sinh ", limit=1).json()
    assert answer["query"] == "khai sinh"
    assert answer["total"] == sum(answer["counts"].values()) > 1
    (line,) = answer["results"]
    assert line.pop("score") > 0
    assert line == {
        "title": "Thủ tục đăng ký khai sinh",
        "url": "http://testserver/thu-tuc/khai-sinh/",
        "kind": "procedure",
        "label": "Thủ tục",
        "code": "1.001193",
        "is_current": True,
    }


def test_a_kind_narrows(api):
    answer = api("search", q="khai sinh", kind="news").json()
    assert {line["kind"] for line in answer["results"]} == {"news"}
    assert answer["total"] == 1


def test_suggest_goes_on_from_what_was_typed(api):
    answer = api("suggest", q="khai si", limit=3).json()
    assert answer["results"][0]["title"] == "Thủ tục đăng ký khai sinh"
    assert set(answer["results"][0]) == {"title", "url", "kind", "label", "code"}
    assert len(answer["results"]) <= 3


def test_it_says_what_it_understood_and_what_may_have_been_meant(api):
    answer = api("search", q="ddawng kys khai sinh").json()
    assert (answer["understood"], answer["correction"]) == ("đăng ký khai sinh", "")
    assert api("search", q="giay khia sinh").json()["correction"] == "giấy khai sinh"


def test_facets_are_counted_and_narrow(api):
    answer = api("search", q="khai sinh").json()
    assert answer["facets"]["level"] == {"commune": 2}
    assert api("search", q="khai sinh", level="commune").json()["total"] == 2
    assert api("search", q="khai sinh", validity="ended").json()["results"][0]["is_current"] is False


def test_answers_can_be_leafed_through(api):
    whole = [line["url"] for line in api("search", q="khai sinh").json()["results"]]
    assert [api("search", q="khai sinh", limit=1, offset=n).json()["results"][0]["url"] for n in (0, 1)] == whole[:2]


@pytest.mark.parametrize(
    "wrong", [{"limit": 0}, {"limit": 51}, {"limit": "x"}, {"kind": "lạ"}, {"offset": -1}, {"level": "x" * 201}]
)
def test_wrong_values_are_refused_as_json(api, wrong):
    response = api("search", q="khai", **wrong)
    assert response.status_code == 422
    assert response.json()["detail"]


def test_without_an_index_it_says_so_in_vietnamese(client, without_index):
    response = client.get("/api/v1/search", {"q": "khai"})
    assert response.status_code == 503
    assert "tạm thời" in response.json()["detail"]
    suggestions = client.get("/api/v1/suggest", {"q": "khai"}).json()["results"]
    assert {item["kind"] for item in suggestions} == {"question"}  # the editors' words need no index


@pytest.mark.slow
@pytest.mark.parametrize("text", BAD_INPUT, ids=range(len(BAD_INPUT)))
def test_no_question_breaks_it(api, text):
    asked = text.encode("utf-8", "surrogatepass")
    assert api("search", q=asked).status_code == 200
    assert api("suggest", q=asked).status_code == 200


def test_a_sector_narrows_and_is_counted_under_its_former_name_too(api):
    new, former = (api("search", q="khai sinh", **{name: "ho-tich"}).json() for name in ("sector", "field"))
    assert new["total"] == former["total"] == new["facets"]["sector"]["ho-tich"]
    assert new["facets"]["field"] == new["facets"]["sector"]
    assert api("search", q="khai sinh", field="dat-dai").json()["total"] == 0
