"""The list of documents: filters, words, pages of the list, and nonsense in the address."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from legal_documents.facts import validity
from legal_documents.models import LegalDocumentPage
from tests.legal_documents.documents_factory import make_document

pytestmark = pytest.mark.database_differs

TODAY = timezone.localdate()
DAYS = (None, TODAY - timedelta(1), TODAY, TODAY + timedelta(1))


def shown(client, **asked) -> dict:
    """The context of the list's page."""
    response = client.get("/van-ban/", asked)
    assert response.status_code == 200
    return response.context


def numbers(client, **asked) -> list[str]:
    """The numbers listed."""
    return [row["number"] for row in shown(client, **asked)["results"]]


@pytest.fixture
def three(index):
    """A law, a decree and a decision."""
    make_document(
        index,
        "60/2014/QH13",
        title="Luật Hộ tịch",
        kind="law",
        issuer_name="Quốc hội",
        issued_on=date(2014, 11, 20),
        effective_from=date(2016, 1, 1),
    )
    make_document(index, "61/2018/NĐ-CP", title="Một cửa", issued_on=date(2018, 4, 23), expires_on=date(2025, 7, 1))
    make_document(index, "12/QĐ-UBND", title="Không rõ ngày", kind="decision", issuer_name="Ủy ban nhân dân tỉnh")


def test_latest_first_and_undated_last(client, three):
    assert numbers(client) == ["61/2018/NĐ-CP", "60/2014/QH13", "12/QĐ-UBND"]


def test_a_line_says_what_one_needs(client, three):
    row = shown(client, q="hộ tịch")["results"][0]
    assert row == {
        "number": "60/2014/QH13",
        "title": "Luật Hộ tịch",
        "url": "/van-ban/60-2014-qh13/",
        "kind": "Luật",
        "issuer": "Quốc hội",
        "issued": date(2014, 11, 20),
        "status": {"label": "Còn hiệu lực", "kind": "in_force"},
    }


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "law"}, ["60/2014/QH13"]),
        ({"issuer": "Chính phủ"}, ["61/2018/NĐ-CP"]),
        ({"year": "2014"}, ["60/2014/QH13"]),
        ({"status": "expired"}, ["61/2018/NĐ-CP"]),
        ({"status": "unknown"}, ["12/QĐ-UBND"]),
        ({"q": "luat ho tich"}, ["60/2014/QH13"]),
        ({"q": "61/2018/ND-CP"}, ["61/2018/NĐ-CP"]),
        ({"q": "không có từ này"}, []),
        ({"kind": "law", "year": "2018"}, []),
    ],
)
def test_filters_and_words(client, three, asked, found):
    assert numbers(client, **asked) == found


def test_filters_offer_what_there_is_and_remember_the_choice(client, three):
    context = shown(client, kind="law", q="hộ tịch")
    filters = {each["name"]: each for each in context["filters"]}
    assert [option["label"] for option in filters["kind"]["options"]] == ["Luật", "Nghị định", "Quyết định"]
    assert filters["kind"]["selected_label"] == "Luật"
    assert [option["value"] for option in filters["year"]["options"]] == ["2018", "2014"]
    assert context["base_query"] == "q=h%E1%BB%99+t%E1%BB%8Bch&kind=law"
    assert (context["query"], context["total"]) == ("hộ tịch", 1)


@pytest.mark.parametrize(
    "asked",
    [
        {"year": "0"}, {"year": "99999999999999999999"}, {"year": "2024-02-31"}, {"year": "x"},
        {"year": "\x00"},
        {"kind": "\x00"}, {"kind": "khong-co"}, {"issuer": "'; --"}, {"status": "constructor"},
        {"page": "999999"}, {"page": "-1"}, {"page": "\x00"}, {"page": "9" * 5000},
        {"q": "\x00"}, {"q": "%"}, {"q": "_" * 3000}, {"q": '"\\'}, {"q": "\ud7ff"},
    ],
)  # fmt: skip
def test_nonsense_is_answered_sensibly(client, three, asked):
    context = shown(client, **asked)
    assert context["total"] in (0, 3) if "q" in asked else context["total"] == 3


def test_a_sign_of_the_database_is_no_wildcard(client, three):
    assert numbers(client, q="%") == []


def test_twenty_a_page(client, index):
    for _ in range(25):
        make_document(index)
    assert len(shown(client)["results"]) == 20
    assert len(shown(client, page="2")["results"]) == 5
    assert shown(client, page="999999")["results"].number == 2


def test_queries_do_not_grow_with_the_list(client, index, django_assert_max_num_queries):
    make_document(index)
    shown(client)
    with django_assert_max_num_queries(14) as captured:
        shown(client)
        few = len(captured)
    for _ in range(19):
        make_document(index)
    shown(client)
    with django_assert_max_num_queries(few):
        shown(client)


def test_drafts_stay_out(client, three):
    LegalDocumentPage.objects.get(number="60/2014/QH13").unpublish()
    assert "60/2014/QH13" not in numbers(client)


def test_the_database_and_the_rule_agree_on_the_status(index):
    for effective in DAYS:
        for expires in DAYS:
            for declared in ("", "expired", "in_force", "not_yet"):
                make_document(index, effective_from=effective, expires_on=None, declared_status=declared)
                LegalDocumentPage.objects.order_by("-pk")[:1].get()
                newest = LegalDocumentPage.objects.order_by("-pk").first()
                LegalDocumentPage.objects.filter(pk=newest.pk).update(expires_on=expires)
    for status in validity.LABELS:
        found = LegalDocumentPage.objects.with_status(status, TODAY)
        assert {page.validity_status(TODAY) for page in found} == {status}
    every = [LegalDocumentPage.objects.with_status(status, TODAY).count() for status in validity.LABELS]
    assert sum(every) == LegalDocumentPage.objects.count()
