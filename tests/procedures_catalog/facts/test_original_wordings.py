"""Original wordings: what was mended comes back as it stood, what needed no mending is not kept."""

from procedures_catalog.facts.original_wordings import clean_deep, restore

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
