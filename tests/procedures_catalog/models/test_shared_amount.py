"""What a shared amount may say, and whose it is."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.urls import reverse

from agencies.models import Agency, Role
from cms.access.upkeep import ensure_access
from cms.models import Editor
from procedures_catalog.desk.blocks import OwnFeeBlock
from procedures_catalog.facts.record import Fee
from procedures_catalog.models import SharedAmount
from tests.editors import browser_of, member
from tests.procedures_catalog.amounts import BASIS, amount_of, taking

SOON = datetime.date(2027, 3, 1)


def _amount(**values) -> SharedAmount:
    return SharedAmount(**{"name": "Phí", "amount": 8_000, "legal_basis": BASIS} | values)


def test_it_is_one_fee_and_the_announced_one_after_it():
    first, then = _amount(next_amount=10_000, next_from=SOON, next_basis="1/2027/NQ-HĐND").fees()
    assert first == Fee(8_000, legal_basis=BASIS, valid_to="2027-03-01")
    assert then == Fee(10_000, legal_basis="1/2027/NQ-HĐND", valid_from="2027-03-01")


def test_an_amount_that_ends_on_the_eve_of_the_next_one_ends_nothing_but_itself():
    made = _amount(next_amount=10_000, next_from=SOON, valid_to=SOON)
    made.clean()
    assert [(fee.amount, fee.valid_to) for fee in made.fees()] == [(8_000, "2027-03-01"), (10_000, None)]


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"amount": None}, "amount"),
        ({"amount": 0}, "amount"),
        ({"next_amount": 9_000}, "next_from"),
        ({"next_from": SOON}, "next_from"),
        ({"next_amount": 9_000, "next_from": SOON, "valid_from": SOON}, "next_from"),
        ({"next_amount": 9_000, "next_from": SOON, "valid_to": SOON - datetime.timedelta(days=1)}, "next_from"),
        ({"valid_from": SOON, "valid_to": SOON}, "valid_to"),
    ],
)
def test_what_says_no_amount_or_no_order_of_days_is_refused_in_words(values, where):
    with pytest.raises(ValidationError) as refused:
        _amount(**values).clean()
    assert where in refused.value.message_dict


def test_an_exemption_is_said_in_words():
    free = _amount(amount=None, note="Miễn")
    free.clean()
    assert free.in_words() == f"Miễn ({BASIS})"


def test_it_says_what_will_be():
    assert _amount(next_amount=10_000, next_from=SOON).in_words().endswith("; từ ngày 01/03/2027: 10.000 đồng")


# --- At the desk ----------------------------------------------------------------------------------


def _add(client, **typed):
    form = {"name": "Phí", "amount": "8.000", "legal_basis": BASIS, "note": "", "next_basis": ""}
    return client.post(reverse(SharedAmount.snippet_viewset.get_url_name("add")), form | typed)


@pytest.mark.django_db
@pytest.mark.usefixtures("portal")
def test_a_writer_makes_amounts_of_his_own_agency_alone():
    ensure_access()
    ours, theirs = (Agency.objects.create(name=name) for name in ("Sở Diều", "Sở Sáo"))
    writer = browser_of(member(Role.WRITER, ours, "an"))
    assert "Hãy chọn cơ quan giữ" in _add(writer, agency="").content.decode()
    assert _add(writer, agency=str(theirs.pk)).status_code == 200
    assert not SharedAmount.objects.exists()
    assert _add(writer, agency=str(ours.pk)).status_code == 302
    row = SharedAmount.objects.get()
    assert (row.agency, row.amount, row.live) == (ours, 8_000, False)


@pytest.mark.django_db
@pytest.mark.usefixtures("portal")
def test_a_fee_is_said_to_be_one_that_was_published():
    amount, draft = amount_of(), _amount(live=False)
    draft.save()
    block = OwnFeeBlock()
    assert block.clean(block.to_python({"shared": amount.pk}))["shared"] == amount.pk
    field = block.child_blocks["shared"].field
    assert [key for key, _ in field.choices] == ["", amount.pk]
    assert block.clean(block.to_python({"amount": 50_000}))["shared"] is None


@pytest.mark.django_db
@pytest.mark.usefixtures("portal")
def test_an_amount_beside_it_is_refused_in_words():
    block = OwnFeeBlock()
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python({"shared": amount_of().pk, "amount": 8_000}))
    assert "mức thu dùng chung" in str(refused.value.block_errors["amount"])


@pytest.mark.django_db
@pytest.mark.usefixtures("portal")
def test_what_procedures_take_is_not_deleted():
    amount, client = amount_of(), browser_of(Editor.objects.create_superuser("quan-tri"))
    taking(amount, "1.100001")
    client.post(reverse(SharedAmount.snippet_viewset.get_url_name("delete"), args=[amount.pk]))
    assert SharedAmount.objects.filter(pk=amount.pk).exists()


@pytest.mark.django_db
def test_an_agency_that_keeps_one_stays():
    agency = Agency.objects.create(name="Sở Diều")
    amount_of(agency=agency)
    with pytest.raises(ProtectedError):
        agency.delete()
