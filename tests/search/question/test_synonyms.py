"""Rules about words: which questions they concern, and what they add."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.synonyms import MARKS, MOST_WORDINGS, Rule, Synonyms

LAND = "giấy chứng nhận quyền sử dụng đất"


def wordings(text: str, *rules: Rule) -> tuple[str, ...]:
    return Synonyms(rules).wordings(text)


def land(marks: str = "agree", both_ways: bool = False) -> Rule:
    return Rule(("sổ đỏ", "bìa đỏ"), (LAND,), both_ways, marks)


def test_the_everyday_word_is_said_in_the_words_of_the_law():
    assert wordings("Làm sổ đỏ ở đâu?", land()) == (f"Làm {LAND} ở đâu?",)


def test_what_no_rule_knows_has_no_other_wording():
    assert wordings("đăng ký kết hôn", land()) == wordings("", land()) == wordings("sổ đỏ") == ()


def test_only_whole_words_are_meant():
    assert wordings("sổ đỏng đảnh", land()) == wordings("cuốn sổ", land()) == ()


@pytest.mark.parametrize(
    ("marks", "typed"), [("agree", "so do"), ("agree", "SỔ ĐỎ"), ("any", "sơ đồ"), ("must", "sổ đỏ")]
)
def test_marks_that_let_a_rule_apply(marks, typed):
    assert wordings(typed, land(marks)) == (LAND,)


@pytest.mark.parametrize(
    ("marks", "typed"), [("agree", "sơ đồ"), ("agree", "so đồ"), ("must", "so do"), ("must", "sổ do")]
)
def test_marks_that_do_not(marks, typed):
    assert wordings(typed, land(marks)) == ()


def test_marks_may_stand_in_the_old_place_or_apart():
    rule = Rule(("giấy hoà giải",), ("biên bản",))
    assert wordings("giấy hòa giải", rule) == wordings("giấy hoa\u0300 giải", rule) == ("biên bản",)


def test_one_way_leads_one_way():
    assert wordings(LAND, land()) == ()


def test_both_ways_each_wording_stands_for_all_the_others():
    rule = land(both_ways=True)
    assert wordings(LAND, rule) == ("sổ đỏ", "bìa đỏ")
    assert wordings("sổ đỏ", rule) == (LAND, "bìa đỏ")


def test_the_longest_phrase_counts():
    again = Rule(("mất sổ đỏ",), ("cấp lại",))
    assert wordings("mất sổ đỏ", land(), again) == ("cấp lại",)


def test_rules_for_the_same_phrase_all_count():
    assert wordings("sổ đỏ", land(), Rule(("sổ đỏ",), ("đăng ký đất đai",))) == (LAND, "đăng ký đất đai")


def test_several_phrases_are_changed_together():
    rules = (land(), Rule(("làm lại",), ("cấp lại", "đổi")))
    assert wordings("làm lại sổ đỏ", *rules) == (f"cấp lại {LAND}", f"đổi {LAND}")


def test_what_is_there_already_is_not_said_twice():
    rule = Rule(("khai sinh",), ("đăng ký khai sinh",))
    assert wordings("đăng ký khai sinh", rule) == ()
    assert wordings("khai sinh", rule) == ("đăng ký khai sinh",)


def test_no_rule_is_applied_to_what_a_rule_has_put_there():
    circle = (Rule(("một",), ("hai",)), Rule(("hai",), ("ba một",)))
    assert wordings("một", *circle) == ("hai",)


def test_wordings_are_bounded():
    many = Rule(("thuế",), tuple(f"thuế số {number}" for number in range(19)))
    assert len(wordings("nộp thuế", many)) == MOST_WORDINGS
    assert wordings("khai " * 5_000 + "sổ đỏ", land()) == ()


def test_codes_beside_a_phrase_stay_as_they_are():
    assert wordings("sổ đỏ theo 61/2018/NĐ-CP", land()) == (f"{LAND} theo 61/2018/NĐ-CP",)


@pytest.mark.parametrize("typed", ["so", "SỔ", "sô", "so d", "sổ đỏ"])
def test_a_wording_is_offered_from_its_first_syllable(typed):
    assert Synonyms([land()]).beginning_with(typed, 5) == ["sổ đỏ"]


def test_wordings_with_the_typed_marks_are_offered_first():
    synonyms = Synonyms([land(), Rule(("số nhà",), ("cấp số nhà",)), Rule(("so lại chữ ký",), ("đối chiếu",))])
    assert synonyms.beginning_with("sổ", 5)[0] == "sổ đỏ"
    assert synonyms.beginning_with("số", 1) == ["số nhà"]
    assert synonyms.beginning_with("", 5) == synonyms.beginning_with("đỏ", 5) == []


@given(
    st.text(), st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=4), st.sampled_from([*MARKS])
)
def test_no_text_and_no_rule_breaks_it(text, pairs, marks):
    synonyms = Synonyms(Rule((one,), (other,), True, marks) for one, other in pairs)
    assert len(synonyms.wordings(text)) <= MOST_WORDINGS
    synonyms.beginning_with(text, 3)
