"""A tiny made-up reform: two old provinces become one, with the traps that real files hold."""

import csv
import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

HEADER = ["Tỉnh", "Phường, xã mới", "Phường, xã trước sáp nhập"]


def _unit(code: str, name: str, **members: list) -> dict:
    return {"Code": code, "FullName": name, **members}


BEFORE = [
    _unit(
        "90",
        "Tỉnh Đông Giang",
        District=[
            _unit(
                "901",
                "Huyện Hòa An",
                Ward=[
                    _unit("90001", "Thị trấn Hòa An"),
                    _unit("90002", "Xã Tân Lập"),
                    _unit("90003", "Xã Thuỷ Xuân"),
                    _unit("90004", "Xã Ea H'Leo"),
                ],
            ),
            _unit("902", "Huyện Đảo Yến", Ward=None),
        ],
    ),
    _unit(
        "91",
        "Tỉnh Tây Giang",
        District=[
            _unit(
                "911",
                "Thị xã Mộc Sơn",
                Ward=[
                    _unit("91001", "Phường 1"),
                    _unit("91002", "Xã Tân Lập"),
                    _unit("91003", "Xã Sá Tổng"),
                    _unit("91004", "Xã Biên Ải"),
                ],
            )
        ],
    ),
]

AFTER = [
    _unit(
        "91",
        "Tỉnh Đông Giang",
        Wards=[
            _unit("90001", "Xã Hòa An"),
            _unit("90003", "Xã Thủy Xuân"),
            _unit("91001", "Phường Mộc Sơn"),
            _unit("91004", "Xã Biên Ải"),
            _unit("90900", "Đặc khu Đảo Yến"),
        ],
    )
]

MERGED = [
    ["Đông Giang", "Hòa An", "Thị trấn Hòa An, Xã Tân Lập, Xã Ea H’Leo (một phần)"],
    ["Đông Giang", "Thủy Xuân", "Xã  Thủy Xuân, Xã Ea H’Leo (phần còn lại sau khi sáp nhập vào xã Hòa An)"],
    ["Đông Giang", "Mộc Sơn", "Phường I, Xã Tân Lập (thị xã Mộc Sơn), Xã Xá Tổng"],
    ["Đông Giang", "Biên Ải", "Không sáp nhập"],
    ["Đông Giang", "Đảo Yến", "Huyện Đảo Yến"],
    ["Nơi Khác", "Chỗ Nào", "Xã Nào Đó"],
]


@dataclass(frozen=True)
class ReformFiles:
    """A folder with the three files under their usual names."""

    folder: Path

    @property
    def before(self) -> Path:
        return self.folder / "before-2025-07-01.json.gz"

    @property
    def after(self) -> Path:
        return self.folder / "after-2025-07-01.json.gz"

    @property
    def merged(self) -> Path:
        return self.folder / "merged-communes.csv"

    def write_json(self, path: Path, data: object) -> None:
        path.write_bytes(gzip.compress(json.dumps(data, ensure_ascii=False).encode()))

    def write_merged(self, rows: list[list[str]], header: list[str] = HEADER) -> None:
        with self.merged.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])


@pytest.fixture
def reform_files(tmp_path: Path) -> ReformFiles:
    """The tiny reform, written to a folder."""
    files = ReformFiles(tmp_path)
    files.write_json(files.before, BEFORE)
    files.write_json(files.after, AFTER)
    files.write_merged(MERGED)
    return files


@pytest.fixture
def merged_rows() -> list[list[str]]:
    """The lines of the tiny table, to change."""
    return [list(row) for row in MERGED]
