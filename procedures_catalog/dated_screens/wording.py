"""The words in which screens tell of a set by its state: what is to come, was done, was taken back, was given up."""

from collections.abc import Mapping
from dataclasses import dataclass

from procedures_catalog.models import ChangeSet


@dataclass(frozen=True, slots=True)
class Wording:
    """`will` stands before a verb; `from_day` before the day; `begins` is said of a new procedure, `compared` of the
    words before and after."""

    will: str
    from_day: str
    begins: str
    compared: str


_TO_COME = Wording(
    "sẽ",
    "Áp dụng từ 00:00 ngày",
    "Thủ tục mới: công bố bản nháp mới nhất của trang.",
    "So từng chữ với nội dung sẽ có vào ngày ấy",
)
_OVER: Mapping[str, Wording] = {
    "applied": Wording(
        "đã",
        "Đã áp dụng từ 00:00 ngày",
        "Thủ tục mới: đã công bố bản nháp được duyệt.",
        "So từng chữ với nội dung trước khi áp dụng",
    ),
    "undone": Wording(
        "đã",
        "Đã hoàn tác, nội dung trở lại như trước; trước đó áp dụng từ 00:00 ngày",
        "Thủ tục mới: đã công bố, rồi gỡ khi hoàn tác.",
        "So từng chữ với nội dung trước khi áp dụng, cũng là nội dung sau khi hoàn tác",
    ),
    "dropped": Wording(
        "dự kiến",
        "Đã bỏ, không áp dụng; ngày đã định",
        "Thủ tục mới: dự kiến công bố bản nháp của trang.",
        "So từng chữ với nội dung khi soạn",
    ),
}


def wording_of(changes: ChangeSet) -> Wording:
    """The words for its state."""
    return _OVER.get(changes.state, _TO_COME)
