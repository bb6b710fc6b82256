"""The QR picture: a phone reads exactly the address in it."""

import re
import shutil
import struct
import subprocess
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest
import qrcode
from qrcode.constants import ERROR_CORRECT_H

from paper.qr import QUIET_ZONE, qr_svg
from tests.parts import missing

ADDRESS = "https://cong.example/q/ABC2345"


def _dark_modules(svg: str) -> list[list[bool]]:
    """The picture as the SVG draws it: each run is "M<x> <y>h<width>v1h-<width>z"."""
    size = int(re.search(r'viewBox="0 0 (\d+) ', svg)[1])
    rows = [[False] * size for _ in range(size)]
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", svg):
        for place in range(int(x), int(x) + int(width)):
            rows[int(y)][place] = True
    return rows


def _write_png(path: Path, rows: list[list[bool]], scale: int = 6) -> None:
    lines = [
        b"\0" + bytes(0 if dark else 255 for dark in row for _ in range(scale)) for row in rows for _ in range(scale)
    ]
    size = len(rows) * scale
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(lines))),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


@pytest.mark.parametrize("address", [ADDRESS, "http://127.0.0.1:8000/q/ZZZZZZ2", "https://cổng.example/q/" + "A" * 200])
def test_the_picture_is_the_addresss_own(address):
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_H, border=QUIET_ZONE, mask_pattern=2)
    code.add_data(address)
    code.make(fit=True)
    assert _dark_modules(qr_svg(address, "")) == code.get_matrix()


def test_a_quiet_zone_of_four_modules_surrounds_it():
    rows = _dark_modules(qr_svg(ADDRESS, ""))
    edge = [*rows[:4], *rows[-4:], *([*row[:4], *row[-4:]] for row in rows)]
    assert not any(map(any, edge))


def test_a_reader_reads_the_address(tmp_path):
    if not shutil.which("zbarimg"):
        missing("zbarimg (gói zbar-tools)")
    picture = tmp_path / "qr.png"
    _write_png(picture, _dark_modules(qr_svg(ADDRESS, "")))
    read = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True)
    assert read.stdout.strip() == ADDRESS


def test_the_label_cannot_break_out_of_its_place():
    label = """Thẻ "diều" <script>alert('x')</script> & sáo"""
    svg = ElementTree.fromstring(qr_svg(ADDRESS, label))  # noqa: S314 - our own picture
    assert svg.get("aria-label") == label
    assert "<script" not in qr_svg(ADDRESS, label)
