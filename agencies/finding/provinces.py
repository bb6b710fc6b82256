"""The provinces of today and those that became them, so that a place of another province is known as one.

After Resolution 202/2025/QH15 (from 1 July 2025); Huế was Thừa Thiên Huế until the end of 2024, Hà Tây became part of
Hà Nội in 2008. Names that people use beside the official ones stand behind a plus.
"""

from dataclasses import dataclass

from agencies.reform.names import province_key

_TABLE = """
Thành phố Hà Nội = Tỉnh Hà Tây + hn
Tỉnh Cao Bằng
Tỉnh Tuyên Quang = Tỉnh Hà Giang
Tỉnh Điện Biên
Tỉnh Lai Châu
Tỉnh Sơn La
Tỉnh Lào Cai = Tỉnh Yên Bái
Tỉnh Thái Nguyên = Tỉnh Bắc Kạn
Tỉnh Lạng Sơn
Tỉnh Quảng Ninh
Tỉnh Bắc Ninh = Tỉnh Bắc Giang
Tỉnh Phú Thọ = Tỉnh Hòa Bình, Tỉnh Vĩnh Phúc
Thành phố Hải Phòng = Tỉnh Hải Dương + hp
Tỉnh Hưng Yên = Tỉnh Thái Bình
Tỉnh Ninh Bình = Tỉnh Hà Nam, Tỉnh Nam Định
Tỉnh Thanh Hóa
Tỉnh Nghệ An
Tỉnh Hà Tĩnh
Tỉnh Quảng Trị = Tỉnh Quảng Bình
Thành phố Huế = Tỉnh Thừa Thiên Huế + tth
Thành phố Đà Nẵng = Tỉnh Quảng Nam
Tỉnh Quảng Ngãi = Tỉnh Kon Tum
Tỉnh Gia Lai = Tỉnh Bình Định
Tỉnh Khánh Hòa = Tỉnh Ninh Thuận
Tỉnh Đắk Lắk = Tỉnh Phú Yên
Tỉnh Lâm Đồng = Tỉnh Bình Thuận, Tỉnh Đắk Nông
Thành phố Đồng Nai = Tỉnh Bình Phước
Thành phố Hồ Chí Minh = Tỉnh Bình Dương, Tỉnh Bà Rịa - Vũng Tàu + hcm, tphcm, hcmc, sài gòn, sg
Tỉnh Tây Ninh = Tỉnh Long An
Tỉnh Đồng Tháp = Tỉnh Tiền Giang
Tỉnh Vĩnh Long = Tỉnh Bến Tre, Tỉnh Trà Vinh
Tỉnh An Giang = Tỉnh Kiên Giang
Thành phố Cần Thơ = Tỉnh Hậu Giang, Tỉnh Sóc Trăng
Tỉnh Cà Mau = Tỉnh Bạc Liêu
"""


@dataclass(frozen=True, slots=True)
class Province:
    """A province of today, those that became it, and how else people call it; `key`: where two spellings meet."""

    name: str
    key: str
    former: tuple[str, ...]
    called: tuple[str, ...]


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _province(line: str) -> Province:
    official, _, called = line.partition(" + ")
    name, _, former = official.partition(" = ")
    return Province(name.strip(), province_key(name), _names(former), _names(called))


PROVINCES = tuple(map(_province, _TABLE.strip().splitlines()))
