"""Each miss has one cause, which says what would have to be better."""

import pytest

from search.judging.misses import NO_WORD, OTHER, SECTOR, TWINS, UNREACHED, Known, cause, causes, misses
from search.judging.questions import Answered, Judged

KNOWN = {
    "issue": Known(("Cấp thẻ thả diều",), ("gió lên xin phép ai",), "dieu"),
    "again": Known(("Cấp lại thẻ thả diều",), (), "dieu"),
    "kite": Known(("Kiểm tra dây của con diều",), (), "dieu"),
    "boat": Known(("Đăng ký thuyền thúng",), (), "thuyen"),
}


def answered(text: str, *codes: str, gold: str = "issue") -> Answered:
    return Answered(Judged("1", "faq", text, frozenset([gold])), codes, 0.0)


def test_what_stands_fourth_or_nowhere_is_missed():
    fourth, nowhere, third = (answered("", *codes) for codes in (["", "", "", "issue"], [], ["", "", "issue"]))
    assert misses([fourth, nowhere, third]) == [fourth, nowhere]


@pytest.mark.parametrize(
    ("text", "shown", "reached", "told"),
    [
        ("trời nổi cơn giông", ["boat"], ["boat"], NO_WORD),
        ("thẻ thả diều", ["boat"], ["boat"], UNREACHED),
        ("gió lên", ["boat"], ["boat", "issue"], OTHER),
        ("thẻ thả diều", ["boat", "again"], ["boat", "again", "issue"], TWINS),
        ("thẻ thả diều", ["kite"], ["kite", "issue"], SECTOR),
    ],
)
def test_the_cause_is_told(text, shown, reached, told):
    assert cause(answered(text, *shown), reached, KNOWN) == told


def test_causes_are_counted_by_kind():
    missed = [(answered("gió lên", "boat"), ["issue"]), (answered("xin chào", "boat"), [])]
    assert causes(missed, KNOWN) == {"faq": {OTHER: 1, NO_WORD: 1}}


def test_a_right_answer_that_nobody_knows_has_no_word_either():
    assert cause(answered("thẻ thả diều", gold="gone"), [], KNOWN) == NO_WORD
