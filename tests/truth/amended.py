"""An editor changes a number of the record and leaves its notes: what people read then has the new number in it."""

from collections.abc import Mapping
from dataclasses import replace

from procedures_catalog.facts.fees.wording import fee_text
from procedures_catalog.facts.record import Fee
from tests.truth.kinds import Kind, Told


def _dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _hides_an_amended_amount(told: Told) -> bool:
    """The note names the old amount, and the table tells that one alone once the amount is a tenth less."""
    fees = (fee for row in told.record.channels for fee in row.fees)
    return any(_is_hidden(fee, fee.amount * 9 // 10) for fee in fees if fee.amount and _dotted(fee.amount) in fee.note)


def _is_hidden(fee: Fee, amount: int) -> bool:
    return amount >= 1_000 and _dotted(amount) not in fee_text(replace(fee, amount=amount))


AMENDED_KINDS: Mapping[str, Kind] = {
    "amended_amount_hidden": Kind("an amount that an editor changed is read nowhere", _hides_an_amended_amount),
}
