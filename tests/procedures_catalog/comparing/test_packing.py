"""Packing: whatever went in comes out, and takes less room."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.comparing.packing import pack, unpack

PACKED = "78bbc8dcb6da23a20f05ef1e0100f8ed1606"


@given(st.binary(max_size=2_000))
def test_whatever_went_in_comes_out(text):
    assert unpack(pack(text)) == text


def test_a_text_of_the_length_of_a_procedure_takes_a_quarter_of_it_at_most():
    text = "".join(f"Người dân nộp hồ sơ lần {number} tại bộ phận một cửa. " for number in range(200)).encode()
    assert len(pack(text)) < len(text) / 4


def test_a_small_text_of_known_words_takes_little_room():
    text = b'{"channel":"online","time_limit":{"number":"15","unit":"day","text":""},"fees":[],"id":""}'
    assert len(pack(text)) < len(zlib.compress(text)) / 2


def test_what_former_software_packed_is_read():
    assert unpack(zlib.compress(b"Th\xe1\xbb\x9di h\xe1\xba\xa1n", 6)).decode() == "Thời hạn"


def test_the_words_that_packed_texts_stand_on_are_those_of_the_first_day():
    """A list that was changed would make every text unreadable that was packed with it."""
    packed = bytes.fromhex(PACKED)
    assert unpack(packed).decode() == "Cán bộ tiếp nhận kiểm tra hồ sơ."


def test_a_text_that_was_cut_is_an_error():
    with pytest.raises(zlib.error):
        unpack(pack(b"Th\xe1\xbb\x9di" * 50)[:-4])
