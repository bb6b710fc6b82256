"""One document: what it derives, what its page says."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from wagtail.documents import get_document_model

from agencies.models import Agency
from legal_documents.models import LegalDocumentPage
from tests.clock import today
from tests.legal_documents.documents_factory import make_document


def test_the_address_comes_from_the_number(index):
    assert make_document(index, "31/2024/QH15").url == "/van-ban/31-2024-qh15/"
    assert make_document(index, "Số: 61 /2018/ NĐ – CP").number_key == "61/2018/nd-cp"


def test_without_a_number_it_comes_from_the_title(index):
    document = make_document(index, "", title="Hiến pháp", kind="constitution")
    assert (document.slug, document.number_key) == ("hien-phap", "")


def test_provinces_may_share_a_number(index):
    slugs = [make_document(index, "12/QĐ-UBND").slug for _ in range(2)]
    assert slugs == ["12-qd-ubnd", "12-qd-ubnd-2"]


def test_it_cannot_end_before_it_begins(index):
    with pytest.raises(ValidationError) as refused:
        make_document(index, effective_from=date(2025, 7, 1), expires_on=date(2025, 7, 1))
    assert "expires_on" in refused.value.message_dict


def test_the_issuers_name_is_kept_as_it_was(index):
    issuer = Agency.objects.create(name="Sở Tư pháp", kind="department")
    document = make_document(index, issuer=issuer, issuer_name="")
    assert document.issuer_name == "Sở Tư pháp"
    issuer.name = "Sở Nội vụ"
    issuer.save()
    document.save()
    assert document.issuer_name == "Sở Tư pháp"


def test_its_page(client, index):
    document = make_document(
        index,
        "61/2018/NĐ-CP",
        issued_on=date(2018, 4, 23),
        expires_on=date(2025, 7, 1),
        gazette_on=date(2018, 5, 5),
    )
    context = client.get(document.url).context
    assert context["status"] == {"label": "Hết hiệu lực", "kind": "expired"}
    assert {"label": "Ngày ban hành", "value": "23/04/2018"} in context["facts"]
    assert {"label": "Ngày đăng Công báo", "value": "05/05/2018"} in context["facts"]
    assert not any(fact["label"] == "Ngày có hiệu lực" for fact in context["facts"])
    assert context["file"] is None


def test_a_file_that_is_missing_on_the_disk_does_no_harm(client, index):
    held = get_document_model().objects.create(title="Bản gốc", file="documents/khong-co.pdf")
    context = client.get(make_document(index, file=held).url).context
    assert context["file"]["name"] == "khong-co.pdf"
    assert context["file"]["size_label"] == ""


def test_a_file_in_use_cannot_be_deleted(index):
    held = get_document_model().objects.create(title="Bản gốc", file="documents/a.pdf")
    make_document(index, file=held)
    with pytest.raises(ProtectedError):
        held.delete()


def test_what_the_finder_is_told(index):
    document = make_document(
        index,
        "61/2018/NĐ-CP",
        abstract="Một cửa",
        effective_from=date(2018, 6, 21),
        expires_on=date(2025, 7, 1),
    )
    entry = document.search_entry(today())
    assert (entry.kind, entry.codes, entry.is_current) == ("document", ("61/2018/NĐ-CP",), False)
    assert "Một cửa" in entry.body
    assert entry.facets["issuer"] == ("Chính phủ",)


def test_a_title_longer_than_any_list_shows(index):
    document = make_document(index, official_title="Rất dài " * 200)
    assert len(LegalDocumentPage.objects.get(pk=document.pk).official_title) > 255
