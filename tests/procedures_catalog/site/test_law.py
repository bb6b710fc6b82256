"""The law behind a procedure on its page: the document that is meant, or none, and never another one's status."""

import datetime
from importlib import import_module

import pytest
from django.apps import apps

from legal_documents.models import DocumentIndexPage
from procedures_catalog.models import ProcedureLegalBasis
from tests.clock import today
from tests.legal_documents.documents_factory import make_document
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
OVER = {"expires_on": today() - datetime.timedelta(days=1)}


def _bases(client, number: str, title: str) -> list[tuple[str, str]]:
    """Address and status of each legal basis as the page of a procedure that cites that shows it."""
    page = published("1.100001", **{"Căn cứ pháp lý": [{"ten": title, "so_hieu": number}]})
    shown = client.get(page.url).context["legal_bases"]
    return [(basis["url"], (basis["status"] or {}).get("kind", "")) for basis in shown]


def test_a_regulation_is_not_another_one_of_its_year_and_ministry(client):
    index = DocumentIndexPage.objects.get()
    meant = make_document(index, "QCVN 06:2022/BXD", effective_from=today())
    make_document(index, "QCVN 03:2022/BXD", **OVER)
    assert _bases(client, "QCVN 6: 2022/BXD", "Quy chuẩn về lối thoát của nhà diều") == [(meant.url, "in_force")]


def test_one_regulation_alone_is_not_meant_by_the_number_of_another(client):
    make_document(DocumentIndexPage.objects.get(), "QCVN 03:2022/BXD", **OVER)
    assert _bases(client, "QCVN 06:2022/BXD", "Quy chuẩn về lối thoát của nhà diều") == [("", "")]


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("Quyết định giá dây diều của UBND tỉnh Ấp Bắc (cũ)", True),
        ("Quyết định giá dây diều của UBND tỉnh Đèo Ngang", False),
        ("Quyết định giá dây diều", False),
    ],
)
def test_of_two_former_provinces_decisions_the_one_that_is_named_or_none(client, title, is_told):
    index = DocumentIndexPage.objects.get()
    north = make_document(index, "46/2020/QĐ-UBND", slug="bac", effective_from=today(), issuer_name="UBND tỉnh Ấp Bắc")
    make_document(index, "46/2020/QĐ-UBND", slug="nam", issuer_name="UBND tỉnh Cửa Nam", **OVER)
    assert _bases(client, "46/2020/QĐ-UBND", title) == [(north.url, "in_force") if is_told else ("", "")]


def test_a_resolution_has_not_the_status_of_the_law_of_its_number(client):
    make_document(DocumentIndexPage.objects.get(), "56/2010/QH12", title="Luật Diều", **OVER)
    assert _bases(client, "56/2010/QH12", "Nghị quyết về việc thi hành Luật Diều") == [("", "")]


def test_rows_of_an_older_portal_are_tied_anew_and_an_editors_choice_stays():
    index = DocumentIndexPage.objects.get()
    law, decree = make_document(index, "56/2010/QH12", title="Luật Diều"), make_document(index, "1/2020/NĐ-CP")
    page = published("1.100001")
    rows = [
        ("56/2010/QH12", "Nghị quyết về Luật Diều", law, None),
        ("56/2010/QH12", "Luật Diều", None, law),
        ("1/2020/NĐ-CP", "", decree, decree),
        ("số 1", "Nghị định về dây diều", decree, decree),
    ]
    kept = [
        ProcedureLegalBasis.objects.create(page=page, number=number, title=title, document=document)
        for number, title, document, _ in rows
    ]
    import_module("procedures_catalog.migrations.0019_bases_relinked").relink(apps, None)
    after = [ProcedureLegalBasis.objects.get(pk=row.pk).document for row in kept]
    assert after == [right for *_, right in rows]
