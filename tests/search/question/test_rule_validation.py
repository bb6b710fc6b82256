"""What rules cannot be taken, and what an editor is told."""

import pytest

from search.question.rule_validation import complaints
from search.question.synonyms import Rule


def test_an_ordinary_rule_is_taken():
    assert complaints(Rule(("sổ đỏ", "sổ hồng"), ("giấy chứng nhận",))) == ()
    assert complaints(Rule(("CMND",), ("căn cước",), both_ways=True), [Rule(("căn cước",), ("CMND",), True)]) == ()


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (Rule((), ("a b",)), "người dân nói"),
        (Rule(("a b",), ()), "văn bản viết"),
        (Rule(("!?",), ("a b",)), "người dân nói"),
        (Rule(("x" * 101,), ("a b",)), "dài quá 100"),
        (Rule(("a b",), ("x",)), "ngắn quá"),
        (Rule(("sổ đỏ", "x y"), ("Sổ Đỏ",)), "cả hai bên"),
        (Rule(("giấy hoà giải",), ("giấy hòa giải",)), "cả hai bên"),
        (Rule(tuple(f"cách {n}" for n in range(20)), ("một",)), "nhiều nhất 20"),
    ],
    ids=range(8),
)
def test_a_bad_rule_is_refused_with_a_sentence(rule, told):
    (sentence, *_) = complaints(rule)
    assert told in sentence
    assert sentence.endswith((".", "…"))


def test_other_marks_make_another_wording():
    assert complaints(Rule(("sổ đỏ",), ("sơ đồ",))) == ()


def test_a_circle_of_rules_is_refused_and_named():
    others = [Rule(("hai",), ("ba",)), Rule(("ba",), ("một", "bốn"))]
    (sentence,) = complaints(Rule(("một",), ("hai",)), others)
    assert "“một” → “hai” → “ba” → “một”" in sentence
    assert complaints(Rule(("một",), ("hai",)), [Rule(("hai",), ("ba",))]) == ()


def test_a_circle_elsewhere_is_not_this_rules_fault():
    others = [Rule(("x một",), ("x hai",)), Rule(("x hai",), ("x một",))]
    assert complaints(Rule(("mới",), ("x một",)), others) == ()


def test_many_rules_are_looked_through_once():
    chain = [Rule((f"từ {n}",), (f"từ {n + 1}", f"từ {n + 2}")) for n in range(500)]
    assert complaints(Rule(("đầu",), ("từ 0",)), chain) == ()
