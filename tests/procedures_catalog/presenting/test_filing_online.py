"""The button to file online says what it opens, and promises no form behind a front page."""

import pytest

from procedures_catalog.facts.record import Channel, ProcedureRecord
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from procedures_catalog.presenting.filing_online import NATIONAL_PORTAL, filing_online

SEARCH = "Tìm mã 1.1 trên Cổng Dịch vụ công quốc gia"


def _online(url: str = "", level: str = "full", channels=(), **more):
    record = ProcedureRecord("1.1", "a", filing_url=url, online_level=level, channels=channels, **more)
    return filing_online(record)


@pytest.mark.parametrize(
    ("url", "label", "code"),
    [
        ("https://dichvucong.gov.vn/p/home/a.html?ma=1", "Nộp trực tuyến tại Cổng Dịch vụ công quốc gia", ""),
        ("https://nop.example/dieu", "Nộp trực tuyến tại nop.example", ""),
        ("https://www.nop.example/?id=3", "Nộp trực tuyến tại nop.example", ""),
        ("https://dichvucong.gov.vn", SEARCH, "1.1"),
        ("https://dichvucong.gov.vn/", SEARCH, "1.1"),
        ("https://nop.example/", "Tìm mã 1.1 trên nop.example", "1.1"),
        ("https://[", SEARCH, "1.1"),
        ("", SEARCH, "1.1"),
    ],
)
def test_it_is_named_by_what_it_opens(url, label, code):
    found = _online(url)
    assert (found.label, found.code) == (label, code)
    assert found.url == (url or NATIONAL_PORTAL)


def test_what_is_not_done_online_has_no_such_button():
    assert _online("https://nop.example/dieu", "information") is None
    assert _online(level="") is None
    assert _online(level="", channels=(Channel("direct"),)) is None
    assert _online(level="", channels=(Channel("online"),)).label == SEARCH


def test_it_says_why_only_a_part_is_online():
    reason = _online(level="partial", reason_partial="presence", reason_partial_basis="7/QĐ").reason
    assert reason == "Chỉ nộp trực tuyến được một phần: người làm thủ tục phải có mặt tại cơ quan nhà nước (7/QĐ)."
    assert _online(level="partial").reason == _online(level="full", reason_partial="presence").reason == ""


@pytest.mark.shared
def test_no_real_procedure_promises_a_form_behind_a_front_page(shared_data):
    rows = read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz")
    found = [filing_online(row.record) for row in rows if isinstance(row, ReadRow)]
    online = [each for each in found if each]
    assert len(online) > 4_700
    assert [each for each in online if each.label.startswith("Nộp trực tuyến") and each.url == NATIONAL_PORTAL] == []


def test_nobody_is_sent_to_look_for_a_code_that_is_the_portal_s_own():
    assert filing_online(ProcedureRecord("TAM-05660", "Thả diều", online_level="full")) is None
    own = ProcedureRecord("TAM-05660", "Thả diều", online_level="full", filing_url="https://dichvucong.gov.vn/nop/1")
    assert filing_online(own).code == ""
