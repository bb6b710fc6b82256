"""Every way of writing one printed address is brought to one; what is no address is told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.legacy_addresses import (
    CLOSING,
    MAX_LENGTH,
    MAX_PATH,
    PrintedAddress,
    code_in,
    is_address,
    normal,
)

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
        f"{PRINTED}).",
        f"{PRINTED}”,",
        f"{PRINTED}\u200b",
        f"{PRINTED}&fbclid=IwAR0x&utm_source=zalo&utm_medium=chat",
        "http://dichvucong.tinh.example/bothutuc/chiTiet?zarsrc=30&maThuTuc=33221",
        "http://dichvucong.tinh.example//bothutuc///chiTiet;jsessionid=0F3A?maThuTuc=33221",
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


@given(st.text(alphabet=CLOSING, max_size=6), st.sampled_from(["", "fbclid=x", "utm_id=1&zarsrc=2", "gclid=&_ga=3"]))
def test_what_is_hung_on_behind_makes_no_difference(signs, tracking):
    assert normal(f"{PRINTED}{'&' if tracking else ''}{tracking}{signs}") == normal(PRINTED)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://a.example/chi-tiet.html?ma_thu_tuc=1.001193", "1.001193"),
        ("https://a.example/vi/chi-tiet?ma=1.000494.000.00.00.H29", "1.000494"),
        ("https://a.example/x?maTTHC=2000815&trang=2", "2.000815"),
        ("https://a.example/thu-tuc/1.000894-dang-ky", "1.000894"),
        ("https://a.example/thu-tuc/chi-tiet-1.000894.html", "1.000894"),
        ("https://a.example/x?q=1.000894%20%C4%91%C4%83ng%20k%C3%BD", "1.000894"),
        ("https://a.example/x?a=1.000894&b=1.000656", ""),
        ("https://a.example/x?id=2000815", ""),
        ("https://a.example/tin/2026.1.000894", ""),
        ("https://a.example/x?gia=1.000.000", ""),
        ("https://a.example/x?phien-ban=21.000894", ""),
        ("https://a.example/", ""),
    ],
)
def test_the_one_code_that_an_address_carries(address, code):
    assert code_in(normal(address)) == code


@given(st.integers(1, 3), st.integers(0, 999_999), st.sampled_from(["ma", "ma_thu_tuc", "maThuTuc", "matthc", "code"]))
def test_a_code_in_a_parameter_for_codes_is_found_in_every_spelling(first, rest, name):
    written = (f"{first}.{rest:06}", f"{first}{rest:06}", f"{first}.{rest:06}.000.00.00.H37")
    assert {code_in(normal(f"http://a.example/x?{name}={code}")) for code in written} == {f"{first}.{rest:06}"}


@pytest.mark.parametrize("text", ["66.18/2026/NQ-CP", "1.001193/x", "61/2018/NĐ-CP", "3.5/ngày"])
def test_numbers_are_no_addresses(text):
    assert not is_address(text)


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


@pytest.mark.parametrize(
    "hung_on",
    [
        "&igsh=MzRl", "&fb_action_ids=1", "&gidzl=xx", "&__tn__=R", "&__cft__[0]=AZ", "&srsltid=Af",
        "&amp;utm_source=zalo",
        "&utm_medium=social&utm_campaign=x", "&zarsrc=30", "&fbclid=IwAR", "&mibextid=ZbWKwL", "&wbraid=1&gbraid=2",
        "#:~:text=khai", ")", "”.", "%20", "\u200b",
    ],
)  # fmt: skip
def test_what_networks_hang_on_names_nothing(hung_on):
    assert normal(PRINTED + hung_on) == normal(PRINTED)


@pytest.mark.parametrize(
    "rest",
    [
        "/dvc?maTTHC=1.001193", "/tthc?MaThuTuc=1.001193.000.00.00.H36", "/tthc/1.001193.html",
        "/#/thu-tuc?code=1.001193",
        "/tthc?procedureCode=1001193", "/tthc?ma_tthc=1_001193", "/tthc?keyword=1.001193", "/tthc?matthc=1-001193",
        "/tthc?q=%31.001193", "/tthc/MA-1.001193/", "/1.001193.000.00.00.H36", "/tthc;jsessionid=ABC?ma=1.001193",
        "/thu-tuc/1.001193_tha-dieu", "/tthc?ma-tthc=1.001193#top", "/t?maThuTucHanhChinh=1.001193&ma2=1.001193",
    ],
)  # fmt: skip
def test_a_code_under_other_names(rest):
    assert code_in(normal(f"https://cong.tinh.example{rest}")) == "1.001193"


@pytest.mark.parametrize("rest", ["/tthc?id=1001193", "/t?tthc=1.001193,1.000110", "/chi-tiet?ma_thu_tuc=256"])
def test_what_may_be_another_number_is_no_code(rest):
    assert code_in(normal(f"https://cong.tinh.example{rest}")) == ""
