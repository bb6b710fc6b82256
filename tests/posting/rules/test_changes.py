"""What changed since a paper was printed: only what it shows, and nothing that was changed back."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posting.rules.changes import changed_in_full, changed_since
from posting.rules.kinds import FACES
from procedures_catalog.comparing.changes import Change
from procedures_catalog.comparing.shown_json import pack_shown
from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord, TimeLimit
from procedures_catalog.presenting.fingerprints import FACE_PARTS, PART_LABELS, face
from procedures_catalog.presenting.shown import Shown


@dataclass
class Said:
    """A version, as far as it is compared."""

    parts: dict[str, str]
    answers: dict[str, str] = field(default_factory=dict)


SAME = dict.fromkeys(PART_LABELS, "a")
versions = st.builds(
    Said,
    st.fixed_dictionaries({part: st.sampled_from("ab") for part in PART_LABELS}),
    st.dictionaries(st.sampled_from(list(PART_LABELS)), st.sampled_from(("5 ngày", "3 ngày"))),
)


def test_a_changed_part_is_told_with_what_it_said_and_says():
    before = Said(SAME, {"fee": "50.000 đồng"})
    after = Said(SAME | {"fee": "b"}, {"fee": "60.000 đồng"})
    assert changed_since(before, after, "short") == (Change("fee", "Phí, lệ phí", "50.000 đồng", "60.000 đồng"),)


def test_a_line_that_reads_the_same_is_not_told_as_the_difference():
    before, after = Said(SAME, {"papers": "2 loại giấy tờ"}), Said(SAME | {"papers": "b"}, {"papers": "2 loại giấy tờ"})
    assert changed_since(before, after, "short") == (Change("papers", "Giấy tờ cần mang"),)


def test_a_part_without_a_line_is_told_by_its_label():
    assert changed_since(Said(SAME), Said(SAME | {"steps": "b"}), "full") == (Change("steps", "Các bước thực hiện"),)


@pytest.mark.parametrize("shown", FACES)
def test_what_a_paper_does_not_show_is_no_change_of_it(shown):
    hidden = {part: "b" for part in PART_LABELS if part not in FACE_PARTS[shown]}
    assert changed_since(Said(SAME), Said(SAME | hidden), shown) == ()


@given(versions, versions, st.sampled_from(FACES))
def test_there_are_changes_exactly_when_the_faces_differ(before, after, shown):
    changes = changed_since(before, after, shown)
    assert bool(changes) is (face(before.parts, shown) != face(after.parts, shown))
    assert [change.part for change in changes] == [
        part for part in FACE_PARTS[shown] if before.parts[part] != after.parts[part]
    ]


@given(versions, st.sampled_from(FACES))
def test_changed_and_changed_back_is_no_change(version, shown):
    assert changed_since(version, Said(dict(version.parts), dict(version.answers)), shown) == ()


# --- Row by row -----------------------------------------------------------------------------------


@dataclass
class Whole(Said):
    """A version with its text."""

    kept: bytes = b""
    texts: bytes = b""


def whole(changed: str = "", answers: dict[str, str] | None = None, **facts) -> Whole:
    """A version of a procedure whose `changed` parts, parted by blanks, differ from the others'."""
    parts = SAME | dict.fromkeys(changed.split(), "b")
    return Whole(parts, answers or {}, _kept(ProcedureRecord(code="1.100001", name="Thả diều", **facts)))


def _kept(record: ProcedureRecord) -> bytes:
    return pack_shown(Shown(record.name, record, "in_force"))


BOTH = (Channel("direct", TimeLimit("3", "working_day")), Channel("online", TimeLimit("2", "working_day")))


def test_a_part_that_no_line_tells_is_told_by_its_rows():
    before, after = whole(conditions="Đủ 18 tuổi"), whole("conditions", conditions="Đủ 20 tuổi")
    (change,) = changed_in_full(before, after, "full")
    (row,) = change.rows
    assert [(piece.kind, piece.text) for piece in row.pieces if piece.kind != "same"] == [("gone", "18"), ("new", "20")]


def test_a_fee_and_a_time_are_told_each_for_itself():
    dear = (replace(BOTH[0], fees=(Fee(50_000),)), replace(BOTH[1], time_limit=TimeLimit("4", "working_day")))
    told = changed_in_full(whole(channels=BOTH), whole("time fee", channels=dear), "full")
    assert [(change.part, [row.label for row in change.rows]) for change in told] == [
        ("time", ["Trực tuyến · Thời hạn"]),
        ("fee", ["Trực tiếp · Phí, lệ phí"]),
    ]


def test_a_channel_that_went_is_told_once():
    told = changed_in_full(whole(channels=BOTH), whole("time fee notes", channels=BOTH[:1]), "full")
    assert [(change.part, [row.kind for row in change.rows]) for change in told] == [("time", ["gone"])]


def test_a_name_that_is_the_official_one_is_told_once():
    before = whole(answers={"name": "Thả diều"})
    after = whole("name official_name", {"name": "Thả diều giấy"})
    after.kept = _kept(ProcedureRecord(code="1.100001", name="Thả diều giấy"))
    assert [change.part for change in changed_in_full(before, after, "full")] == ["name"]
