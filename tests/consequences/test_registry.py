"""One signal for each change: in its transaction, once, and together with all that is kept of it."""

import pytest
from django.db import transaction

from agencies.models import AdministrativeUnit, Agency
from agencies.store.load import load_agencies, load_units
from consequences.registry import changing, touched
from pages.models import ShownChange
from search.models import PendingEntry
from tests.pages.factories import make_content

pytestmark = pytest.mark.django_db


class RefusedError(Exception):
    """What somebody who listens may raise."""


@pytest.fixture
def refusing():
    """Somebody listens who cannot keep what he is told."""

    def refuse(**_kwargs) -> None:
        raise RefusedError

    touched.connect(refuse, weak=False)
    yield
    touched.disconnect(refuse)


def test_a_page_is_saved_with_all_that_is_kept_of_it_or_not_at_all(portal, refusing):
    before = PendingEntry.objects.count(), ShownChange.objects.count()
    with pytest.raises(RefusedError), transaction.atomic():
        make_content(portal[0], "Cách thả diều")
    assert (PendingEntry.objects.count(), ShownChange.objects.count()) == before
    assert not portal[0].get_children().filter(slug="cach-tha-dieu").exists()


def test_rows_that_are_new_are_told_with_the_others(db, telling):
    with telling() as told, changing(Agency) as ids:
        rows = Agency.objects.bulk_create(Agency(name=f"Sở {n}", slug=f"so-{n}", kind="other") for n in range(600))
        ids.update(row.pk for row in rows)
    assert told.times == 1
    assert len(told.what.entries) == 600


def test_as_much_is_asked_for_a_portion_as_for_one(django_assert_max_num_queries):
    Agency.objects.bulk_create(Agency(name=f"Sở {n}", slug=f"so-{n}", kind="other") for n in range(400))
    with django_assert_max_num_queries(40), changing(Agency, Agency.objects.values_list("pk", flat=True)):
        pass


def test_what_is_stored_in_bulk_is_told(telling):
    with telling() as told:
        load_units([{"code": "1", "name": "Xã Diều", "kind": "commune"}])
        load_agencies([{"slug": "xa-dieu", "name": "Ủy ban xã Diều", "kind": "commune_committee", "unit": "1"}])
    unit, agency = AdministrativeUnit.objects.get(), Agency.objects.get()
    assert told.what.entries == {f"agency:{agency.pk}"}
    assert told.what.papers == {f"unit:{unit.pk}", f"agency:{agency.pk}"}
    assert told.what.lists == {"/co-quan/", "/tim-kiem/"}
