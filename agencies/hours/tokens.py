"""Cuts a line of weekly hours into what it is made of: days, parts of a day, hours, exceptions; refuses what it does
not know whole. The line is folded, so "từ" and "tư", "tới" and "tối" look the same: what stands around them tells."""

import re
from dataclasses import dataclass

from vietnamese.fold import fold

#: Longer lines are notices, not hours.
LONGEST_LINE = 300
_DAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5} | {str(number): number - 2 for number in range(2, 8)}
_DAY = r"(?:thu ?(?:hai|ba|tu|nam|sau|bay|[2-7])|t\.? ?[2-7]|chu nhat|c\.?n\.?)(?!\w)"
#: A time of the day, folded: “7:30”, “7h30”, “07 gio 30”.
TIME = r"\d{1,2}(?: ?(?:gio|h|g)(?: ?\d{2}(?: ?(?:phut|ph|p|')(?![a-z]))?)?|[:.]\d{2})(?!\d)"
_DASH = r"[-–—~]"
_OFF = r"(?:ngay )?(?:nghi )?(?:le|tet|nghi)(?!\w)"
_OF_LAW = r"(?: (?:lon|khac|trong nam|(?:theo )?(?:quy dinh|luat dinh)(?: cua (?:phap luat|nha nuoc))?))*"
_HOLIDAYS = rf"(?:cac |nhung )?{_OFF}{_OF_LAW}(?:(?:[,/ ]|va|hoac)+(?:cac )?{_OFF}{_OF_LAW})*"
_SUBJECT = (
    r"(?:gio|thoi gian|lich)(?: (?:lam viec|tiep nhan|tra ket qua|tiep dan|mo cua|hanh chinh|ho so|va|tiep cong dan))*"
)
_KINDS = (
    (
        "span",
        rf"(?:tu |luc )?(?P<begin>{TIME}|\d{{1,2}}(?= ?(?:{_DASH}|den|toi)))"
        rf" ?(?:{_DASH}|den het|den|toi) ?(?P<end>{TIME})",
    ),
    ("nothing", rf"(?:ngoai tru|tru|khong ke|khong lam viec|nghi)(?: vao)? {_HOLIDAYS}(?!\w)"),
    ("day", _DAY),
    (
        "workdays",
        r"(?:cac |moi |nhung )?ngay (?:lam viec|thuong|hanh chinh)(?: trong tuan)?(?!\w)"
        r"|(?:cac |moi )ngay trong tuan(?!\w)|(?:hang|moi) ngay(?!\w)",
    ),
    ("but", r"(?:ngoai tru|tru|khong ke)(?!\w)"),
    ("closed", r"(?:khong lam viec|nghi)(?!\w)"),
    ("holidays", rf"{_HOLIDAYS}(?!\w)"),
    ("part", r"(?:buoi )?(?:sang|chieu|toi)(?!\w)"),
    ("to", r"(?:den het|cho den|den)(?: ngay)?(?!\w)"),
    ("dash", _DASH),
    ("nothing", rf"(?:(?:hang|moi|trong) tuan|{_SUBJECT}|lam viec|mo cua|(?:cac )?ngay|cac|buoi|vao|luc|tu|het)(?!\w)"),
    ("link", r"(?:va|cung)(?!\w)|[,&/]"),
    ("stop", r"[:;.()+*•]"),
)
_TOKEN = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, (_, pattern) in enumerate(_KINDS)))
#: Behind a day, further ones without their "thứ": "thứ 2, 4, 6", "thứ Hai – Sáu"; never a number of hours.
_MORE = re.compile(
    rf" ?(?P<link>,|va |{_DASH}|den ) ?(?P<day>hai|ba|tu|nam|sau|bay|[2-7])"
    rf"(?!\w| ?\d| (?:thu|gio|h|g)\b|[:.]\d| ?(?:{_DASH}|den|toi) ?{TIME})"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: its kind; `value` is a day from Monday (0), a part of the day, minutes of a span, else as written."""

    kind: str
    value: object = None


def tokens(line: str) -> list[Token] | None:
    """The pieces of a line without what says nothing; None where anything in it is not understood."""
    text = " ".join(fold(line[: LONGEST_LINE + 1]).split())
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        match = _MORE.match(text, at) if found and found[-1].kind == "day" else None
        if match:
            found += [Token("to" if match["link"] not in (",", "va ") else "link"), Token("day", _DAYS[match["day"]])]
        elif match := _TOKEN.match(text, at):
            found += _read(match)
        else:
            return None
        at = match.end()
    return None if len(text) > LONGEST_LINE else _settled(found)


def minutes(text: str) -> int | None:
    """Minutes from midnight of "7:30", "7h30", "07 giờ 30 phút", "7h", "7"; None for what is no time of a day."""
    hour, *rest = (int(number) for number in re.findall(r"\d+", text))
    minute = rest[0] if rest else 0
    return hour * 60 + minute if minute < 60 and hour * 60 + minute <= 24 * 60 else None


def _read(match: re.Match[str]) -> list[Token]:
    kind = _KINDS[int((match.lastgroup or "k0")[1:])][0]
    if kind == "span":
        return [Token("span", (minutes(match["begin"]), minutes(match["end"])))]
    if kind == "day":
        name = re.sub(r"^(?:thu|t)[. ]*", "", match[0])
        return [Token("day", _DAYS.get(name, 6))]
    if kind == "part":
        return [Token("part", match[0].removeprefix("buoi "))]
    return [] if kind == "nothing" else [Token(kind, match[0])]


def _settled(found: list[Token]) -> list[Token]:
    """A dash or "tới" between two days leads from one to the other; elsewhere it parts, or is the evening."""
    settled: list[Token] = []
    for place, token in enumerate(found):
        ahead = [each.kind for each in found[place + 1 : place + 3]]
        is_between = place > 0 and found[place - 1].kind == "day" and (ahead[:1] == ["day"] or ahead == ["part", "day"])
        if token == Token("part", "toi") and is_between and ahead[0] == "day":
            settled.append(Token("to"))
        elif token.kind == "dash":
            settled.append(Token("to" if is_between else "stop", token.value))
        else:
            settled.append(token)
    return settled
