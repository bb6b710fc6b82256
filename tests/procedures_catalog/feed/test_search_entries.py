"""What the finder is told in bulk is what a page says of itself."""

import pytest

from procedures_catalog.feed.search_entries import procedure_entries
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.loading import with_facts
from tests.clock import today
from tests.portal_process import manage
from tests.procedures_catalog.factories import page_of, published

COMPARED = """
from pages.published import published
from procedures_catalog.feed.search_entries import procedure_entries
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.loading import with_facts
from tests.clock import today
pages = with_facts(published(ProcedurePage.objects)).iterator(chunk_size=200)
own = {page.pk: page.search_entry(today()) for page in pages}
bulk = {int(entry.key.split(":")[1]): entry for entry in procedure_entries(today())}
print(len(own), [own[key].codes[0] for key in own if own[key] != bulk.get(key)][:10], own.keys() ^ bulk.keys())
"""


def own_entries() -> list:
    return [page.search_entry(today()) for page in with_facts(ProcedurePage.objects.live().order_by("pk"))]


@pytest.mark.usefixtures("demo")
def test_each_procedure_of_the_demonstration_is_told_alike_by_both_ways():
    assert list(procedure_entries(today())) == own_entries()


@pytest.mark.usefixtures("portal")
def test_a_procedure_is_found_by_the_codes_that_it_had_before(db):
    page = published("1.100001")
    page.code = "1.100002"
    page.save_revision().publish()
    (entry,) = procedure_entries(today())
    assert entry.codes == (
        "1.100002",
        page_of("1.100002").identity.short_code,
        "1.100001",
        "qd-12-bvc",
    )
    assert [entry] == own_entries()


@pytest.mark.shared
def test_each_real_procedure_is_told_alike_by_both_ways(national_portal):
    assert manage(national_portal, "shell", "--no-imports", "--command", COMPARED).stdout.strip() == "4559 [] set()"
