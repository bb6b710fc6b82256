"""What ends inside a procedure is typed by its last day and kept by the day after; what was kept otherwise is moved."""

import copy
import datetime
import json
from importlib import import_module

import pytest
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.desk.blocks import FeeBlock, OverlayBlock
from procedures_catalog.desk.last_day_block import LastDayBlock
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.record import Channel, Fee
from procedures_catalog.facts.streams import channels_to_stream
from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.presenting.parts import channel_items
from procedures_catalog.versions.noting import note_versions
from tests.clock import today
from tests.procedures_catalog.factories import page_of, published

migration = import_module("procedures_catalog.migrations.0014_last_days_half_open")
days = st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 1, 1))


@given(days)
def test_the_form_sent_as_it_is_keeps_what_is_kept(kept):
    block = LastDayBlock(required=False)
    shown = block.get_form_state(kept)
    sent = block.value_from_datadict({"day": shown}, {}, "day")
    assert block.clean(sent) == kept
    assert block.get_prep_value(block.clean(sent)) == kept
    assert shown == f"{kept - datetime.timedelta(days=1):%d/%m/%Y}"


@given(st.none() | days, st.none() | days)
def test_a_whole_fee_and_a_whole_part_of_the_layer_too(begins, ends):
    dates = {"valid_from": begins and begins.isoformat(), "valid_to": ends and ends.isoformat()}
    fee = {"amount": 1_000, "note": "", "wording": "", "apart": True, "legal_basis": "", **dates}
    layer = {"decision": "", **dates, "value": "Có dây."}
    for block, raw in ((FeeBlock(), fee), (OverlayBlock().child_blocks["conditions"], layer)):
        state = block.get_form_state(block.to_python(raw))
        form = {f"part-{name}": value if isinstance(value, str) else "" for name, value in state.items()}
        form |= {"part-apart": "on"}
        sent = block.clean(block.value_from_datadict(form, {}, "part"))
        assert _as_kept(block, sent) == _as_kept(block, block.to_python(raw))


def _as_kept(block, value) -> dict:
    return json.loads(json.dumps(block.get_prep_value(value), cls=DjangoJSONEncoder))


def test_for_migrations_it_is_a_day_as_any_other():
    assert LastDayBlock(label="Đến hết ngày", required=False).deconstruct() == (
        "wagtail.blocks.DateBlock",
        (),
        {"label": "Đến hết ngày", "required": False},
    )


# --- What was kept by its last day ----------------------------------------------------------------

LAST, NEXT = "2099-12-31", "2100-01-01"


def _fees(ends: str) -> list[dict]:
    return channels_to_stream([Channel("direct", fees=(Fee(8_000, valid_to=ends, id="a"), Fee(9_000, id="b")), id="c")])


def _layer(ends: str) -> list[dict]:
    value = {"decision": "7/QĐ-UBND", "valid_from": "2026-01-01", "valid_to": ends, "value": _fees(ends)}
    open_end = {"decision": "", "valid_from": None, "valid_to": None, "value": "Có dây."}
    return [{"type": "channels", "value": value, "id": "d"}, {"type": "conditions", "value": open_end, "id": "e"}]


@pytest.fixture
def page(portal):
    """A procedure whose layer and fees are kept as they were before, in its columns, its versions and its draft."""
    page = published("1.100001")
    page.channels, page.overlay = _fees(LAST), _layer(LAST)
    page.save_revision().publish()
    page = page_of("1.100001")
    page.title = "Bản nháp"
    page.save_revision()
    return page_of("1.100001")


def _kept(page) -> list[str]:
    """Every end that is kept of the page, where it stands as a column and in its versions."""
    contents = [revision.content for revision in page.revisions.order_by("pk")]
    streams = [json.loads(content[name]) for content in contents for name in ("overlay", "channels")]
    return sorted(_ends([list(page.overlay.raw_data), list(page.channels.raw_data), *streams]))


def _ends(raw) -> list[str]:
    if isinstance(raw, dict):
        own = [raw["valid_to"]] if raw.get("valid_to") else []
        return own + _ends(list(raw.values()))
    return [end for inner in raw for end in _ends(inner)] if isinstance(raw, list) else []


@pytest.mark.django_db
@pytest.mark.database_differs
def test_every_end_is_moved_by_a_day_and_back(page):
    before = _kept(page)
    assert (len(before) > 6, set(before)) == (True, {LAST})
    untouched = copy.deepcopy([revision.content["levels"] for revision in page.revisions.order_by("pk")])
    migration.later(apps, None)
    page = page_of("1.100001")
    assert _kept(page) == [NEXT] * len(before)
    assert [revision.content["levels"] for revision in page.revisions.order_by("pk")] == untouched
    assert page.get_latest_revision_as_object().title == "Bản nháp"
    migration.earlier(apps, None)
    assert _kept(page_of("1.100001")) == before


@pytest.mark.django_db
def test_what_is_moved_says_what_it_said(page):
    migration.later(apps, None)
    page = page_of("1.100001")
    record = effective_record(page, datetime.date(2026, 12, 1))
    notes = [fee["note"] for fee in channel_items(record.channels)[0]["fees"]]
    assert notes == ["đến hết ngày 31/12/2099", ""]
    assert effective_record(page, datetime.date(2099, 12, 31)).channels[0].fees[0].amount == 8_000
    over = effective_record(page, datetime.date(2100, 1, 1))
    assert [fee.amount for fee in over.channels[0].fees] == [9_000]


@pytest.mark.django_db
def test_no_version_is_noted_for_it(portal):
    page = published("1.100001")
    page.overlay = _layer(NEXT)
    page.save_revision().publish()
    noted = PublishedVersion.objects.count()
    page.overlay = _layer(LAST)
    ProcedurePage.objects.bulk_update(
        [page], ["overlay"]
    )  # as the code before kept it: no change that anybody is told of
    migration.later(apps, None)
    assert note_versions([page.pk], today()) == 0
    assert PublishedVersion.objects.count() == noted


@pytest.mark.django_db
def test_the_last_day_of_the_calendar_stays_what_it_is(portal):
    page = published("1.100001")
    page.overlay = _layer("9999-12-31")
    page.save()
    for move in (migration.later, migration.earlier):
        move(apps, None)
        assert _ends(list(page_of("1.100001").overlay.raw_data)) == ["9999-12-31"] * 2
