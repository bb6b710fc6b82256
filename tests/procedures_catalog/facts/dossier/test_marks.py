"""List signs and numbers: what stands before a text is told from the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.dossier.marks import bare, unmarked


@pytest.mark.parametrize(
    "text",
    [
        "(*) Thả diều",
        "- Thả diều",
        ":: Thả diều",
        "a.1) Thả diều",
        "2.3.1. Thả diều",
        "(ii) Thả diều",
        "1 Thả diều",
        "1-Thả diều",
        "A - Thả diều",
        "\uf0fc 4 Thả  diều",
        "++ Thả diều",
    ],
)
def test_signs_and_numbers_come_off(text):
    assert unmarked(text) == "Thả diều"


@pytest.mark.parametrize("text", ["02 ảnh diều", "C/O mẫu D", "E-mail", "Vi phạm", "đơn", "1", "(nếu có) Đơn"])
def test_what_is_no_mark_stays(text):
    assert unmarked(text) == text


def test_rules_read_without_marks_brackets_and_accents():
    assert bare("a) (Trường hợp Diều to") == "truong hop dieu to"
    assert bare(" - ") == ""


@given(st.text(max_size=30))
def test_only_a_beginning_is_taken_off(text):
    assert " ".join(text.split()).endswith(unmarked(text))
