"""What citizens were shown, as JSON: it comes back the same in every fact, also when other software wrote it."""

import dataclasses
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procedures_catalog.comparing.shown_json import shown_from_json, shown_to_json
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from procedures_catalog.presenting.shown import Shown
from tests.procedures_catalog.importing.full_record import FULL

#: Every fact stated.
WHOLE = Shown(
    title="Thả diều",
    record=FULL,
    state="replaced",
    levels=("commune", "province"),
    successor=7,
    valid_from=date(2026, 7, 1),
    valid_to=date(2027, 1, 1),
    is_upcoming=True,
    receiving=("Quầy Gió",),
    local=(("channels", "7/QĐ-UBND"),),
    law_states=(("Luật Diều", "Hết hiệu lực"),),
    forms=((7, "Tờ khai thả diều"),),
    earlier=(("channels", date(2026, 9, 1)),),
    local_decision="9/QĐ-UBND",
    ending_decision="12/QĐ-UBND",
)


def _back(shown: Shown) -> Shown:
    return shown_from_json(shown_to_json(shown))


def _all(shown: Shown) -> tuple:
    """Everything in it: ids and what comparing passes over too."""
    return dataclasses.astuple(shown)


def _written(**more: object) -> bytes:
    """The whole as JSON in which some names say something else."""
    return json.dumps(json.loads(shown_to_json(WHOLE)) | more).encode()


@given(st.from_type(Shown))
@settings(max_examples=50, deadline=None)
def test_whatever_is_shown_comes_back_the_same_in_every_fact(shown):
    assert _all(_back(shown)) == _all(shown)


@pytest.mark.shared
def test_every_real_procedure_comes_back_the_same_in_every_fact(shared_data):
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    every = [Shown(row.record.name, row.record, "in_force") for row in rows if isinstance(row, ReadRow)]
    assert len(every) == 5_652
    assert [shown.title for shown in every if _all(_back(shown)) != _all(shown)] == []


def test_the_whole_has_every_fact_stated():
    silent = {field.name for field in dataclasses.fields(Shown) if getattr(WHOLE, field.name) == field.default}
    assert (silent, _all(_back(WHOLE))) == (set(), _all(WHOLE))


def test_what_is_not_stated_is_not_written():
    shown = Shown("Thả diều", ProcedureRecord("1.100001", "Thả diều"), "in_force")
    assert json.loads(shown_to_json(shown)) == {
        "title": "Thả diều",
        "record": {"code": "1.100001", "name": "Thả diều"},
        "state": "in_force",
    }


def test_what_later_software_knows_besides_is_passed_over():
    record = json.loads(shown_to_json(WHOLE))["record"] | {"màu": "đỏ"}
    assert _all(shown_from_json(_written(record=record, gió="mạnh"))) == _all(WHOLE)


def test_a_sector_is_read_under_the_name_that_it_had():
    record = json.loads(shown_to_json(WHOLE))["record"]
    record["field"] = record.pop("sector")
    assert _all(shown_from_json(_written(record=record))) == _all(WHOLE)


@pytest.mark.parametrize("text", [b"", b"[]", b'{"title": "x"}', b'{"title": "x", "record": 7, "state": "in_force"}'])
def test_what_is_nothing_of_the_kind_is_refused(text):
    with pytest.raises(ValueError, match=r"Shown|Expecting value"):
        shown_from_json(text)
