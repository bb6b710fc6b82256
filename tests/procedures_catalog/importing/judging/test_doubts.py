"""All that looks wrong about a record is told by its field."""

from procedures_catalog.importing.judging.doubts import doubts
from tests.procedures_catalog.factories import channel, national_row


def test_what_can_be_no_fee_and_no_limit_is_told_once_for_all_channels():
    limit, fee = "-5 WORKING_DAY", f"{10**30} VNĐ (mỗi thẻ)"
    ways = [channel(kind, limit, (fee,)) for kind in ("DIRECT", "ONLINE")]
    row = national_row(**{"Cách thức thực hiện": ways})
    assert [(field, value) for field, value, _ in doubts(row.record)] == [
        ("Phí, lệ phí", fee),
        ("Thời hạn giải quyết", limit),
    ]


def test_of_an_ordinary_record_nothing_is_told():
    assert not list(doubts(national_row().record))
