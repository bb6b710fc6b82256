"""Ministries and departments that were joined to others on 1/3/2025, of which records still speak (Nghị quyết
176/2025/QH15, Nghị định 45/2025/NĐ-CP)."""

import re
from collections.abc import Iterable

#: What the body was called → what the one is called that took it over.
_TAKEN_OVER = {
    "Kế hoạch và Đầu tư": "Tài chính",
    "Giao thông vận tải": "Xây dựng",
    "Thông tin và Truyền thông": "Khoa học và Công nghệ",
    "Nông nghiệp và Phát triển nông thôn": "Nông nghiệp và Môi trường",
    "Tài nguyên và Môi trường": "Nông nghiệp và Môi trường",
    "Lao động - Thương binh và Xã hội": "Nội vụ",
}
_NAMES = "|".join(re.escape(name).replace(r"\ \-\ ", r"(?: [-–]|,) ") for name in _TAKEN_OVER)
_FORMER = re.compile(rf"\b(?P<body>Bộ|Sở) (?P<name>{_NAMES})\b", re.IGNORECASE)


def of_today(office: str) -> str:
    """The office with the name of whoever took its agency over; any other as it is."""
    return _FORMER.sub(lambda found: f"{found['body']} {_NOW[_key(found['name'])]}", office)


def former_agencies(offices: Iterable[str]) -> tuple[str, ...]:
    """The agencies that were joined to others, as these offices name them."""
    return tuple(dict.fromkeys(found[0] for office in offices for found in _FORMER.finditer(office)))


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name).lower()


_NOW = {_key(name): now for name, now in _TAKEN_OVER.items()}
