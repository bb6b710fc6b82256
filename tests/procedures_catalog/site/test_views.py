"""The public doors: the list and a procedure's page."""

import datetime
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from legal_documents.models import DocumentIndexPage
from tests.clock import today
from tests.legal_documents.documents_factory import make_document
from tests.procedures_catalog.factories import bring, case, channel, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
TODAY = today()


def _text(response) -> str:
    return response.content.decode()


# --- A procedure ----------------------------------------------------------------------------------


def test_a_procedures_page_answers_and_shows_its_parts(client):
    page = published("1.100001")
    shown = _text(client.get(page.url))
    for words in (page.title, "Diều, sáo", "Nộp đơn", "Đơn đề nghị", "50.000 đồng", "5 ngày làm việc", "Thẻ thả diều"):
        assert words in shown
    assert f"/q/{page.identity.short_code}" in shown


def test_what_is_missing_is_said_and_not_left_blank(client):
    bring(national_row("1.100001", **{"Thành phần hồ sơ": [], "Cách thức thực hiện": [], "Kết quả thực hiện": ""}))
    assert _text(client.get(page_of("1.100001").url)).count("hưa công bố") >= 4


@pytest.mark.parametrize("address", ["khong-co", "1-100002", "a" * 300])
def test_an_unknown_address_is_not_found(client, address):
    published("1.100001")
    assert client.get(reverse("procedure", args=[address])).status_code == 404


def test_the_address_of_an_unpublished_procedure_leads_to_what_became_of_it(client):
    page = published("1.100001")
    page.unpublish()
    response = client.get(page.url, follow=True)
    assert response.redirect_chain == [(page.identity.get_absolute_url(), 302)]
    assert "không còn trên cổng" in response.content.decode()


def test_one_that_was_never_public_is_not_found(client):
    page = published("1.100001")
    page.live, page.first_published_at = False, None
    page.save()
    page.identity.versions.all().delete()
    assert client.get(page.url, follow=True).status_code == 404


def test_a_page_behind_a_password_does_not_show(client):
    page = published("1.100001")
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="password", password="diều")
    response = client.get(page.url)
    assert "Đơn đề nghị" not in _text(response)


def test_former_codes_stand_on_the_page(client):
    page = published("1.100001")
    for code in ("1.100002", "1.100003"):
        page.code = code
        page.save()
    shown = _text(client.get(page_of("1.100003").url))
    assert "Mã trước đây" in shown
    assert "1.100001, 1.100002" in shown


def test_the_provinces_text_shows_in_place_of_the_national_one_with_its_decision(client):
    page = published("1.100001")
    value = {
        "value": "Nhà Gió, số 1",
        "decision": "7/QĐ-UBND",
        "valid_from": TODAY,
        "valid_to": TODAY + datetime.timedelta(days=1),
    }
    page.overlay = [("receiving_address", value)]
    page.save()
    shown = _text(client.get(page.url))
    assert "do tỉnh công bố" in shown
    assert "Nhà Gió, số 1" in shown
    assert "7/QĐ-UBND" in shown


def test_an_abolished_procedure_still_answers_with_a_banner_and_the_way_to_its_successor(client):
    old, new = published("1.100001"), published("1.100002")
    old.valid_to, old.successor, old.ending_decision = TODAY, new, "Quyết định 9/QĐ-UBND"
    old.save()
    response = client.get(old.url)
    assert response.status_code == 200
    assert "Đã được thay thế" in _text(response)
    assert f"từ ngày {TODAY:%d/%m/%Y} theo Quyết định 9/QĐ-UBND" in _text(response)
    link = response.context["state"]["links"][0]["url"]
    assert f'href="{link}"' in _text(response)
    assert link == new.get_url()


def test_a_procedure_that_was_abolished_without_a_successor_says_so(client):
    page = published("1.100001")
    page.valid_to = TODAY
    page.save()
    assert "Đã bãi bỏ" in _text(client.get(page.url))


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"valid_from": TODAY + datetime.timedelta(days=9)}, "Thủ tục chưa có hiệu lực"),
        ({"valid_to": TODAY + datetime.timedelta(days=9)}, "sẽ được bãi bỏ từ ngày"),
    ],
)
def test_what_is_to_come_is_announced(client, dates, words):
    page = published("1.100001")
    for name, value in dates.items():
        setattr(page, name, value)
    page.save()
    assert words in _text(client.get(page.url))


# --- How much a page asks of the database ---------------------------------------------------------


