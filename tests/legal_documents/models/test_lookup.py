"""Documents found by the numbers and titles under which others cite them."""

from legal_documents.facts.citations import Citation
from legal_documents.models import documents_cited
from tests.legal_documents.documents_factory import make_document


def test_one_query_for_any_spelling(index, django_assert_num_queries):
    law, decree = make_document(index, "60/2014/QH13"), make_document(index, "61/2018/NĐ-CP")
    spelled, unknown = Citation("Nghị định số 61/2018/ND-CP"), Citation("99/2099/NĐ-CP")
    named = Citation("60/2014/QH13", "Luật Hộ tịch")
    with django_assert_num_queries(1):
        found = documents_cited([named, spelled, unknown, Citation("")])
    assert found == {named: law.pk, spelled: decree.pk}


def test_of_two_with_one_number_the_one_that_issuer_or_title_tells(index):
    mine = make_document(index, "46/2020/QĐ-UBND", issuer_name="UBND tỉnh Ấp Bắc")
    make_document(index, "46/2020/QĐ-UBND", issuer_name="UBND tỉnh Cửa Nam")
    told, untold = Citation("46/2020/QĐ-UBND", "Quyết định của UBND tỉnh Ấp Bắc"), Citation("46/2020/QĐ-UBND")
    assert documents_cited([told, untold]) == {told: mine.pk}


def test_a_regulation_is_never_another_one_of_its_year(index):
    meant = make_document(index, "QCVN 06:2022/BXD")
    make_document(index, "QCVN 03:2022/BXD")
    cited = Citation("QCVN 6: 2022/BXD", "Quy chuẩn về an toàn cháy")
    assert documents_cited([cited]) == {cited: meant.pk}


def test_nothing_asked_nothing_found(index):
    make_document(index, "", title="Không số")
    assert documents_cited([]) == {}
    assert documents_cited([Citation("")]) == {}


def test_drafts_are_not_held(index):
    make_document(index, "60/2014/QH13").unpublish()
    assert documents_cited([Citation("60/2014/QH13", "Luật Hộ tịch")]) == {}
