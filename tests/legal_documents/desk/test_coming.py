"""Documents that begin or end tomorrow or this week stand on the front page of their agency, each a number with its
list."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, Role
from cms.desk.day import days_work
from cms.models import Editor
from legal_documents.desk.coming import LIST
from legal_documents.models import DocumentIndexPage, LegalDocumentPage
from legal_documents.store.shelves import document_shelves
from tests.clock import today
from tests.editors import browser_of, member
from tests.legal_documents.documents_factory import make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NEXT, SOON, LATER = (today() + timedelta(days=number) for number in (1, 5, 8))


@pytest.fixture
def agency() -> Agency:
    return Agency.objects.create(name="Phòng Diều", kind="department")


@pytest.fixture
def writer(agency) -> Editor:
    return member(Role.WRITER, agency)


def document(agency: Agency, **values) -> LegalDocumentPage:
    """A published document of the agency."""
    made = make_document(DocumentIndexPage.objects.get(), **values)
    with transaction.atomic():
        made.move(document_shelves().of(agency.pk), pos="last-child")
    return LegalDocumentPage.objects.get(pk=made.pk)


def numbers(user: Editor) -> dict[str, int]:
    """Address of the list → number on the front page."""
    return {work.url: work.count for work in days_work(user, timezone.now()) if reverse(LIST) in work.url}


def listed(user: Editor, address: str) -> list[str]:
    table = BeautifulSoup(browser_of(user).get(address).content, "html.parser").select("table.listing tbody tr")
    return [" ".join(row.get_text(" ").split()) for row in table]


def test_what_begins_and_what_ends_is_counted_by_tomorrow_and_by_the_week(writer, agency):
    document(agency, number="1/QĐ-UBND", effective_from=NEXT)
    document(agency, number="2/QĐ-UBND", expires_on=SOON)
    document(agency, number="3/QĐ-UBND", effective_from=LATER, expires_on=None)
    document(agency, number="4/QĐ-UBND", effective_from=today())
    tomorrow, week = (f"{reverse(LIST)}?khi={key}" for key in ("tomorrow", "week"))
    assert numbers(writer) == {tomorrow: 1, week: 2}
    assert [len(listed(writer, address)) for address in (tomorrow, week)] == [1, 2]
    (line,) = listed(writer, tomorrow)
    assert line.endswith(f"1/QĐ-UBND có hiệu lực từ {NEXT:%d/%m/%Y}")
    assert any(f"hết hiệu lực sau ngày {SOON - timedelta(days=1):%d/%m/%Y}" in row for row in listed(writer, week))


def test_another_agency_and_a_draft_are_no_part_of_it(writer, agency):
    elsewhere = Agency.objects.create(name="Phòng Sáo", kind="department")
    document(elsewhere, number="5/QĐ-UBND", effective_from=NEXT)
    document(agency, number="6/QĐ-UBND", effective_from=NEXT, live=False)
    assert numbers(writer) == {}
    assert listed(writer, reverse(LIST)) == []


def test_an_unknown_key_in_the_address_shows_the_week(writer, agency):
    document(agency, number="7/QĐ-UBND", expires_on=SOON)
    assert len(listed(writer, f"{reverse(LIST)}?khi=x")) == 1
