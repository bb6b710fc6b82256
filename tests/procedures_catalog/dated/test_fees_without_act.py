"""A fee that a set of dated differences sets rests on a document, also that none is due; else it is not handed in."""

import datetime
from dataclasses import replace

import pytest
from django.utils import timezone

from procedures_catalog.dated import steps
from procedures_catalog.dated.composing import put
from procedures_catalog.dated.steps import StepRefused
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.record import Fee, TimeLimit
from procedures_catalog.models import ChangeSet, ProcedurePage
from tests.clock import today
from tests.procedures_catalog.dated.sets import everybody
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
SOON = today() + datetime.timedelta(days=3)


@pytest.fixture
def page() -> ProcedurePage:
    return published(CODE)


def handed_in(page: ProcedurePage, decision: str = "", **values) -> ChangeSet:
    """A set that says this, once somebody handed it in."""
    writer = everybody()[0]
    changes = ChangeSet.objects.create(title="Đổi mức thu", day=SOON, decision=decision)
    with steps.writing(changes.pk, writer, timezone.now()) as held:
        put(held, page, values)
    return steps.submit(changes.pk, writer, timezone.now())


def ways(**more) -> tuple:
    return tuple(replace(way, **more) for way in official_record(page_of(CODE)).channels)


@pytest.mark.parametrize("fee", [Fee(40_000), Fee(None, "Không thu phí"), Fee(None, "Miễn lệ phí")])
def test_a_new_fee_asks_for_its_document_be_it_none(page, fee):
    with pytest.raises(StepRefused, match="chưa ghi theo văn bản nào") as refused:
        handed_in(page, channels=ways(fees=(fee,)))
    assert page.told_name in str(refused.value)


def test_so_does_the_tick_that_there_is_no_fee(page):
    with pytest.raises(StepRefused, match="chưa ghi theo văn bản nào"):
        handed_in(page, blanks=("fee.none",))


@pytest.mark.parametrize(("decision", "basis"), [("7/NQ-HĐND", ""), ("", "7/NQ-HĐND")])
def test_the_document_of_the_set_or_of_the_fee_is_enough(page, decision, basis):
    fees = (Fee(None, "Không thu phí", legal_basis=basis),)
    assert handed_in(page, decision, channels=ways(fees=fees)).state == "submitted"


def test_another_time_limit_beside_a_fee_that_stands_asks_for_nothing(page):
    assert handed_in(page, channels=ways(reduced=TimeLimit("1", "day"))).state == "submitted"
