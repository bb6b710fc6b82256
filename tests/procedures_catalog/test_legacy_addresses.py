"""Every way of writing one printed address is brought to one; what is no address is told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.legacy_addresses import MAX_LENGTH, MAX_PATH, PrintedAddress, is_address, normal

PRINTED = "http://dichvucong.tinh.example/bothutuc/chiTiet?maThuTuc=33221"


@pytest.mark.parametrize(
    "written",
    [
        PRINTED,
        "https://dichvucong.tinh.example/bothutuc/chiTiet?maThuTuc=33221",
        "HTTP://DichVuCong.Tinh.Example:80/bothutuc/chiTiet?maThuTuc=33221",
        "https://dichvucong.tinh.example:443/bothutuc/chiTiet/?maThuTuc=33221",
        "dichvucong.tinh.example/bothutuc/chiTiet?maThuTuc=33221",
        "dichvucong.tinh.example:80/bothutuc/chiTiet?maThuTuc=33221",
        "http://dichvucong.tinh.example./bothutuc/chi%54iet?maThuTuc=%33%33221#top",
        f"  {PRINTED}\n",
    ],
)
def test_one_address_is_one_however_it_is_written(written):
    assert normal(written) == PrintedAddress("dichvucong.tinh.example", "/bothutuc/chiTiet?maThuTuc=33221")


@pytest.mark.parametrize(
    "other",
    [
        "http://khac.example/bothutuc/chiTiet?maThuTuc=33221",
        "http://dichvucong.tinh.example:8080/bothutuc/chiTiet?maThuTuc=33221",
        "http://dichvucong.tinh.example/bothutuc/chitiet?maThuTuc=33221",
        "http://dichvucong.tinh.example/bothutuc/chiTiet?maThuTuc=33222",
        "http://dichvucong.tinh.example/bothutuc/chiTiet",
    ],
)
def test_another_address_stays_another(other):
    assert normal(other) != normal(PRINTED)


def test_letters_beyond_ascii_have_one_spelling():
    found = normal("http://diều.example/diều?q=diều")
    assert found == normal("http://DI%E1%BB%80U.example/di%E1%BB%81u?q=di%E1%BB%81u".replace("DI%E1%BB%80U", "DIỀU"))
    assert (found.host + found.path).isascii()


def test_the_order_of_parameters_makes_no_difference():
    assert normal("http://a.example/x?b=2&a=1&b=1") == normal("http://a.example/x?b=1&a=1&b=2")


@pytest.mark.parametrize(
    "text",
    [
        "", "diều", "ABC2345", "ftp://a.example/x", "javascript:alert(1)", "http://", "http://[::1", "http://a b/x",
        "http://a.example:99999/x", "http:///x", "http://..../x", "http://a.example/?" + "x=1&" * 60,
        "http://a.example/" + "x" * MAX_PATH, "http://a.example/" + "x" * MAX_LENGTH,
        "http://" + "a" * 300 + ".example/x",
    ],
)  # fmt: skip
def test_what_is_no_address_is_none(text):
    assert normal(text) is None


@pytest.mark.parametrize("text", ["http://a.example", "https://a.example:443/", "a.example/"])
def test_the_front_page_of_a_host_names_nothing(text):
    assert not normal(text).names_something


@pytest.mark.parametrize("text", ["ABC2345", "abc-2345", "1.001193", "ABC2345/DEF2345", "..", "a"])
def test_a_code_is_not_taken_for_an_address(text):
    assert not is_address(text)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_none_and_the_second_time_changes_nothing(text):
    for written in (text, f"http://{text}", f"http://a.example/{text}", f"a.example/x?{text}"):
        found = normal(written)
        if found:
            assert normal(f"http://{found.host}{found.path}") == found
