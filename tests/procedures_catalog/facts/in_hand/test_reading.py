"""What a text in hand is: however it is decorated it is the same thing or nothing, never another."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from procedures_catalog.facts.in_hand.reading import PERSONAL, InHand, read
from procedures_catalog.facts.short_code import ALPHABET, check_character

SHORT, OTHER = "2GUQSFH", "D5U5EM8"
#: Signs and words that messengers, editors and people put around what they hand on.
JUNK = [
    "", " ", "\n", "\u200b", "\ufeff", "\xad", ".", ",", ")", "(", '"', "“", "”", "»", "«", "…", ":", ";", "!", "?",
    "*", "_", "`", "•", "- ", " – ", "> ", "[", "]", "\U0001f449", " xem ", " Xem: ", "Mã: ", " nhé", " (mới)",
    " Thủ tục ", "\u202a",
]  # fmt: skip
before, behind = (st.lists(st.sampled_from(JUNK), max_size=3).map("".join) for _ in range(2))
national = st.builds("{}.{:06}".format, st.sampled_from([1, 2, 3, 5, 6]), st.integers(0, 120_000))
short = st.text(ALPHABET, min_size=6, max_size=6).map(lambda body: body + check_character(body))
tails = st.sampled_from(
    ["", "/", "?zarsrc=30&utm_source=zalo", "?fbclid=IwAR0", "#top", "?gclid=1&mc_cid=2", "&_ga=1.2"]
)
hosts = st.sampled_from(
    ["http://x.vn", "https://thutuc.tinh.gov.vn", "HTTP://X.VN:8080", "x.vn", "http://127.0.0.1:82", ""]
)


@pytest.mark.parametrize(
    "text",
    [
        "1.001193", "1001193", "1-001193", "1 001193", "1,001193", "1. 001193", "1:001193", "1_001193", "1–001193",
        "1.001.193", "1.001193.000.00.00.H29", "1.001193.H37", "1001193.000.00.00.H29", "1.001193.000.00.00.h29.",
        "Mã TTHC: 1.001193", "mã thủ tục 1.001193", "Mã: 1001193", "TTHC 1001193", "ma so 1-001193",
        "Mã số thủ tục: 1.001193", "(1.001193)", '"1.001193"', "1.001193\u200b", "\ufeff1.001193", "#1.001193",
        "【1.001193】", "•1.001193", "1.001193…", "１．００１１９３", "１００１１９３", "1．001193",
        "l.001193", "I.001193", "1.OO1193",
        "1.00ll93", "1.О01193", "1OO1193",
    ],
)  # fmt: skip
def test_a_national_code_in_any_spelling(text):
    assert read(text) == InHand("national", "1.001193")


@pytest.mark.parametrize(
    "text",
    [
        "TTHC số 1.001193 – đăng ký khai sinh", "xin hỏi 1.001193 cần giấy gì?",
        "thủ tục 1.001193, 1.001193 và 1.001193 ạ", "Đăng ký khai sinh (1.001193.000.00.00.H29)",
        "1. 1.001193 Đăng ký khai sinh", "khai sinh:1.001193.",
    ],
)  # fmt: skip
def test_one_in_a_sentence_is_read_and_known_not_to_be_alone(text):
    assert read(text) == InHand("national", "1.001193", alone=False)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "khai sinh", "1.00119", "11.001193", "1.001193.5", "v1.001193x", "1.001193 1.000894", "1001193 đồng",
        "12.001193", "2345678", "2O34567", "1.001.193 đồng", "1,5", "2024", "61/2018/NĐ-CP", "QCVN 06:2022/BXD",
        "CT01", "0", "hello.world", "I.OOllOl", "1.1.001193", "2026.1.001193", "3.001193,5",
    ],
)  # fmt: skip
def test_what_is_not_certain_is_words(text):
    assert read(text).kind == "words"


@pytest.mark.parametrize(
    "text",
    [
        "{}", "mã {}", "Mã QR: {}", "{:.3} {rest}", "{:.3}-{rest}", "http://x.vn/q/{}",
        "https://thutuc.tinh.gov.vn/q/{}", "thutuc.tinh.gov.vn/q/{}", "HTTPS://X.VN/Q/{}", "(http://x.vn/q/{})",
        "Xem http://x.vn/q/{}, nhé", "bạn mở x.vn/q/{}.", "<http://x.vn/q/{}>", "[khai sinh](http://x.vn/q/{})",
        "/q/{}", "q/{}", "http://x.vn//q//{}", "http://x.vn/q/{}#top", "http://x.vn/q/{}?zarsrc=30&utm_source=zalo",
        "http://x.vn/q/{}\nĐăng ký khai sinh", "URL:http://x.vn/q/{}",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fx.vn%2Fq%2F{}%3Ffbclid%3DIw&h=AT", "http:\\\\x.vn\\q\\{}",
        "https://zalo.me/?url=http%253A%252F%252Fx.vn%252Fq%252F{}", "http//x.vn/q/{}", "http: //x.vn/q/{}",
        "http://x.vn/q/{} http://x.vn/q/{}", "http://x.vn/q/{:.3}-{rest}", "“http://x.vn/q/{}”", "ｈｔｔｐ://x.vn/q/{}",
    ],
)  # fmt: skip
def test_a_short_code_and_its_whole_address(text):
    written = text.replace("{}", SHORT).replace("{:.3}", SHORT[:3]).replace("{rest}", SHORT[3:])
    for typed in (written, written.lower()):
        assert (read(typed).kind, read(typed).code) == ("short", SHORT)


def test_the_tag_of_a_paper_comes_along():
    assert read(f"Xem http://x.vn/q/{SHORT}/2345678?fbclid=1").tag == "2345678"


@pytest.mark.parametrize("text", ["http://x.vn/q/{} http://x.vn/q/{other}", "/q/{}, /q/{other}"])
def test_of_two_addresses_neither_is_meant(text):
    assert read(text.replace("{}", SHORT).replace("{other}", OTHER)).kind == "words"


@pytest.mark.parametrize(
    "text",
    [
        "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.001193",
        "dichvucong.gov.vn/p/home/chi-tiet.html?ma_thu_tuc=1001193&fbclid=x",
        "https://dichvucong.tinh.gov.vn/vi/chi-tiet?ma=1.001193.000.00.00.H29",
        "https://dvc.tinh.vn/#/chi-tiet?ma=1.001193", "https://dvc.tinh.vn/#!/tthc/1001193",
        "https://dvc.tinh.vn/#/thu-tuc/1.001193", "https://dvc.tinh.vn/chi-tiet/1.001193",
        "https://dvc.tinh.vn/thu-tuc-hanh-chinh/1001193", "/thu-tuc/1.001193",
        "https://dvc.tinh.vn/chi-tiet/1.001193.000.00.00.H29.html", "http://x.vn/api/v1/procedures/1.001193",
        "http://x.vn/thu-tuc/1-001193-dang-ky-khai-sinh/", "x.vn/Thu-Tuc/1-001193-dang-ky/phieu.pdf",
        "/thu-tuc/1-001193-dang…", "Xem https://dichvucong.gov.vn/p/x.html?ma_thu_tuc=1.001193.",
        "<https://dvc.vn/x?ma=1.001193>, nhé",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fdvc.vn%2Fx%3Fma_thu_tuc%3D1.001193&h=AT0",
        "dvc.vn/x?MA_THU_TUC=1.001193",
    ],
)  # fmt: skip
def test_an_address_that_carries_a_code(text):
    assert (read(text).kind, read(text).code) == ("address", "1.001193")


@pytest.mark.parametrize(
    "text", ["https://dichvucong.gov.vn/", "xem https://bao.vn/tin-tuc/chi-tiet/1001193", "bao.vn/a/1-001193-b"]
)
def test_any_other_address_carries_none(text):
    assert (read(text).kind, read(text).code) == ("address", "")


@pytest.mark.parametrize(
    "text",
    [
        "000.00.53.H48-220921-0099", "H29.12-250701-0001", "H29.12.250701.0001", "Mã hồ sơ: H29.12-250701-0001",
        "h48-250131-00012", "000.00.53.H48220921-0099", "G22.99.5-250701-00001", "HS 000.00.53.H48–220921–0099",
        "000.11.22.H37 - 241231 - 1234.", "hồ sơ H26.16-250702-0001 của tôi đến đâu rồi",
        "https://dichvucong.gov.vn/tra-cuu?ma_ho_so=H29.12-250701-0001", "https://dvc.vn/tra-cuu?maHoSo=123456",
        "000.00.00.G12-230105-0007", "(H29.12-250701-0001)", "Ｈ29.12-250701-0001",
    ],
)  # fmt: skip
def test_a_dossiers_number(text):
    assert read(text) == InHand("dossier")


@pytest.mark.parametrize("text", ["000.00.53.H48-221321-0099", "000.00.53.H48-220900-0099", "H48", "hồ sơ", "H29-1234"])
def test_what_is_no_dossiers_number(text):
    assert read(text).kind == "words"


@pytest.mark.parametrize(
    "text",
    [
        "001203012345", "CCCD 001203012345", "001 203 012 345", "001.203.012.345", "số căn cước: 001203012345",
        "123456789", "CMND 123456789", "MST 0101234567-001", "8012345678", "BHXH 7912345678", "DN4797912345678",
        "hộ chiếu C1234567",
    ],
)  # fmt: skip
def test_the_number_of_somebodys_papers(text):
    assert read(text) == InHand("identity")


@pytest.mark.parametrize(
    "text",
    [
        "0912345678", "0912 345 678", "0912.345.678", "+84912345678", "84912345678", "1900 1234", "18001096",
        "024 3999 1234", "(024) 39991234", "SĐT: 0912-345-678", "Zalo 0388888888", "0263.3822222",
    ],
)  # fmt: skip
def test_a_telephone(text):
    assert read(text) == InHand("telephone")


# --- Whatever is hung around ----------------------------------------------------------------------


@given(before, national, behind)
def test_signs_around_a_national_code_never_make_another_of_it(front, code, back):
    found = read(f"{front}{code}{back}")
    assert found.code in (code, "")
    assert found.kind in ("national", "words")


@given(before, hosts, short, tails, behind)
def test_signs_around_a_printed_address_never_make_another_of_it(front, host, code, tail, back):
    found = read(f"{front} {host}/q/{code}{tail} {back}")
    assert found.code in (code, "")


@given(before, hosts.filter(bool), national, tails, behind)
def test_signs_around_an_old_address_never_make_another_of_it(front, host, code, tail, back):
    found = read(f"{front} {host}/chi-tiet?ma_thu_tuc={code}{tail} {back}")
    assert found.code in (code, "")


@given(short, st.integers(0, 6), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_a_short_code_with_one_slip_is_no_code_at_all(code, place, slip):
    assume(slip != code[place])
    assert read(code[:place] + slip + code[place + 1 :]).code == ""


@given(short, st.integers(0, 6), st.integers(0, 6))
def test_a_short_code_with_two_characters_exchanged_is_no_code_at_all(code, one, other):
    assume(code[one] != code[other])
    characters = list(code)
    characters[one], characters[other] = code[other], code[one]
    assert read("".join(characters)).code == ""


@given(st.text(max_size=200))
def test_any_text_is_something_and_somebodys_number_is_not_handed_on(text):
    found = read(text)
    assert found.kind not in PERSONAL or (found.code, found.address) == ("", "")


@pytest.mark.parametrize(
    "written",
    [
        "H48.53-220921-0099", "G01.899.101-250321-0001", "G22.99-250101-123456", "Mã hồ sơ: 000.00.53.H48-220921-0099.",
        "000-00-53-H48-220921-0099", "hồ sơ H48.53-220921-0099", "H48-220921-0099", "H26.127-250901-0003",
        "000.14.22.H23-250912-0001", "(000.00.53.H48-240921-0099)",
    ],
)  # fmt: skip
def test_a_dossier_in_more_ways(written):
    assert read(written).kind == "dossier"
