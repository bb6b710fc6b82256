"""Documents found by the numbers under which others cite them."""

from datetime import date

from legal_documents.models import documents_by_number
from tests.legal_documents.documents_factory import make_document


def test_one_query_for_any_spelling(index, django_assert_num_queries):
    law, decree = make_document(index, "60/2014/QH13"), make_document(index, "61/2018/NĐ-CP")
    asked = ["60/2014/QH13", "Nghị định số 61/2018/ND-CP", "99/2099/NĐ-CP", ""]
    with django_assert_num_queries(1):
        found = documents_by_number(asked)
    assert found["60/2014/QH13"] == found["60/2014/qh13"] == law
    assert found["Nghị định số 61/2018/ND-CP"] == found["61/2018/nd-cp"] == decree
    assert "99/2099/NĐ-CP" not in found
    assert "" not in found


def test_of_two_with_one_number_the_latest(index):
    newer = make_document(index, "12/QĐ-UBND", issued_on=date(2026, 1, 1))
    make_document(index, "12/QĐ-UBND", issued_on=date(2020, 1, 1))
    assert documents_by_number(["12/QĐ-UBND"])["12/QĐ-UBND"] == newer


def test_nothing_asked_nothing_found(index):
    make_document(index, "", title="Không số")
    assert documents_by_number([]) == {}
    assert documents_by_number([""]) == {}


def test_drafts_are_not_held(index):
    make_document(index, "60/2014/QH13").unpublish()
    assert documents_by_number(["60/2014/QH13"]) == {}
