"""What a change note says: a short sentence for each part that says something else, old and new where short."""

import re
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.comparing.in_a_note import (
    LONGEST_TOLD,
    MOST_SENTENCES,
    as_text,
    became,
    is_weighty,
    parts_of,
    propose,
)
from procedures_catalog.comparing.shown_json import pack_shown
from procedures_catalog.facts.record import Case, Channel, Fee, ProcedureRecord, RequiredDocument, Step, TimeLimit
from procedures_catalog.presenting.fingerprints import PART_LABELS, part_digests, short_texts
from procedures_catalog.presenting.shown import Shown


@dataclass
class Version:
    """A version, as far as it is compared."""

    parts: dict[str, str]
    answers: dict[str, str] = field(default_factory=dict)
    kept: bytes = b""
    texts: bytes = b""


def version(state: str = "in_force", ending_decision: str = "", **facts) -> Version:
    """A version that kept its text."""
    record = ProcedureRecord(**{"code": "1.100001", "name": "Thả diều", **facts})
    shown = Shown(record.name, record, state, ending_decision=ending_decision)
    return Version(part_digests(shown), short_texts(shown), pack_shown(shown))


def told(before: Version | None, after: Version) -> list[str]:
    """The lines of the note."""
    return as_text(propose(before, after)).splitlines()


def papers(*names: str) -> tuple[Case, ...]:
    """One case with these papers."""
    return (Case(None, tuple(RequiredDocument(name, originals=1) for name in names)),)


def channel(days: str = "5", *fees: int) -> tuple[Channel, ...]:
    """One way to file."""
    return (Channel("direct", TimeLimit(days, "working_day"), fees=tuple(map(Fee, fees))),)


def test_a_time_limit_is_told_with_what_it_was_and_is():
    assert told(version(channels=channel("5")), version(channels=channel("3"))) == ["Thời hạn: 5 → 3 ngày làm việc"]


def test_a_fee_is_told_with_what_it_was_and_is():
    before, after = version(channels=channel("5", 50_000)), version(channels=channel("5", 60_000))
    assert told(before, after) == ["Phí, lệ phí: 50.000 → 60.000 đồng"]


def test_of_several_ways_to_file_the_one_is_named_that_changed():
    online = (Channel("online", TimeLimit("2", "day")),)
    before, after = version(channels=channel("5") + online), version(channels=channel("3") + online)
    assert told(before, after) == ["Thời hạn (trực tiếp): 5 → 3 ngày làm việc"]


def test_one_paper_that_came_is_told_by_its_name_and_several_are_counted():
    one, other = papers("Đơn đề nghị", "Ảnh cánh diều"), papers("Đơn đề nghị", "Bản vẽ", "Giấy khám gió", "Sổ bay")
    assert told(version(cases=papers("Đơn đề nghị")), version(cases=one)) == [
        "Giấy tờ cần mang: thêm “Ảnh cánh diều; 1 bản chính”"
    ]
    assert told(version(cases=one), version(cases=other)) == ["Giấy tờ cần mang: thêm 2, sửa 1 giấy tờ"]


def test_long_texts_are_told_by_what_happened_to_their_rows():
    steps = tuple(Step(f"Bước {number}", "Nộp hồ sơ. " * 40) for number in (1, 2))
    changed = (replace(steps[0], text=steps[0].text + "Rồi về."), steps[1], Step("Bước 3", "Nhận thẻ. " * 40))
    assert told(version(steps=steps), version(steps=changed)) == ["Các bước thực hiện: thêm 1, sửa 1 bước"]


def test_a_long_text_without_rows_is_said_to_be_another():
    before = version(conditions="Có diều. " * 60)
    assert told(before, version(conditions="Có diều. " * 60 + "Có dây.")) == ["Sửa yêu cầu, điều kiện"]


def test_an_end_is_told_by_the_state():
    assert told(version(), version("abolished")) == ["Tình trạng: Đang áp dụng → Đã bãi bỏ"]


