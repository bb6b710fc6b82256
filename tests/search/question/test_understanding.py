"""What a question means before anything is looked up."""

from hypothesis import given
from hypothesis import strategies as st

from search.question.query import MAX_CHARACTERS
from search.question.synonyms import Rule, Synonyms
from search.question.understanding import MOST_WORDINGS, understand

NOTHING = Synonyms([])
LAND = Synonyms([Rule(("sổ đỏ",), ("giấy chứng nhận",)), Rule(("đăng ký kết hôn",), ("ghi vào sổ kết hôn",))])


def test_an_ordinary_question_is_looked_for_as_it_stands():
    question = understand("  Đăng  ký khai sinh ", NOTHING)
    assert (question.typed, question.text, question.also) == ("Đăng ký khai sinh", "Đăng ký khai sinh", ())
    assert not question.is_read_otherwise


def test_keys_of_a_keyboard_that_was_off_are_read_as_meant():
    question = understand("ddawng kys keets hoon", NOTHING)
    assert question.text == "đăng ký kết hôn"
    assert question.typed == "ddawng kys keets hoon"
    assert question.is_read_otherwise


def test_as_typed_takes_every_letter():
    assert understand("ddawng kys", NOTHING, as_typed=True).text == "ddawng kys"
    assert understand("đk kết hôn", NOTHING, as_typed=True).also == ()


def test_abbreviations_are_spelt_out_beside_the_question():
    question = understand("đk kết hôn", NOTHING)
    assert (question.text, question.also) == ("đk kết hôn", ("đăng ký kết hôn",))


def test_rules_apply_to_what_was_meant_and_to_what_was_spelt_out():
    assert understand("soor ddor", LAND).also == ("giấy chứng nhận",)
    assert "ghi vào sổ kết hôn" in understand("đk kết hôn", LAND).also


def test_one_more_wording_finds_its_place_among_many():
    many = Synonyms([Rule(("thuế",), tuple(f"loại {n}" for n in range(15)))])
    question = understand("thuế", many).or_else("thuê")
    assert len(question.also) <= MOST_WORDINGS
    assert "thuê" in question.also


@given(st.text())
def test_any_text_is_understood_within_bounds(text):
    question = understand(text, LAND)
    assert len(question.typed) <= MAX_CHARACTERS
    assert len(question.also) <= MOST_WORDINGS
    assert question.text not in question.also


def test_a_rule_for_other_ages_than_the_one_told_is_no_wording_of_the_question():
    rules = Synonyms([Rule(("thẻ cho con",), ("thẻ cho người dưới 14 tuổi",))])
    assert understand("làm thẻ cho con", rules).also
    assert understand("làm thẻ cho con 8 tuổi", rules).also
    assert not understand("làm thẻ cho con 14 tuổi", rules).also
