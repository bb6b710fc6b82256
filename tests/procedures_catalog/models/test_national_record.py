"""The national record as last seen: read back it is the record that was in the file."""

import dataclasses

import pytest

from procedures_catalog.models import NationalRecord, ProcedurePage
from tests.procedures_catalog.factories import bring, national_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]


def test_the_record_that_is_read_back_is_the_one_of_the_file_with_its_original_wordings():
    row = national_row(" 1100001", **{"Tên thủ tục": "Ðăng ký\u200b diều", "_nfc": False})
    bring(row)
    seen = NationalRecord.objects.get(base="1.100001")
    assert seen.record() == row.record
    assert dataclasses.astuple(seen.record()) == dataclasses.astuple(row.record)
    assert (seen.raw, str(seen)) == (row.record.code, row.record.code)


def test_it_stays_when_its_page_goes():
    bring(national_row())
    ProcedurePage.objects.get().delete()
    assert NationalRecord.objects.get().record().code == "1.100001"
