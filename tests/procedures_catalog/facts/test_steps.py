"""Steps: named where the text names them, and never a word lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.record import Step
from procedures_catalog.facts.steps import format_steps, parse_steps

_LINES = st.sampled_from(
    [
        "  * Nộp đơn",
        "- Bước 1: Nộp",
        "Bước 2. Nhận",
        "a) Bước 3",
        "+ Bước 4: " + "gió " * 60,
        "* Bước 5",
        "-Bước 6",
        "    thả diều",
        "",
        "  ",
        "\tsáo",
        "Bước",
        "bước 7:",
        "BƯỚC 8 : x",
        "•  Bước 9: y",
        "* một mình",
        "Bước 10:" + "dài " * 50,
    ]
)
_TEXTS = st.lists(_LINES | st.text(max_size=20), max_size=12).map("\n".join)


def test_starred_names_open_steps():
    steps = parse_steps("  * Nộp đơn\n    Đến quầy.\n    Lấy số.\n  * Nhận thẻ")
    assert steps == (Step("Nộp đơn", "Đến quầy.\nLấy số.", "*"), Step("Nhận thẻ", "", "*"))


@pytest.mark.parametrize(
    ("line", "marker", "name", "text"),
    [
        ("- Bước 1: Nộp đơn", "-", "Bước 1: Nộp đơn", ""),
        ("Bước 2", "", "Bước 2", ""),
        ("a) Bước 3. Nhận", "a)", "Bước 3. Nhận", ""),
        ("Bước 4: " + "gió " * 50, "", "Bước 4:", ("gió " * 50).strip()),
    ],
)
def test_numbered_names_open_steps_and_only_short_lines_are_names(line, marker, name, text):
    assert parse_steps(line) == (Step(name, text, marker),)


def test_a_text_without_steps_is_one_step_without_a_name():
    assert parse_steps("Mang diều đến.\nChờ gió.") == (Step("", "Mang diều đến.\nChờ gió."),)
    assert parse_steps("") == ()


@given(_TEXTS)
def test_no_word_is_lost_whatever_the_text(text):
    assert format_steps(parse_steps(text)).split() == text.split()


@given(_TEXTS)
def test_what_was_written_out_reads_as_the_same_words_again(text):
    written = format_steps(parse_steps(text))
    assert format_steps(parse_steps(written)).split() == text.split()
