"""Search marks procedures of which something is approved for a later day, as lists do."""

from datetime import timedelta

import pytest
from django.urls import reverse

from procedures_catalog.models import ChangeSet
from search.feed.entries import all_entries
from tests.clock import today
from tests.procedures_catalog.dated.sets import make_set
from tests.procedures_catalog.factories import published
from vietnamese.days import written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.mark.parametrize(("state", "times"), [("approved", 1), ("writing", 0)])
def test_what_is_approved_for_later_is_marked(client, index, state, times):
    day = today() + timedelta(days=90)
    page = published(**{"Tên thủ tục": "Cấp thẻ thả diều"})
    published("1.100002", **{"Tên thủ tục": "Cấp thẻ sáo diều"})
    changes = make_set(day, (page, "conditions", "Có hai diều."))
    ChangeSet.objects.filter(pk=changes.pk).update(state=state)
    index.rebuild(all_entries(today()))
    shown = client.get(reverse("search"), {"q": "cấp thẻ"}).content.decode()
    assert "Cấp thẻ" in shown
    assert shown.count(f"Sắp thay đổi từ {written(day)}") == times
