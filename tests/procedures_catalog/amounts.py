"""Makes shared amounts for tests, and procedures that take them."""

from typing import Any

from django.db import transaction

from procedures_catalog.facts.overlay import block_of
from procedures_catalog.facts.record import Channel, Fee
from procedures_catalog.facts.streams import new_id
from procedures_catalog.models import ProcedurePage, SharedAmount
from tests.procedures_catalog.factories import bring, national_row, page_of

BASIS = "Nghị quyết 12/2025/NQ-HĐND"


def amount_of(amount: int | None = 8_000, **more: Any) -> SharedAmount:
    """A published amount."""
    return SharedAmount.objects.create(**{"name": "Lệ phí thả diều", "legal_basis": BASIS} | more, amount=amount)


def channels_with(amount: SharedAmount, **more: Any) -> tuple[Channel, ...]:
    """Channels of which one takes the amount."""
    return (Channel("direct", fees=(Fee(None, shared=amount.pk, **more),)),)


def taking(amount: SharedAmount, *codes: str, **more: Any) -> list[ProcedurePage]:
    """Published procedures whose layer takes the amount."""
    bring(*(national_row(code, number) for number, code in enumerate(codes, 2)))
    for code in codes:
        page = page_of(code)
        block = block_of("channels", channels_with(amount, **more), "5/QĐ-UBND") | {"id": new_id()}
        page.overlay = [block]
        with transaction.atomic():
            page.save_revision().publish()
    return [page_of(code) for code in codes]


def becomes(row: SharedAmount, **said: Any) -> SharedAmount:
    """The amount after somebody wrote this and another published it."""
    row = SharedAmount.objects.get(pk=row.pk)
    for name, value in said.items():
        setattr(row, name, value)
    with transaction.atomic():
        row.save_revision().publish()
    return SharedAmount.objects.get(pk=row.pk)
