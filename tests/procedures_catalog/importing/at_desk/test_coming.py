"""An import that changes what a set of dated changes will change asks a person, and says which set from which day."""

import datetime

import pytest

from procedures_catalog.facts.dated.difference import ENDS, Ending
from procedures_catalog.models import ImportPart
from tests.clock import today
from tests.procedures_catalog.dated.sets import make_set
from tests.procedures_catalog.factories import national, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
DAY = today() + datetime.timedelta(days=3)
CHANGED = {"Yêu cầu, điều kiện thực hiện": "Có mây."}


def _asked(run) -> list[str]:
    return [text for item in run.items.all() for _, text in item.questions]


def test_the_same_part_is_asked_about_and_nothing_is_proposed(handed_in):
    make_set(DAY, (published(CODE), "conditions", "Có sáo."))
    asked = _asked(handed_in(national(CODE, **CHANGED)))
    assert len(asked) == 1
    assert "“Quyết định về diều” sẽ đổi phần này" in asked[0]
    assert f"{DAY:%d/%m/%Y}" in asked[0]
    assert set(ImportPart.objects.values_list("choice", flat=True)) == {""}


def test_another_part_is_not(handed_in):
    make_set(DAY, (published(CODE), "results", ("Giấy phép.",)))
    assert _asked(handed_in(national(CODE, **CHANGED))) == []


def test_a_procedure_that_will_end_is_asked_about_whatever_changes(handed_in):
    make_set(DAY, (published(CODE), ENDS, Ending("1/QĐ-UBND")))
    assert "hết hiệu lực từ ngày" in _asked(handed_in(national(CODE, **CHANGED)))[0]


def test_a_set_that_was_dropped_or_applied_asks_nothing(handed_in):
    for state in ("dropped", "applied"):
        make_set(DAY, (published(f"{CODE[:-1]}{len(state)}"), "conditions", "Có sáo."), state=state)
    assert _asked(handed_in(*(national(f"{CODE[:-1]}{n}", **CHANGED) for n in (7, 7)))) == []
