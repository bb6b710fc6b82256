"""Packing: whatever went in comes out, and takes less room."""

from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.comparing.packing import pack, unpack


@given(st.binary(max_size=2_000))
def test_whatever_went_in_comes_out(text):
    assert unpack(pack(text)) == text


def test_a_text_of_the_length_of_a_procedure_takes_a_quarter_of_it_at_most():
    text = "".join(f"Người dân nộp hồ sơ lần {number} tại bộ phận một cửa. " for number in range(200)).encode()
    assert len(pack(text)) < len(text) / 4
