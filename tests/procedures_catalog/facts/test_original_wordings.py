"""Original wordings: what was mended comes back as it stood, what needed no mending is not kept."""

import pytest

from procedures_catalog.facts.original_wordings import DEEPEST, TooDeepError, clean_deep, restore

SAID = {"ten": "Ðăng ký", "giay_to": [{"ten": "Di\u200bều", "ban_sao": 2}], "_nfc": True}


def test_texts_are_mended_however_deep_and_given_back_as_they_stood():
    wordings: dict[str, str] = {}
    mended = clean_deep(SAID, wordings)
    assert mended == {"ten": "Đăng ký", "giay_to": [{"ten": "Diều", "ban_sao": 2}], "_nfc": True}
    assert restore(mended, wordings) == SAID


def test_white_space_and_composition_alone_are_no_wording_to_keep():
    wordings: dict[str, str] = {}
    assert clean_deep("Thả  die\u0302\u0300u", wordings)
    assert wordings == {}


def test_halves_of_characters_and_nul_are_no_wording_to_keep():
    wordings: dict[str, str] = {}
    assert clean_deep(["Thả \ud83d diều", "Cấp\x00 thẻ"], wordings) == ["Thả \ufffd diều", "Cấp thẻ"]
    assert wordings == {}


def test_what_lies_too_deep_is_said_to_do_so():
    deep: list = []
    for _ in range(DEEPEST):
        deep = [deep]
    with pytest.raises(TooDeepError):
        clean_deep(deep, {})
    assert clean_deep(deep[0], {}) == deep[0]
