"""Goes along the chain and says what is wrong first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from audit.chain.links import COLUMNS, Value, linked, sealed

Kind = Literal[
    "changed",
    "missing",
    "unsealed",
    "beyond",
    "cut off",
    "head",
    "tail",
    "replaced",
    "no head file",
    "head file damaged",
]
_NUMBER = COLUMNS.index("number")

#: In whose words a fault is told; `{number}` is the row.
SENTENCES: dict[Kind, str] = {
    "changed": "Dòng {number} không khớp với chuỗi: nội dung đã bị sửa, hoặc dòng bị chèn vào.",
    "missing": "Thiếu dòng {number}: dòng đã bị xóa khỏi nhật ký.",
    "unsealed": "Dòng {number} không mang dấu của cổng: đã được ghi lại hoặc chèn vào từ bên ngoài.",
    "beyond": "Dòng {number} nằm sau đầu chuỗi: dòng bị chèn vào từ bên ngoài.",
    "cut off": "Thiếu dòng {number} và các dòng sau đó: phần cuối của nhật ký đã bị xóa.",
    "head": "Đầu chuỗi ghi ở dòng {number} không khớp với dòng ấy.",
    "tail": "Thiếu dòng {number} và các dòng sau đó: tệp giữ đầu chuỗi còn ghi những dòng ấy.",
    "replaced": "Dòng {number} không còn như tệp giữ đầu chuỗi đã ghi: nhật ký đã bị thay từ dòng này hoặc trước đó.",
    "no head file": "Không thấy tệp giữ đầu chuỗi, nên không biết phần cuối của nhật ký có bị xóa hay không.",
    "head file damaged": "Tệp giữ đầu chuỗi không mang dấu của cổng: đã bị sửa từ bên ngoài.",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and with which row."""

    kind: Kind
    number: int

    def __str__(self) -> str:
        return SENTENCES[self.kind].format(number=self.number)


@dataclass(slots=True)
class Walk:
    """How far somebody has come along the chain: the last row's number and hash; `keys` are those that may have sealed,
    `rows` how many were looked at."""

    number: int
    digest: str
    keys: Sequence[bytes]
    rows: int = 0

    def along(self, rows: Iterable[tuple[Value, ...]]) -> Fault | None:
        """The first fault among rows in the order of their numbers: the values of COLUMNS, the hash, the seal."""
        for row in rows:
            *values, digest, seal = row
            fault = self._fault(values, str(digest), str(seal))
            if fault:
                return fault
            self.number, self.digest, self.rows = self.number + 1, str(digest), self.rows + 1
        return None

    def _fault(self, values: Sequence[Value], digest: str, seal: str) -> Fault | None:
        expected = self.number + 1
        if values[_NUMBER] != expected:
            return Fault("missing", expected)
        if linked(self.digest, values) != digest:
            return Fault("changed", expected)
        return None if any(sealed(key, digest) == seal for key in self.keys) else Fault("unsealed", expected)

    def ends_at(self, number: int, digest: str) -> Fault | None:
        """What is wrong with the head, which says that the chain ends so."""
        if number < self.number:
            return Fault("beyond", number + 1)
        if number > self.number:
            return Fault("cut off", self.number + 1)
        return None if digest == self.digest else Fault("head", number)
