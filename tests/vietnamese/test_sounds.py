"""What is brought together because it sounds alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.fold import fold
from vietnamese.sounds import one_i, sound_key
from vietnamese.spelling import clean, exact

ANY_TEXT = st.text(st.characters(codec=None))
TANGLED_TEXT = st.text("qukmtyýiíaeYÝ \u0301\u0303\u0323\u0330\u200b")


@pytest.mark.parametrize(
    "pair", ["kỳ kì", "mỹ mĩ", "lý lí", "tỷ tỉ", "quý quí", "Quý quí", "ý í", "quỳnh quình", "ky ki"]
)
def test_y_and_i_are_one_where_they_are_the_rhyme(pair: str) -> None:
    first, second = pair.split()
    assert one_i(first) == one_i(second)


@pytest.mark.parametrize("pair", ["tuy tui", "thủy thủi", "tay tai", "quay quai", "quyên quiên"])
def test_y_and_i_stay_apart_where_they_sound_apart(pair: str) -> None:
    first, second = pair.split()
    assert one_i(first) != one_i(second)


@pytest.mark.parametrize("word", ["yên", "yêu", "tuyển", "huỳnh", "quyết", "khuya"])
def test_a_y_that_is_no_rhyme_by_itself_stays(word: str) -> None:
    assert one_i(word) == word


@pytest.mark.parametrize(
    "words",
    [
        "chu tru",
        "so xo",
        "da gia ra va",
        "di gi ri vi",
        "dieng gieng rieng",
        "lam nam",
        "thuong thuon",
        "sinh xin",
        "phep fep",
        "zan dan gian",
        "mac mat",
        "ky ki",
    ],
)
def test_what_a_region_says_alike_has_one_key(words: str) -> None:
    assert len({sound_key(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["nha la", "nga na", "cha ta", "kha ca", "nhac nhach", "tan tanh", "ho go"])
def test_what_nobody_mixes_up_has_two(words: str) -> None:
    first, second = words.split()
    assert sound_key(first) != sound_key(second)


def test_a_word_that_is_no_syllable_is_its_own_key() -> None:
    assert sound_key("radio") == "radio"
    assert sound_key("1001193") == "1001193"


@given(ANY_TEXT | TANGLED_TEXT)
def test_one_i_is_stable_keeps_positions_and_changes_only_letters_that_fold_to_y(text: str) -> None:
    once = one_i(text)
    assert one_i(once) == once == exact(once)
    assert len(once) == len(clean(text))
    assert fold(once).replace("i", "y") == fold(text).replace("i", "y")


@given(ANY_TEXT)
def test_anything_has_a_key(word: str) -> None:
    assert isinstance(sound_key(word), str)
