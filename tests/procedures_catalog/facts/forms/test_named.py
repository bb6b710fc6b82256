"""Which forms the text of a paper names, in the wordings of real papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.forms.named import forms_named, forms_of
from procedures_catalog.facts.record import Case, ProcedureRecord, RequiredDocument


def keys(text: str, sector: str = "") -> list[str]:
    return [form.key for form in forms_named(text, sector)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA)", "ct01"),
        ("Tờ khai theo mẫu CT 01", "ct01"),
        ("Tờ khai theo mẫu số CT-01.", "ct01"),
        ("Phiếu CC01 được tạo lập khi trích xuất thông tin", "cc01"),
        ("Đơn xin thường trú (NA12) ban hành kèm theo Thông tư 04/2015/TT-BCA", "na12"),
        ("Tờ khai đề nghị cấp thẻ tạm trú (theo mẫu NA8ban hành kèm theo Thông tư 04/2015/TT-BCA)", "na8"),
        ("Tờ khai (Mẫu TK1-TS) đối với người tham gia lần đầu", "tk1-ts"),
        ("Tờ khai theo mẫu TP/HT-2024-KSSK.1", "tp-ht-2024-kssk-1"),
        ("hàng hóa nhập khẩu theo mẫu HQ/2015/NK Phụ lục IV", "hq-2015-nk"),
        ("Biểu mẫu BM.NQ-PTNT.05.01", "bm-nq-ptnt-05-01"),
        ("mẫu số 03-4/TNDN;", "3-4-tndn"),
        ("lệ phí trước bạ theo mẫu số 1/LPTB", "1-lptb"),
        ("mẫu số 01- ĐK-TCT hoặc 02-ĐK-TCT", "1-dk-tct"),
    ],
)
def test_a_number_of_its_own_is_the_key_in_every_spelling(text, key):
    assert keys(text)[0] == key


@pytest.mark.parametrize(
    ("text", "key", "written"),
    [
        (
            "Đơn (Mẫu số 01 quy định tại Phụ lục ban hành kèm theo Nghị định số 31/2018/NĐ-CP)",
            "31-2018-nd-cp-mau-1",
            "Mẫu số 01, 31/2018/NĐ-CP",
        ),
        (
            "theo Mẫu 1a mục I Phụ lục I.3.2 ban hành kèm theo Nghị quyết số 66.18/2026/NQ-CP",
            "66-18-2026-nq-cp-phu-luc-i-3-2-muc-i-mau-1a",
            "Mẫu số 01a, Mục I, Phụ lục I.3.2, 66.18/2026/NQ-CP",
        ),
        (
            "theo mẫu quy định tại Phụ lục số 06 ban hành kèm theo Thông tư số 57/2024/TT - NHNN",
            "57-2024-tt-nhnn-phu-luc-6",
            "Phụ lục 06, 57/2024/TT-NHNN",
        ),
        ("(mẫu TK02 ban hành kèm theo Nghị định số 69/2024/NĐ-CP)", "69-2024-nd-cp-mau-tk02", None),
        ("Mẫu 01.NT Phụ lục I Nghị định 41/2026/NĐ-CP", "41-2026-nd-cp-phu-luc-i-mau-1-nt", None),
        ("Mẫu số 15đ ban hành kèm theo Nghị định 151/2025/NĐ-CP", "151-2025-nd-cp-mau-15dd", None),
    ],
)
def test_a_number_that_only_counts_is_whole_with_its_document(text, key, written):
    (form,) = forms_named(text)
    assert form.key == key
    assert form.written == (written or form.written)


@pytest.mark.parametrize(
    "text",
    [
        "Đơn đề nghị hỗ trợ (Mẫu 1).",
        "theo Mẫu số 36",
        "theo Mẫu số 3 ban hành kèm theo Nghị định này, xem Nghị định số 31/2018/NĐ-CP",
        "theo Mẫu số 03 Phụ lục ban hành kèm theo Nghị định",
        "Tờ khai mẫu TK01 do Bộ Công an quy định",
        "theo Mẫu số 15 Nghị định 76",
        "theo mẫu quy định tại Phụ lục II",
        "theo Mẫu số 21 ban hành kèm theo Quyết định số 47/2026/QĐ-UBND",  # of which province, of which sector?
    ],
)
def test_without_its_document_such_a_number_is_said_to_be_unknown(text):
    (form,) = forms_named(text)
    assert form.key == ""
    assert form.written


@pytest.mark.parametrize(
    "text",
    [
        "Tờ khai theo mẫu quy định",
        "Mẫu nhãn sản phẩm, 02 mẫu",
        "người có giấy phép lái xe hạng A1, A, B1 (năm N-1)",
        "theo định dạng chuẩn IFC 4.0 (VN2000), khổ A4",
        "Thông tư số 04/TT-BCA(X13), ngày 28/4/2006",
        "giấy phép theo mẫu NĐ 94.2026",
        "ảnh mẫu 4 x 6 cm; mẫu 2 bản",
        "",
    ],
)
def test_what_is_no_form_gives_none(text):
    assert forms_named(text) == ()


def test_each_form_of_a_list_is_of_the_document_behind_it():
    text = (
        "theo Mẫu số 02a (đối với cơ sở sản xuất), Mẫu số 02b (đối với cơ sở kinh doanh) hoặc cả Mẫu số 02a và Mẫu số "
        "02b Mục I tại Phụ lục ban hành kèm theo Nghị định số 17/2020/NĐ-CP"
    )
    assert keys(text) == ["17-2020-nd-cp-muc-i-mau-2a", "17-2020-nd-cp-muc-i-mau-2b"]
    assert keys("Mẫu số 01, 02 hoặc 03 Phụ lục II Nghị định số 31/2018/NĐ-CP") == [
        f"31-2018-nd-cp-phu-luc-ii-mau-{number}" for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "(mẫu TK01 dành cho người từ 14 tuổi; mẫu TK01a dành cho trẻ em) ban hành kèm theo Thông tư 31/2023/TT-BCA",
            2,
        ),
        ("Danh sách theo Mẫu số 05 và Bản thông tin theo Mẫu số 06 Phụ lục kèm theo Nghị quyết số 05/2025/NQ-CP", 2),
        ("Bản khai “Nghệ nhân” theo Mẫu số 01 và bản khai “Ưu tú” theo Mẫu số 02 kèm theo Nghị định 43/2024/NĐ-CP", 2),
        ("Điều lệ, bản cáo bạch theo mẫu Phụ lục I, III, V ban hành kèm theo Thông tư 98/2020/TT-BTC", 3),
        ("Bản cáo bạch theo Mẫu Phụ lục III/ IV ban hành kèm theo Thông tư 98/2020/TT-BTC", 2),
        ("Bản thuyết minh (theo Mẫu số 02 ĐKCN Phụ lục I ban hành kèm theo Nghị định số 32/2026/NĐ-CP)", 1),
        ("theo Mẫu 2. CBHC/HQ quy định tại Phụ lục III Thông tư số Thông tư số 28/2012/TT-BKHCN", 1),
        ("(theo Mẫu số 02 Phụ Phụ lục II kèm theo Nghị định số 142/2025/NĐ-CP)", 1),
        ("Mẫu số 02b đối với cơ sở kinh doanh Mục I tại Phụ lục ban hành kèm theo Nghị định số 17/2020/NĐ-CP", 1),
    ],
)
def test_a_document_that_a_text_says_plainly_makes_each_of_its_numbers_whole(text, wanted):
    found = keys(text)
    assert len(set(found)) == wanted
    assert "" not in found


def test_a_number_keeps_what_is_hung_on_it_where_its_place_follows():
    assert keys("Mẫu số 01 ĐKCN Phụ lục I kèm theo Nghị định số 32/2026/NĐ-CP") == [
        "32-2026-nd-cp-phu-luc-i-mau-1-dkcn"
    ]
    assert keys("Mẫu số 01 BẢN CHÍNH") == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Văn bản theo Mẫu số 01 ban hành kèm theo Nghị quyết số 66.18/2026/TT-BCT",
        "Đơn theo Mẫu số 04 Phụ lục I ban hành kèm theo Thông tư số 24/2026/NĐ-CP",
    ],
)
def test_where_a_word_and_a_number_contradict_nothing_is_known_of_the_document(text):
    assert keys(text) == [""]


def test_the_next_paper_is_no_part_of_a_documents_number():
    text = "Mẫu số 09 tại Phụ lục kèm theo Thông tư số 36/2025/TT- BKHCN - Thuyết minh nhiệm vụ"
    assert [form.written for form in forms_named(text)] == ["Mẫu số 09, 36/2025/TT-BKHCN"]


def test_a_number_that_is_whole_in_one_place_is_not_unknown_in_another():
    text = "Mẫu số 35 tại Phụ lục III Nghị định số 163/2025/NĐ-CP (01 bản chính theo Mẫu số 35)"
    assert keys(text) == ["163-2025-nd-cp-phu-luc-iii-mau-35"]


def test_zeros_tell_numbers_of_their_own_apart():
    assert keys("mẫu NA2") != keys("mẫu NA-02")


def test_decisions_of_provinces_count_in_their_sector():
    text = "theo Mẫu số 21 ban hành kèm theo Quyết định số 47/2026/QĐ-UBND"
    assert keys(text, "Đất đai") == ["47-2026-qd-ubnd-dat-dai-mau-21"]
    assert keys(text, "Đường bộ") != keys(text, "Đất đai")


def test_a_procedure_names_each_form_once():
    papers = tuple(RequiredDocument(name) for name in ("Mẫu CT01", "Tờ khai (mẫu CT 01) và mẫu DC01", "Mẫu số 1"))
    record = ProcedureRecord("1.000001", "Đăng ký", cases=(Case(None, papers),))
    assert [form.key for form in forms_of(record)] == ["ct01", "dc01", ""]


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    for form in forms_named(f"mẫu {text}", "Hộ tịch"):
        assert form.written
        assert len(form.key) <= 200
