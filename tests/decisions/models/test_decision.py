"""What a decision asks of its days, and what is never public."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from decisions.models import Decision
from decisions.models.decision import NO_PAGE

ON = date(2026, 12, 1)


def test_a_day_that_is_over_asks_whether_it_is_meant():
    past = Decision(effective_on=date(2026, 11, 1))
    assert "hồi tố" in past.asks_of_day(ON)
    past.is_retroactive = True
    assert past.asks_of_day(ON) == ""


def test_a_day_before_the_signing_asks_too():
    early = Decision(signed_on=date(2027, 2, 1), effective_on=date(2027, 1, 1))
    assert "trước ngày ký (01/02/2027)" in early.asks_of_day(ON)


def test_a_day_to_come_and_today_ask_nothing():
    assert Decision(effective_on=date(2027, 3, 1)).asks_of_day(ON) == ""
    assert Decision(effective_on=ON).asks_of_day(ON) == ""
    assert Decision().asks_of_day(ON) == ""


def test_internal_processes_and_internal_procedures_are_never_public_and_have_no_page():
    for kind in ("process", "internal"):
        kept = Decision(kind=kind, summary="Quy trình", document_id=1)
        assert not kept.is_public
        with pytest.raises(ValidationError) as refused:
            kept.clean()
        assert refused.value.message_dict == {"document": [NO_PAGE]}
    assert Decision(kind="linked").is_public
