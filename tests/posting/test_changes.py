"""What changed since a paper was printed: only what it shows, and nothing that was changed back."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posting.changes import Change, changed_since
from posting.kinds import FACES
from procedures_catalog.faces import FACE_PARTS, PART_LABELS, face


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
