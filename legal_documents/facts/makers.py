"""Who makes documents: the letters at the end of a number, and whose they are.

The letters are those of NĐ 30/2020/NĐ-CP and of ministries' own numbering, former ministries among them: a number keeps
the letters of its day.
"""

from collections.abc import Mapping

from vietnamese.fold import fold

_GOVERNMENT, _ASSEMBLY = "Chính phủ", "Quốc hội"
#: Letters as written → the maker's name.
MAKERS: Mapping[str, str] = {
    "CP": _GOVERNMENT,
    "TTg": "Thủ tướng Chính phủ",
    "CTN": "Chủ tịch nước",
    "QH": _ASSEMBLY,
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "HĐBT": "Hội đồng Bộ trưởng",
    "HĐNN": "Hội đồng Nhà nước",
    "VPQH": "Văn phòng Quốc hội",
    "VPCP": "Văn phòng Chính phủ",
    "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "KTNN": "Kiểm toán nhà nước",
    "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "TTCP": "Thanh tra Chính phủ",
    "BHXH": "Bảo hiểm xã hội Việt Nam",
    "BCA": "Bộ Công an",
    "BCT": "Bộ Công Thương",
    "BCN": "Bộ Công nghiệp",
    "BTM": "Bộ Thương mại",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "UBDT": "Ủy ban Dân tộc",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BGTVT": "Bộ Giao thông vận tải",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BKH": "Bộ Kế hoạch và Đầu tư",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BKHCNMT": "Bộ Khoa học, Công nghệ và Môi trường",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BNG": "Bộ Ngoại giao",
    "BNV": "Bộ Nội vụ",
    "BNN": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BQP": "Bộ Quốc phòng",
    "BTC": "Bộ Tài chính",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BTP": "Bộ Tư pháp",
    "BTS": "Bộ Thủy sản",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BBCVT": "Bộ Bưu chính, Viễn thông",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BVHTT": "Bộ Văn hóa - Thông tin",
    "BXD": "Bộ Xây dựng",
    "BYT": "Bộ Y tế",
}
_BY_KEY = {fold(letters): maker for letters, maker in MAKERS.items()}
#: Makers of whom there is one a place: what they are called before the place.
LOCAL: Mapping[str, str] = {"ubnd": "Ủy ban nhân dân", "hdnd": "Hội đồng nhân dân"}


def maker(letters: str) -> str:
    """The maker whose letters these are, however written ("btc", "qh15"); "" where nobody's are known."""
    return _BY_KEY.get(fold(letters).rstrip("0123456789"), "")
