"""The public API: the catalogue for machines."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from procedures_catalog.facts.held import effective_record
from procedures_catalog.presenting import papers, parts
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
LIST = "/api/v1/procedures"


def _codes(client, **query) -> list[str]:
    response = client.get(LIST, query)
    assert response.status_code == 200
    return [item["code"] for item in response.json()["items"]]


def test_a_line_says_who_it_is_and_where_to_find_it(client):
    page = published("1.100001", **{"Mức độ dịch vụ công": "Toàn trình"})
    answer = client.get(LIST).json()
    [line] = answer["items"]
    assert (answer["count"], answer["offset"], answer["limit"]) == (1, 0, 20)
    assert line == {
        "id": str(page.identity.uuid),
        "code": "1.100001",
        "no_national_code": "",
        "name": page.official_name,
        "title": page.title,
        "sector": "Diều, sáo",
        "field": "Diều, sáo",
        "levels": ["commune"],
        "handed_in_at": ["commune"],
        "online_level": "full",
        "state": "current",
        "url": f"http://testserver{page.url}",
        "short_url": f"http://testserver/q/{page.identity.short_code}",
        "updated": page.last_published_at.isoformat(),
    }


def test_its_level_is_the_one_where_it_is_handed_in_on_page_list_and_interface(client):
    page = published("1.100001", **{"Cơ quan thực hiện": "Ban chỉ huy quân sự cấp Xã", "Cấp thực hiện": "Cấp Tỉnh"})
    [line] = client.get(LIST).json()["items"]
    assert (line["levels"], line["handed_in_at"]) == (["province"], ["commune"])
    assert client.get(f"{LIST}/1.100001").json()["handed_in_at"] == ["commune"]
    shown = [BeautifulSoup(client.get(url).content, "html.parser") for url in (page.url, "/thu-tuc/")]
    assert [each.select_one(".facts li").text for each in shown] == ["Cấp xã", "Cấp xã"]


def test_the_answers_are_the_words_of_the_page_here_and_in_the_list(client):
    page = published("1.100001", **{"Kết quả thực hiện": "Không có thông tin"})
    answers = client.get(f"{LIST}/1.100001").json()["answers"]
    assert [answer["key"] for answer in answers] == ["papers", "where", "time", "fee", "result"]
    assert [answer["known"] for answer in answers][-1] is False
    shown = " ".join(client.get(page.url).content.decode().split())
    assert all(answer["question"] in shown and answer["text"] in shown for answer in answers)
    assert all(answer["detail"] in shown for answer in answers)
    assert answers[-1]["detail"]  # where to ask
    [line] = client.get(LIST, {"answers": "true"}).json()["items"]
    assert line["answers"] == answers


def test_answers_in_the_list_cost_the_same_for_many(client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(LIST, {"answers": "true"}).status_code == 200
        return len(asked)

    published("1.100001")
    queries()
    one = queries()
    bring(*(national_row(f"1.20000{number}") for number in range(6)))
    queries()
    assert queries() == one


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ({"level": "province"}, ["1.100002"]),
        ({"sector": "gio"}, ["1.100002"]),
        ({"field": "gio"}, ["1.100002"]),  # as it was called at first
        ({"agency": "Sở Gió"}, ["1.100002"]),
        ({"applicant": "hop-tac-xa"}, ["1.100002"]),
        ({"online": "full"}, ["1.100002"]),
        ({"q": "đo gió"}, ["1.100002"]),
        ({"level": "commune"}, ["1.100001"]),
        ({"level": "commune", "sector": "gio"}, []),
        ({"level": "troi"}, []),
        ({"handed_in_at": "province"}, ["1.100002"]),
        ({"level": "province", "handed_in_at": "commune"}, []),
        ({"q": "\0", "agency": "\0"}, ["1.100001", "1.100002"]),
    ],
)
def test_filters_narrow_the_list(client, query, codes):
    bring(
        national_row("1.100001"),
        national_row(
            "1.100002",
            **{"Tên thủ tục": "Cho phép đo gió", "Cấp thực hiện": "Cấp Tỉnh", "Lĩnh vực": "Gió"},
            **{"Cơ quan thực hiện": "Sở Gió", "Đối tượng thực hiện": "Hợp tác xã"},
            **{"Mức độ dịch vụ công": "Toàn trình"},
        ),
    )
    assert sorted(_codes(client, **query)) == codes


@pytest.mark.parametrize("code", ["1.100001", "1100001", "1.100001.000.00.00.h36", " 1.100001. "])
def test_a_code_is_found_in_any_spelling_present_or_former(client, code):
    page = published("1.100001")
    assert _codes(client, code=code) == ["1.100001"]
    page.code = "1.100002"
    page.save()
    assert _codes(client, code=code) == ["1.100002"]
    assert client.get(f"{LIST}/{code.strip()}").json()["former_codes"] == ["1.100001"]


def test_by_code_an_abolished_procedure_is_found_and_says_its_state(client):
    page = published("1.100001")
    page.valid_to = today()
    page.save()
    assert _codes(client) == []
    [line] = client.get(LIST, {"code": "1.100001"}).json()["items"]
    assert line["state"] == "abolished"
    assert "bị bãi bỏ" in client.get(f"{LIST}/1.100001").json()["state_text"]


def test_pages_of_the_list_do_not_overlap(client):
    bring(*(national_row(f"1.10000{number}") for number in range(5)))
    parts = [_codes(client, limit=2, offset=offset) for offset in (0, 2, 4)]
    assert [len(part) for part in parts] == [2, 2, 1]
    assert len({code for part in parts for code in part}) == 5


@pytest.mark.parametrize(
    "query",
    [
        {"limit": 0},
        {"limit": 101},
        {"limit": "x"},
        {"offset": -1},
        {"q": "a" * 201},
        {"code": "1" * 61},
        {"level": "a" * 21},
    ],
)
def test_what_is_out_of_bounds_is_refused(client, query):
    assert client.get(LIST, query).status_code == 422


def test_the_longest_page_is_a_hundred(client):
    assert client.get(LIST, {"limit": 100}).json()["limit"] == 100


# --- One procedure --------------------------------------------------------------------------------


def test_one_procedure_comes_with_every_part(client):
    published("1.100001")
    answer = client.get(f"{LIST}/1.100001").json()
    assert answer["decision_number"] == "12/QĐ-BVC"
    assert [step["name"] for step in answer["steps"]] == ["Bước 1: Nộp đơn", "Bước 2: Nhận thẻ"]
    assert answer["channels"][0]["fees"] == [
        {"text": "50.000 đồng", "note": "mỗi thẻ", "basis": "", "is_coming": False, "is_certain": True}
    ]
    assert [paper["name"] for paper in answer["cases"][0]["papers"]] == ["Đơn đề nghị", "Ảnh cánh diều"]
    assert answer["legal_bases"] == [{"number": "99/2020/QH99", "title": "Luật Diều"}]
    assert (answer["applicants"], answer["results"]) == (["Công dân Việt Nam", "Doanh nghiệp"], ["Thẻ thả diều"])


def test_the_provinces_text_is_what_holds(client):
    page = published("1.100001")
    page.overlay = [("conditions", {"value": "Có dây dù."})]
    page.save()
    assert client.get(f"{LIST}/1.100001").json()["conditions"] == "Có dây dù."


def test_the_short_code_finds_it_too_however_it_is_typed(client):
    code = published("1.100001").identity.short_code
    for typed in (code, code.lower(), f"{code[:3]}-{code[3:]}"):
        assert client.get(f"{LIST}/{typed}").json()["code"] == "1.100001"
    assert client.get(f"{LIST}/{code}2").status_code == 404


@pytest.mark.parametrize("code", ["9.999999", "diều", "a" * 300, "%00", "'--"])
def test_an_unknown_code_is_answered_in_vietnamese(client, code):
    published("1.100001")
    response = client.get(f"{LIST}/{code}")
    assert (response.status_code, response.headers["Content-Type"]) == (404, "application/json; charset=utf-8")
    assert response.json()["detail"].startswith("Không có thủ tục nào mang mã “")


def test_drafts_and_restricted_pages_are_not_given_out(client):
    draft, hidden = published("1.100001"), published("1.100002")
    draft.unpublish()
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    for code in ("1.100001", "1.100002"):
        assert _codes(client, code=code) == []
        assert client.get(f"{LIST}/{code}").status_code == 404


def test_nothing_can_be_written(client):
    page = published("1.100001")
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(f"{LIST}/1.100001").status_code == 405
    assert page_of("1.100001").pk == page.pk


@pytest.mark.parametrize("times", [1, 20])
def test_a_list_takes_few_queries_however_long_it_is(client, django_assert_max_num_queries, times):
    bring(*(national_row(f"1.1000{number:02}") for number in range(times)))
    client.get(LIST)
    with django_assert_max_num_queries(3):
        assert len(_codes(client)) == times


def test_every_key_of_a_whole_procedure_is_described(client):
    published("1.100001")
    told = client.get(f"{LIST}/1.100001").json()
    described = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    assert set(described["Whole"]["properties"]) == told.keys()
    for part, shape in {"steps": "Step", "channels": "Channel", "cases": "Case", "legal_bases": "LegalBasis"}.items():
        assert set(described[shape]["properties"]) == told[part][0].keys()
    assert set(described["RequiredDocument"]["properties"]) == told["cases"][0]["papers"][0].keys()
    assert set(described["Fee"]["properties"]) == told["channels"][0]["fees"][0].keys()


def test_nothing_that_the_catalogue_tells_is_left_out_by_its_description(client):
    page = published("1.100001")
    told = client.get(f"{LIST}/1.100001").json()
    record = effective_record(page, today())
    assert told["steps"] == parts.step_items(record.steps)
    assert told["channels"] == parts.channel_items(record.channels)
    assert told["cases"] == papers.case_items(record.cases, {})
