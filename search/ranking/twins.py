"""Neighbours among the results that are nearly the same: one name at two levels or for two cases, one thing to be
issued, renewed or given back; and what tells them apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from vietnamese.spelling import exact

#: What is done to the thing, the longest first; "thủ tục" says nothing of it. `search.ranking.actions` asks what kind
#: of action a name says anywhere; here it has to stand before the thing, so that the thing is left.
_ACTION = re.compile(
    r"(?:thủ tục )?(?P<action>(?:cấp (?:lại|đổi|mới|chuyển đổi|gia hạn)"
    r"|đăng ký (?:lại|lần đầu|thay đổi|gia hạn|bổ sung)|xóa đăng ký|gia hạn|điều chỉnh|sửa đổi(?:, bổ sung)?|bổ sung"
    r"|thu hồi|thay đổi|chấm dứt|tạm ngừng|tạm dừng|đình chỉ|hủy(?: bỏ)?|cải chính"
    r"|khôi phục|phục hồi|xác định lại|xác định|công nhận lại|công nhận"
    r"|cấp|đổi|đăng ký))(?: đối với)? "
)
_IN_BRACKETS = re.compile(r"\s*\((?P<case>[^()]*)\)\s*$")
_LEAST = 2  # words of a thing: "thẻ căn cước", not "đất"
BY_ACTION, BY_CASE = "việc cần làm", "trường hợp hoặc nơi làm"


@dataclass(frozen=True, slots=True)
class Group:
    """So many neighbours; `thing` is what they share, "" where one stands alone, `apart` what tells them apart."""

    size: int
    thing: str = ""
    apart: tuple[str, ...] = ()


def groups(titles: Sequence[str]) -> Iterator[Group]:
    """The neighbours that share a thing, in their order; a title alone is a group of one."""
    for thing, members in groupby(map(_Name.of, titles), key=lambda name: name.thing):
        together = list(members)
        if thing and len(together) > 1:
            yield Group(len(together), thing, tuple(_apart(together)))
        else:
            yield from (Group(1) for _ in together)


@dataclass(frozen=True, slots=True)
class _Name:
    action: str
    thing: str
    case: str

    @classmethod
    def of(cls, title: str) -> "_Name":
        text = exact(title).strip(" .…")
        bracket = _IN_BRACKETS.search(text)
        text = text[: bracket.start()] if bracket else text
        action = _ACTION.match(text)
        thing = text[action.end() :] if action else text
        case = bracket["case"] if bracket else ""
        return cls(action["action"] if action else "", thing if len(thing.split()) >= _LEAST else "", case)


def _apart(names: Sequence[_Name]) -> Iterator[str]:
    if len({name.action for name in names}) > 1:
        yield BY_ACTION
    if len({(name.action, name.thing) for name in names}) < len(names):
        yield BY_CASE
