"""How often a good question is corrected, and a slip mended, is measured."""

from search.judging.corrections import corrected
from search.question.vocabulary import NamesVocabulary

KNOWN = NamesVocabulary.of(["Đăng ký thường trú", "Đăng ký kết hôn"] * 9)


def test_good_questions_stay_and_slips_are_mended() -> None:
    told = corrected(["đăng ký thường trú", "đăng ký kết hôn"] * 20, KNOWN)
    assert (told["questions"], told["corrected"], told["slips"]) == (40, 0.0, 40)
    assert told["mended"] > 0.5


def test_what_would_be_changed_is_counted() -> None:
    assert corrected(["đăng ký thường chú", "đăng ký thường trú"], KNOWN)["corrected"] == 0.5


def test_questions_of_short_words_have_no_slip() -> None:
    assert corrected(["61 ai", ""], KNOWN) == {"questions": 2, "corrected": 0.0, "slips": 0, "mended": 0.0}
