"""What comes before a set is what is applied before it: of one day the sets by their numbers."""

import datetime

import pytest

from procedures_catalog.dated.standing import earlier
from procedures_catalog.models import ChangeSet
from tests.clock import today
from tests.procedures_catalog.dated.sets import make_set
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
SOON = today() + datetime.timedelta(days=3)
EVE = SOON - datetime.timedelta(days=1)


def test_of_one_day_the_sets_with_smaller_numbers_come_before_and_a_new_one_last():
    page = published("1.100001")
    first, second, third = (make_set(SOON, (page, "conditions", text), state="approved") for text in "abc")
    eve = make_set(EVE, (page, "conditions", "d"), state="approved")
    make_set(SOON, (page, "conditions", "e"))

    def before(changes: ChangeSet) -> list[str]:
        return [each.value for each in earlier([page.identity_id], changes).get(page.identity_id, ())]

    assert [before(each) for each in (eve, first, second, third)] == [[], ["d"], ["d", "a"], ["d", "a", "b"]]
    assert before(ChangeSet(day=SOON)) == ["d", "a", "b", "c"]