def _long(times: int) -> dict:
    """A procedure with so many of everything."""
    return {
        "Cách thức thực hiện": [channel("DIRECT", f"{n} ngày", (f"{n} VNĐ (x)",)) for n in range(times)],
        "Thành phần hồ sơ": [case(f"Diều {n}", ("Đơn", 1, 0), ("Ảnh", 0, 1)) for n in range(times)],
        "Căn cứ pháp lý": [{"ten": f"Luật {n}", "so_hieu": f"{n}/2020/QH14"} for n in range(times)],
        "Cơ quan thực hiện": ", ".join(f"Sở Gió {n}" for n in range(times)),
        "Đối tượng thực hiện": ", ".join(f"Người thả {n}" for n in range(times)),
        "Trình tự thực hiện": "\n".join(f"  * Bước {n}" for n in range(times)),
    }


@pytest.mark.parametrize("times", [1, 20])
def test_a_procedures_page_takes_at_most_six_queries_however_long_it_is(client, django_assert_max_num_queries, times):
    index = DocumentIndexPage.objects.get()
    for number in range(times):
        make_document(index, f"{number}/2020/QH14")
    page = published("1.100001", **_long(times))
    client.get(page.url)
    with django_assert_max_num_queries(6):
        response = client.get(page.url)
    assert _text(response).split("</head>")[1].count(f"Sở Gió {times - 1}") == 1


@pytest.mark.parametrize("times", [1, 20])
@pytest.mark.parametrize("address", ["", "?q=thẻ&cap=commune&linh-vuc=dieu-sao"])
def test_the_list_takes_at_most_eleven_queries_however_long_it_is(
    client, django_assert_max_num_queries, times, address
):
    bring(*(national_row(f"1.1000{number:02}") for number in range(times)))
    client.get("/thu-tuc/")
    with django_assert_max_num_queries(11):
        response = client.get(f"/thu-tuc/{address}")
    assert f">{times} thủ tục<" in response.content.decode()


def test_the_home_page_takes_as_few_queries_in_a_large_catalogue(client, django_assert_max_num_queries):
    for first, last in ((0, 1), (1, 40)):
        bring(*(national_row(f"1.1000{number:02}") for number in range(first, last)))
        client.get("/")
        with django_assert_max_num_queries(6):
            assert client.get("/").status_code == 200


def test_the_list_of_a_whole_country_is_at_most_45_kilobytes_of_html(client):
    """300 fields, names of 160 letters: a little more than the whole country has."""
    rows = [
        national_row(
            f"1.100{number:03}",
            Lĩnh_vực=f"Lĩnh vực thả diều {number}",
            Tên_thủ_tục=f"Cấp thẻ {number} ".ljust(160, "ệ"),
        )
        for number in range(300)
    ]
    bring(*rows)
    assert len(client.get("/thu-tuc/").content) <= 45_000


# --- The list -------------------------------------------------------------------------------------


def test_the_list_names_procedures_and_turns_its_pages(client):
    bring(*(national_row(f"1.1000{number:02}") for number in range(25)))
    first, second = (client.get(f"/thu-tuc/?page={number}").context["list"]["results"] for number in (1, 2))
    codes = [item["code"] for item in [*first, *second]]
    assert (len(first), len(second), len(set(codes))) == (20, 5, 25)


@pytest.mark.parametrize(
    "query",
    [
        {"page": "abc"},
        {"page": "-1"},
        {"page": "999"},
        {"page": "\0"},
        {"q": "a" * 10_000},
        {"q": "\0"},
        {"q": "<script>alert(1)</script>"},
        {"cap": "<script>alert(1)</script>", "linh-vuc": "\0", "co-quan": "'", "doi-tuong": "%", "truc-tuyen": "🪁"},
    ],
)
def test_nothing_in_an_address_can_make_the_list_fail(client, query):
    published("1.100001")
    response = client.get(f"/thu-tuc/?{urlencode(query)}")
    assert response.status_code == 200
    assert "<script>alert" not in _text(response)


def test_a_list_without_results_shows_the_way_on(client):
    published("1.100001")
    response = client.get("/thu-tuc/?q=không+có+đâu")
    assert "Không có thủ tục nào hợp" in _text(response)
    assert "Xem toàn bộ danh mục" in _text(response)


def test_what_was_chosen_can_be_taken_back(client):
    published("1.100001")
    applied = client.get("/thu-tuc/?q=thẻ&cap=commune").context["list"]["applied"]
    assert [item["label"] for item in applied] == ["“thẻ”", "Cấp xã"]
    assert client.get(applied[1]["remove_url"]).context["list"]["query"] == "thẻ"


def test_a_line_of_the_list_says_where_how_long_and_how_much_as_the_page_does(client):
    page = published("1.100001")
    line = client.get("/thu-tuc/").content.decode().split("<h3>")[1]
    answers = {answer["key"]: answer["text"] for answer in client.get("/api/v1/procedures/1.100001").json()["answers"]}
    assert all(answers[key] in line for key in ("where", "time", "fee"))
    assert all(answers[key] in client.get(page.url).content.decode() for key in ("where", "time", "fee"))
