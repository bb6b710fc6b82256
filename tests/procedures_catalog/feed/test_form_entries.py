"""What the finder is told of forms."""

import datetime

import pytest
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from agencies.models import Agency
from procedures_catalog.facts.streams import new_id
from procedures_catalog.feed.form_entries import form_entries, forms_on
from procedures_catalog.models import ProcedurePage
from tests.clock import today
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def form(title: str = "Tờ khai xin thẻ thả diều", **values):
    return get_document_model().objects.create(title=title, file="to-khai.docx", **values)


def attach(page: ProcedurePage, document, paper: str = "Đơn đề nghị") -> ProcedurePage:
    """The page, published with the form beside one of its papers."""
    for child in page.cases.raw_data:
        for item in child["value"]["papers"]:
            if item["value"]["name"] == paper:
                item["value"]["form"] = document.pk if document else None
    page.save_revision().publish()
    return page_of(page.code)


def overlaid(page: ProcedurePage, document, **dates) -> ProcedurePage:
    """The page with papers of the province's own that offer the form."""
    paper = {"name": "Đơn của tỉnh", "originals": 1, "copies": 0, "form": document.pk}
    case = {"name": "", "named": False, "papers": [{"type": "item", "value": paper, "id": new_id()}]}
    dossier = [{"type": "case", "value": case, "id": new_id()}]
    page.overlay.raw_data.append({"type": "cases", "value": {"value": dossier, **dates}, "id": new_id()})
    page.save_revision().publish()
    return page_of(page.code)


def entries(*ids: int):
    return list(form_entries(today(), ids or None))


def test_a_form_says_what_it_is_for_and_where_it_lies():
    document = form()
    page = attach(published("1.100001"), document)
    (entry,) = entries()
    assert (entry.key, entry.kind, entry.title, entry.url) == (
        f"form:{document.pk}",
        "form",
        document.title,
        document.url,
    )
    assert entry.names == ("Đơn đề nghị", f"{document.title} ({page.title})")
    assert page.official_name in entry.body
    assert entry.facets["sector"] == (page.sector.slug,)
    assert entry.facets["level"] == ("commune",)
    assert entry.is_current


def test_a_form_of_several_procedures_is_one_entry_with_the_facets_of_all():
    document = form()
    attach(published("1.100001"), document)
    attach(published("1.100002", **{"Lĩnh vực": "Lồng đèn"}), document, "Ảnh cánh diều")
    (entry,) = entries(document.pk)
    assert len(entry.facets["sector"]) == 2
    assert entry.names[:2] == ("Đơn đề nghị", "Ảnh cánh diều")
    assert entry.body.count("\n") == 1


def test_its_agencies_are_those_of_its_procedures():
    agency = Agency.objects.create(name="Ủy ban nhân dân cấp xã", kind="commune_committee")
    attach(published("1.100001"), document := form())
    page_of("1.100001").agencies.update(registered=agency)
    assert entries(document.pk)[0].facets["agency"] == (agency.slug,)


def test_a_form_without_a_published_procedure_is_not_found():
    page = attach(published("1.100001"), form())
    form("Không ai dùng")
    assert len(entries()) == 1
    page.unpublish()
    assert entries() == []


def test_a_form_of_a_private_procedure_or_collection_is_not_found():
    folder = Collection.get_first_root_node().add_child(name="Nội bộ")
    page = attach(published("1.100001"), form(collection=folder.add_child(name="Con")))
    assert len(entries()) == 1
    closed = CollectionViewRestriction.objects.create(collection=folder, restriction_type="login")
    assert entries() == []
    closed.delete()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert entries() == []


def test_a_form_of_an_abolished_procedure_says_so():
    page = attach(published("1.100001"), form())
    page.valid_to = datetime.date(2020, 1, 1)
    page.save_revision().publish()
    assert not entries()[0].is_current


def test_the_provinces_own_papers_offer_their_forms_while_they_hold():
    ours, theirs = form("Mẫu của tỉnh"), form("Mẫu quốc gia")
    overlaid(attach(published("1.100001"), theirs), ours)
    assert [entry.title for entry in entries()] == ["Mẫu của tỉnh"]
    overlaid(attach(published("1.100002"), theirs), ours, valid_to="2020-01-01")
    assert [entry.title for entry in entries(theirs.pk)] == ["Mẫu quốc gia"]
    assert "1.100002" not in [entry.body for entry in entries(ours.pk)]


def test_the_forms_of_a_page_are_those_of_both_layers():
    ours, theirs = form("Mẫu của tỉnh"), form("Mẫu quốc gia")
    page = overlaid(attach(published("1.100001"), theirs), ours)
    assert forms_on(page) == {ours.pk, theirs.pk}


def test_a_deleted_form_is_not_found():
    document = form()
    attach(published("1.100001"), document)
    get_document_model().objects.filter(pk=document.pk).delete()
    assert entries() == []
    assert entries(document.pk) == []
