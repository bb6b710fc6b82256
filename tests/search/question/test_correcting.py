"""Mistakes in questions, corrected in their context."""

import gzip
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.correcting import correction
from search.question.query import MAX_WORDS
from search.question.spoken import SPOKEN
from search.question.vocabulary import NamesVocabulary
from vietnamese.fold import fold, words

NAMES = [
    "Đăng ký thường trú cho công dân",
    "Đăng ký tạm trú cho công dân",
    "Đăng ký khai sinh có yếu tố nước ngoài",
    "Đăng ký kết hôn với người nước ngoài",
    "Cấp giấy phép xây dựng nhà ở riêng lẻ",
    "Cấp lại giấy phép lái xe",
    "Cấp phiếu lý lịch tư pháp cho công dân Việt Nam",
    "Chứng thực chữ ký trong giấy tờ",
    "Bổ nhiệm công chứng viên",
    "Công bố chủ đầu tư dự án",
]
VOCABULARY = NamesVocabulary.of([*NAMES, *SPOKEN])
EVERYDAY_TEXT = st.lists(st.sampled_from([*" ".join(NAMES).split(), "xyz", "thuongg", "kkhai", "đđ", "1.001193"])).map(
    " ".join
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("thuong chu", "thường trú"),
        ("Honda, giay phep say dung", "Honda, giấy phép xây dựng"),
        ("dang ky thuong chu", "đăng ký thường trú"),
        ("Đăng ký thường chú", "Đăng ký thường trú"),
        ("giay phep say dung", "giấy phép xây dựng"),
        ("giay fep xay dung", "giấy phép xây dựng"),
        ("dang ky khia sinh", "đăng ký khai sinh"),
        ("dangky khaisinh", "đăng ký khai sinh"),
        ("chứng thực trữ ký", "chứng thực chữ ký"),
        ("ly lich tu phapp, cho cong dan", "lý lịch tư pháp, cho công dân"),
    ],
)
def test_a_mistake_is_shown_as_it_was_meant_with_marks(typed: str, shown: str) -> None:
    assert correction(typed, VOCABULARY) == shown


@pytest.mark.parametrize(
    "text",
    [
        *NAMES,
        *map(fold, NAMES),
        *SPOKEN,
        "đăng ký thường trú ở đâu",
        "dang ky thuong tru can giay to gi",
        "xin visa du lịch",  # words that no name holds
        "cccd bhxh đk",
        "1.001193 61/2018/NĐ-CP",
        "thủ tục bún bò",
        "",
        "…",
    ],
)
def test_what_is_fine_is_left_alone(text: str) -> None:
    assert correction(text, VOCABULARY) is None


def test_the_neighbours_decide_what_a_word_was_meant_to_be() -> None:
    assert correction("cong bo chu dau tu", VOCABULARY) is None
    assert correction("thuong chu cho cong dan", VOCABULARY) == "thường trú cho công dân"


def test_words_with_marks_and_codes_stay_as_they_were_typed() -> None:
    assert correction("Mã 1.001193: giấy phep say dung!", VOCABULARY) == "mã 1.001193: giấy phép xây dựng!".replace(
        "m", "M", 1
    )


@given(st.text(st.characters(codec=None)) | EVERYDAY_TEXT)
def test_what_is_shown_for_any_text_has_other_words(text: str) -> None:
    shown = correction(text, VOCABULARY)
    assert shown is None or words(shown) != words(text)


def test_a_word_that_people_say_is_no_mistake() -> None:
    names, people = ["Mở tiệm", *["Nuôi nai"] * 20], ["mở tiệm nail", "thợ nail"]
    assert correction("mở tiệm nail", NamesVocabulary.of(names)) == "mở tiệm nai"
    assert correction("mở tiệm nail", NamesVocabulary.of(names, people)) is None


@given(EVERYDAY_TEXT)
def test_what_is_proposed_is_known_and_alone_no_rarer(text: str) -> None:
    shown = correction(text, VOCABULARY)
    for typed, meant in zip(words(text), words(shown or text), strict=False):
        if len(words(text)) == len(words(shown or text)) and typed != meant:
            alone = len(words(text)) == 1
            assert VOCABULARY.count(meant) >= (VOCABULARY.count(typed) if alone else 1)


def test_words_beyond_the_last_that_is_read_stay() -> None:
    text = " ".join(["đường"] * MAX_WORDS) + " thuong chu"
    assert correction(text, VOCABULARY) is None


class _Counting(NamesVocabulary):
    """Counts how often it is asked how common two words are beside each other: nearly all of the work."""

    asked = 0

    def pair_count(self, first: str, second: str) -> int:
        self.asked += 1
        return super().pair_count(first, second)


def test_the_work_grows_no_faster_than_the_number_of_words() -> None:
    odd = ["thuongg", "say", "khaisinh", "phapp"]
    few, many = _Counting.of([*NAMES, *SPOKEN]), _Counting.of([*NAMES, *SPOKEN])
    correction(" ".join(odd * 3), few)
    correction(" ".join(odd * 15), many)
    assert many.asked <= 5.5 * few.asked


def _one_edit(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    letter = chance.choice("abcdeghiklmnopqrstuvxy")
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    return chance.choice([word[:at] + word[at + 1 :], word[:at] + letter + word[at:], swapped])


@pytest.mark.shared
def test_most_real_names_with_one_letter_changed_are_repaired_and_hardly_any_question_is_touched(
    shared_data: Path,
) -> None:
    with gzip.open(shared_data / "procedures" / "national-2026-07.jsonl.gz", "rt", encoding="utf-8") as lines:
        names = [json.loads(line)["Tên thủ tục"] for line in lines]
    questions = [
        json.loads(line)["q"] for line in (shared_data / "search" / "dev-queries.jsonl").open(encoding="utf-8")
    ]
    vocabulary = NamesVocabulary.of([*names, *SPOKEN])
    assert not any(correction(name, vocabulary) for name in names)
    assert sum(correction(question, vocabulary) is not None for question in questions) / len(questions) <= 0.03
    assert _share_repaired(names, vocabulary) >= 0.7


def _share_repaired(names: list[str], vocabulary: NamesVocabulary) -> float:
    """Of 500 names of up to 14 words, folded, with one letter of one word changed."""
    chance = random.Random(4)  # noqa: S311 - the same mistakes in every run
    repaired = []
    for name in chance.sample(names, 500):
        said = words(name)[:14]
        at = max(range(len(said)), key=lambda place: (said[place].isalpha() * len(said[place]), chance.random()))
        typed = [*said[:at], _one_edit(said[at], chance), *said[at + 1 :]]
        repaired.append(typed == said or words(correction(" ".join(typed), vocabulary) or "") == said)
    return sum(repaired) / len(repaired)
