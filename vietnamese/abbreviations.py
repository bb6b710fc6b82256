"""Spells out the abbreviations that people type in questions to the administration."""

import re
from collections.abc import Mapping

from vietnamese.fold import fold
from vietnamese.spelling import exact

# Only what has one reading in questions about procedures; no abbreviation is a syllable. Editors add synonyms
# elsewhere.
ABBREVIATIONS: Mapping[str, str] = {
    # papers
    "cccd": "căn cước công dân",
    "cmnd": "chứng minh nhân dân",
    "cmt": "chứng minh thư",
    "cmtnd": "chứng minh thư nhân dân",
    "gcn": "giấy chứng nhận",
    "gpkd": "giấy phép kinh doanh",
    "đkkd": "đăng ký kinh doanh",
    "gplx": "giấy phép lái xe",
    "gpxd": "giấy phép xây dựng",
    "gplđ": "giấy phép lao động",
    "gks": "giấy khai sinh",
    "gttt": "giấy tờ tùy thân",
    "shk": "sổ hộ khẩu",
    "lltp": "lý lịch tư pháp",
    "qsdđ": "quyền sử dụng đất",
    "qsd": "quyền sử dụng",
    "gcnqsdđ": "giấy chứng nhận quyền sử dụng đất",
    # matters
    "tthc": "thủ tục hành chính",
    "đk": "đăng ký",
    "đkkh": "đăng ký kết hôn",
    "đkks": "đăng ký khai sinh",
    "đktt": "đăng ký thường trú",
    "hktt": "hộ khẩu thường trú",
    "hđ": "hợp đồng",
    "hđlđ": "hợp đồng lao động",
    "hs": "hồ sơ",
    "kh": "kết hôn",
    "lđ": "lao động",
    "xd": "xây dựng",
    "kd": "kinh doanh",
    "bđs": "bất động sản",
    "attp": "an toàn thực phẩm",
    "vsattp": "vệ sinh an toàn thực phẩm",
    "pccc": "phòng cháy chữa cháy",
    "bvmt": "bảo vệ môi trường",
    "đtm": "đánh giá tác động môi trường",
    "noxh": "nhà ở xã hội",
    "nvqs": "nghĩa vụ quân sự",
    "cntt": "công nghệ thông tin",
    # insurance, tax, money
    "bhxh": "bảo hiểm xã hội",
    "bhyt": "bảo hiểm y tế",
    "bhtn": "bảo hiểm thất nghiệp",
    "tncn": "thu nhập cá nhân",
    "tndn": "thu nhập doanh nghiệp",
    "gtgt": "giá trị gia tăng",
    "mst": "mã số thuế",
    "nsnn": "ngân sách nhà nước",
    # people and bodies
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "csgt": "cảnh sát giao thông",
    "hkd": "hộ kinh doanh",
    "htx": "hợp tác xã",
    "dn": "doanh nghiệp",
    "tnhh": "trách nhiệm hữu hạn",
    "dntn": "doanh nghiệp tư nhân",
    "nlđ": "người lao động",
    "nnn": "người nước ngoài",
    "nct": "người cao tuổi",
    "nkt": "người khuyết tật",
    "tnlđ": "tai nạn lao động",
    "bnn": "bệnh nghề nghiệp",
    "thcs": "trung học cơ sở",
    "thpt": "trung học phổ thông",
    "gdđt": "giáo dục đào tạo",
    "gtvt": "giao thông vận tải",
    "tnmt": "tài nguyên môi trường",
    "tp": "thành phố",
    "tphcm": "thành phố hồ chí minh",
    "hcm": "hồ chí minh",
    "tx": "thị xã",
    "vn": "việt nam",
    # documents
    "nđ": "nghị định",
    "nđ-cp": "nghị định chính phủ",
    "qđ": "quyết định",
    "nq": "nghị quyết",
    "vbqppl": "văn bản quy phạm pháp luật",
    # a person
    "sđt": "số điện thoại",
    "đt": "điện thoại",
    "ns": "năm sinh",
    # chat
    "ko": "không",
    "đc": "được",
    "ntn": "như thế nào",
    "bn": "bao nhiêu",
    "vs": "với",
}

_WORDS = {**{fold(short): words for short, words in ABBREVIATIONS.items()}, **ABBREVIATIONS}
_LONGEST_FIRST = sorted(_WORDS, key=len, reverse=True)
_ABBREVIATION = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?![^\W_])")
_CHUNK = re.compile(r"\S+")
_DIGIT_OR_ADDRESS = re.compile(r"[\d@]|://")


def spelled_out(text: str) -> str:
    """The exact form of the text with its abbreviations, typed with đ or d, as words with their marks.

    For questions only, and beside the question as it was typed: names and documents use the abbreviation, too, so
    a caller looks for the words of both and lets either count. Codes, document numbers (61/2018/NĐ-CP) and addresses
    stay. Takes any str, raises nothing; nothing in the words is an abbreviation, so a second time changes nothing.
    """
    return _CHUNK.sub(_in_chunk, exact(text))


def is_abbreviation(folded_word: str) -> bool:
    """Whether the folded word is one of the abbreviations: "dk", "cccd"."""
    return folded_word in _WORDS


def _in_chunk(chunk: re.Match[str]) -> str:
    if _DIGIT_OR_ADDRESS.search(chunk[0]):
        return chunk[0]
    return _ABBREVIATION.sub(lambda found: _WORDS[found[0]], chunk[0])
