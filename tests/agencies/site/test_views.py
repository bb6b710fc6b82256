"""The list of agencies and one agency's page, as a citizen gets them."""

from datetime import date

import pytest

from agencies.models import Agency, AgencySuccession
from agencies.site.agency_page import agency_page

pytestmark = pytest.mark.usefixtures("demo_units")


def context(client, url: str) -> dict:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.context


def test_the_list_has_only_what_is_in_force(client):
    groups = context(client, "/co-quan/")["groups"]
    names = {agency["name"] for group in groups for agency in group["agencies"]}
    assert "Sở Tài chính" in names
    assert "Sở Kế hoạch và Đầu tư" not in names


def test_an_old_commune_leads_to_its_committee(client):
    places = context(client, "/co-quan/?q=khe+da")["places"]
    assert places == {
        "sentence": "",
        "communes": [
            {
                "name": "Ủy ban nhân dân xã Suối Bạc",
                "url": "/co-quan/uy-ban-nhan-dan-xa-suoi-bac/",
                "asked": [
                    {"name": "Xã Khe Đá, Huyện Suối Bạc", "what": "Sáp nhập vào Xã Suối Bạc từ 01/07/2025"},
                ],
            }
        ],
    }


def test_a_commune_that_several_names_lead_to_stands_once(client):
    communes = context(client, "/co-quan/?q=Suối+Bạc")["places"]["communes"]
    assert [one["name"] for one in communes].count("Ủy ban nhân dân xã Suối Bạc") == 1


def test_a_name_that_is_not_in_the_list_is_not_said_never_to_have_been(client):
    said = client.get("/co-quan/?q=Khe+Vàng").content.decode()
    assert "danh mục ghi các tên có ngay trước ngày 01/07/2025 và từ đó đến nay" in said
    assert "hay trước đây" not in said


@pytest.mark.parametrize("query", ["%00", "a" * 5000, "<script>", "%F0%9F%98%80", "'"])
def test_odd_queries(client, query):
    assert client.get(f"/co-quan/?q={query}").status_code == 200


def test_a_committee(client):
    shown = context(client, "/co-quan/uy-ban-nhan-dan-xa-dai-phong/")
    assert shown["parent"]["url"] == "/co-quan/uy-ban-nhan-dan-tinh/"
    assert [counter["name"] for counter in shown["counters"]] == ["Trung tâm Phục vụ hành chính công xã Đại Phong"]
    assert shown["counters"][0]["hours"] == ["Thứ Hai – Thứ Sáu: 7:30–11:30, 13:30–17:00"]
    assert shown["units"] == ["Thị trấn Đại Phong", "Xã Phong Thủy", "Xã Hòa An"]
    assert shown["validity"]["text"] == ""


def test_a_counter_shows_itself(client):
    shown = context(client, "/co-quan/trung-tam-phuc-vu-hanh-chinh-cong-tinh/")
    assert [counter["name"] for counter in shown["counters"]] == ["Trung tâm Phục vụ hành chính công tỉnh"]


def test_a_former_department_names_its_heirs(client):
    shown = context(client, "/co-quan/so-lao-dong-thuong-binh-va-xa-hoi/")
    assert shown["validity"]["text"] == "Cơ quan này đã chấm dứt hoạt động từ 01/03/2025."
    assert [(heir["what"], heir["name"]) for heir in shown["successors"]] == [
        ("Sáp nhập vào", "Sở Nội vụ"),
        ("Chuyển chức năng, nhiệm vụ sang", "Sở Y tế"),
    ]


def test_a_department_names_what_it_was(client):
    shown = context(client, "/co-quan/so-nong-nghiep-va-moi-truong/")
    assert {old["name"] for old in shown["predecessors"]} == {
        "Sở Tài nguyên và Môi trường",
        "Sở Nông nghiệp và Phát triển nông thôn",
    }


def test_after_several_steps_today_s_heir_is_named(client):
    middle = Agency.objects.get(slug="so-tai-chinh")
    middle.valid_to = "2025-09-01"
    middle.save()
    heir = Agency.objects.create(name="Sở Kinh tế", kind="department")
    AgencySuccession.objects.create(predecessor=middle, successor=heir, kind="renamed", date="2025-09-01")
    shown = context(client, "/co-quan/so-ke-hoach-va-dau-tu/")
    assert [(one["what"], one["name"]) for one in shown["successors"]] == [
        ("Sáp nhập vào", "Sở Tài chính"),
        ("Hiện nay là", "Sở Kinh tế"),
    ]


def test_each_of_several_numbers_is_dialled_by_itself_and_the_site_is_shown(client):
    reached = {"phone": "0233 3888 101 - 0233 3888 102", "website": "https://so.example/"}
    Agency.objects.filter(slug="so-tai-chinh").update(**reached, address="")
    said = client.get("/co-quan/so-tai-chinh/").content.decode()
    assert '<a href="tel:+842333888101">0233 3888 101</a> - <a href="tel:+842333888102">0233 3888 102</a>' in said
    assert 'href="https://so.example/"' in said


MISSING = "Địa chỉ tiếp nhận: chưa công bố"


def test_an_address_is_not_said_to_be_unknown_above_it(client):
    said = client.get("/co-quan/cong-an-xa-ban-may/").content.decode()
    assert "đường Nương Ngô" in said
    assert MISSING not in said
    Agency.objects.filter(slug="cong-an-xa-ban-may").update(address="")
    assert MISSING in client.get("/co-quan/cong-an-xa-ban-may/").content.decode()


def test_no_agency_s_page_contradicts_itself(client):
    pages = [(agency, client.get(agency.get_absolute_url()).content.decode()) for agency in Agency.objects.all()]
    assert [agency.name for agency, said in pages if agency.address and MISSING in said] == []


def test_an_unknown_agency(client):
    assert client.get("/co-quan/khong-co/").status_code == 404


@pytest.mark.parametrize("slug", ["uy-ban-nhan-dan-tinh", "uy-ban-nhan-dan-xa-suoi-bac", "so-ke-hoach-va-dau-tu"])
def test_the_number_of_queries_is_bounded(django_assert_max_num_queries, slug):
    from_database = Agency.objects.select_related("parent", "unit").get(slug=slug)
    with django_assert_max_num_queries(7):
        agency_page(from_database, date(2025, 12, 1))
