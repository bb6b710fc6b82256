"""An answer that nobody has verified is marked where search gives it in a line."""

import pytest
from django.urls import reverse

from search.feed.entries import all_entries
from tests.clock import today
from tests.procedures_catalog.factories import published
from tests.procedures_catalog.site.test_unverified_lines import CODE, MARK, STATE, marked, with_layer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.mark.parametrize(("decision", "mark"), [("", f" {MARK}"), ("7/NQ-HĐND", "")])
def test_the_fee_is_marked_where_it_rests_on_nothing(client, index, decision, mark):
    published(CODE, **STATE)
    with_layer(decision=decision)
    index.rebuild(all_entries(today()))
    address = f"{reverse('search')}?q=thả+diều"
    assert "40.000 đồng" in client.get(address).content.decode()
    assert marked(client, address) == ([f"40.000 đồng{mark}"] if mark else [])
