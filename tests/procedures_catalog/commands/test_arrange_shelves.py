"""`manage.py arrange_shelves`: counts, moves, and says what it did."""

import pytest
from django.core.management import CommandError, call_command

from agencies.models import Agency
from procedures_catalog.models import OwnerRule, ProcedureIndexPage
from procedures_catalog.shelves.shelves import COMMON
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = pytest.mark.django_db


def test_a_dry_run_counts_and_moves_nothing_a_run_moves_and_the_next_has_nothing_to_do(portal, capsys):
    bring(national_row("1.100001"), national_row("1.100002"))
    wind = Agency.objects.create(name="Sở Gió", kind="department")
    OwnerRule.objects.create(executing_name="Ủy ban nhân dân cấp xã", owner=wind)
    call_command("arrange_shelves", "--dry-run")
    assert capsys.readouterr().out == f"{COMMON} → Sở Gió: 2\nCần chuyển 2 thủ tục; chưa chuyển gì.\n"
    assert page_of("1.100001").get_parent().title == COMMON
    call_command("arrange_shelves")
    assert capsys.readouterr().out.endswith("Đã chuyển 2 thủ tục.\n")
    assert page_of("1.100001").get_parent().title == "Sở Gió"
    call_command("arrange_shelves")
    assert capsys.readouterr().out == "Đã chuyển 0 thủ tục.\n"


def test_a_portal_without_a_catalogue_is_told_what_to_do_first():
    assert not ProcedureIndexPage.objects.exists()
    with pytest.raises(CommandError, match="prepare_portal"):
        call_command("arrange_shelves")