def test_an_end_names_the_decision_that_brought_it():
    assert told(version(), version("abolished", "2577/QĐ-UBND")) == [
        "Tình trạng: Đang áp dụng → Đã bãi bỏ, theo Quyết định 2577/QĐ-UBND"
    ]


@pytest.mark.parametrize("same", ["550", "550 ", " 550", "550\u00a0"])
def test_what_reads_the_same_on_both_sides_is_not_told_as_a_change(same):
    before = Version(dict.fromkeys(PART_LABELS, "a"), {"time": "550"})
    (line,) = told(before, Version(before.parts | {"time": "b"}, {"time": same}))
    assert "→" not in line
    assert line == "Sửa thời hạn"


def test_a_name_is_told_once_and_whole():
    assert told(version(), version(name="Thả sáo diều")) == ["Tên thủ tục: Thả diều → Thả sáo diều"]


def test_a_first_version_is_a_new_procedure_and_the_same_text_is_no_change():
    assert told(None, version()) == ["Thủ tục mới trên cổng"]
    assert told(version(), version()) == []


def test_of_versions_without_text_the_parts_are_named():
    before = Version(dict.fromkeys(PART_LABELS, "a"), {"time": "5 ngày"})
    after = Version(before.parts | {"time": "b", "steps": "b"}, {"time": "3 ngày"})
    assert told(before, after) == ["Thời hạn: 5 → 3 ngày", "Sửa các bước thực hiện"]


def test_many_parts_are_told_up_to_a_number_and_the_others_counted():
    before = Version(dict.fromkeys(PART_LABELS, "a"))
    sentences = propose(before, Version(dict.fromkeys(PART_LABELS, "b")))
    assert len(sentences) == MOST_SENTENCES + 1
    assert re.fullmatch(r"Sửa \d+ mục khác", sentences[-1].text)


@pytest.mark.parametrize("weighty", ["state", "validity", "time", "fee"])
def test_what_is_only_counted_is_weighed_as_what_is_told(weighty):
    slight = [part for part in PART_LABELS if part not in ("state", "validity", "time", "fee", "local")]
    before = Version(dict.fromkeys(PART_LABELS, "a"))
    after = Version(before.parts | dict.fromkeys(slight, "b"))
    assert not is_weighty(parts_of(propose(before, after)))
    assert is_weighty(parts_of(propose(before, replace(after, parts={**after.parts, weighty: "b"}))))


def test_of_an_older_note_nobody_knows_what_its_last_line_counts():
    assert is_weighty("name steps law result agencies everyday_names more")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("5 ngày làm việc", "3 ngày làm việc", "5 → 3 ngày làm việc"),
        ("50.000 đồng", "Miễn phí", "50.000 đồng → Miễn phí"),
        ("5 ngày", "3 giờ", "5 ngày → 3 giờ"),
        ("cấp huyện", "cấp xã", "cấp huyện → cấp xã"),
        ("5 ngày", "15 ngày làm việc", "5 ngày → 15 ngày làm việc"),
    ],
)
def test_amounts_say_the_words_they_share_once(before, after, said):
    assert became(before, after) == said


words = st.text("0123456789abđờ →“”\n", max_size=300)
versions = st.builds(
    Version,
    st.fixed_dictionaries({part: st.sampled_from("ab") for part in PART_LABELS}),
    st.dictionaries(st.sampled_from(list(PART_LABELS)), words),
)


@given(versions, versions)
def test_a_note_is_bounded_has_a_line_a_sentence_and_is_there_exactly_when_something_changed(before, after):
    sentences = propose(before, after)
    assert bool(sentences) is (before.parts != after.parts)
    assert len(as_text(sentences).splitlines()) == len(parts_of(sentences).split()) == len(sentences)
    assert all(sentence.text and len(sentence.text) <= LONGEST_TOLD + 60 for sentence in sentences)


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_both_amounts_can_be_read_off_what_is_said(before, after):
    one, _, other = became(before, after).partition("→")
    assert other.split() == after.split() or "→" in before
    assert before.split()[: len(one.split())] == one.split() or "→" in before
