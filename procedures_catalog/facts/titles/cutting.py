"""Cuts a name that is too long where a clause ends, and says by "…" whether what is missing narrows it."""

import re
from collections.abc import Mapping

#: Long names of things that have a short one which everybody uses; told only where the whole is too long.
SHORT_FORMS: Mapping[str, str] = {
    "Ủy ban nhân dân": "UBND",
    "Uỷ ban nhân dân": "UBND",
    "Hội đồng nhân dân": "HĐND",
    "quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất": "quyền sử dụng đất, tài sản gắn liền với đất",
}
#: What follows only says who decides and by which rule, or spells out what was said; nothing is narrowed by it.
_TELLS_WHO = re.compile(
    r"[,;]? (?=(?:thuộc (?:thẩm quyền|phạm vi)|thực hiện (?:tại|ở) cấp|theo (?:quy định|thẩm quyền|đề nghị)|"
    r"quy định tại|được (?:quy định|sửa đổi)|ban hành kèm|sau đây gọi|bao gồm|gồm|thực hiện theo|theo Nghị) )"
)
#: Words after which an exception or a condition stands: a name without them would promise too much.
_NARROWS = re.compile(r"đối với|trường hợp|đối tượng|trừ |mà |để |không |;", re.IGNORECASE)
#: A remark in brackets; short ones are abbreviations and belong to the word before.
_REMARK = re.compile(r"\s*\([^()]{13,}(?:\([^()]*\)[^()]*)*\)")
_LEVEL = re.compile(r" \((?:thực hiện (?:tại|ở) )?cấp [\w ]{2,12}\)$")
_CLAUSE = re.compile(
    r"[;:,](?= )| (?=\()| (?=(?:đối với|trong (?:các )?trường hợp|trường hợp|nhằm|để|khi|trên địa bàn|tại) )| - "
)
#: Not before the second half of a word: đối với, gắn liền với, chứng từ, tự do, trực thuộc, văn bằng.
_PHRASE = re.compile(
    r"(?<!đối)(?<!liền)(?<!\bso)(?<!chứng)(?<!tự)(?<!trực)(?<!văn)(?<!kèm)(?<!tiếp)"
    r" (?=(?:cho|của|do|mà|với|từ|theo|và|hoặc|bằng|vào|trong|được|đã|chưa|thuộc) )|/ ?"
)
#: What a name cannot end with; not where it is the second half of a word (tự do, hiện tại, đầu vào, tiếp theo).
_DANGLING = re.compile(
    r"(?:[\s,;:(/–-]+|(?<!tự)(?<!hiện)(?<!tồn)(?<!đầu)(?<!tiếp)\s(?:theo|đối với|với|của|cho|tại|và|hoặc|do|để|khi|"
    r"trong|các|những|là|về|mà|nhưng|đã|đang|chưa|vào|một số|trường hợp|trong trường hợp|nhằm|như|gồm|bao gồm|"
    r"(?:từ |trước |sau |đến )?ngày(?: \d+(?: tháng(?: \d+(?: năm)?)?)?)?))$"
)
#: Where one would rather end: with a clause close to the limit, with a phrase close to it, then with what there is.
#: Each with the share of the room that must be used.
_ENDS = ((_CLAUSE, 0.8), (_PHRASE, 0.75), (_CLAUSE, 0.55), (_PHRASE, 0.55))
#: A tail that narrows nothing leaves a name even when it is a long one.
_LEAST = 0.4


def cut(name: str, longest: int) -> str:
    """The name, or its beginning in at most `longest` characters (20 and more).

    Tried one after the other: short forms of what is often named, without remarks in brackets that only explain, up
    to who decides and by which rule, up to the end of a clause, of a phrase, of a word.
    """
    short = _in_short_forms(name, longest)
    if len(short) <= longest:
        return short
    bare = _without_level(_without_remarks(short, longest))
    if len(bare) <= longest:
        return bare
    return _up_to_who(bare, longest) or _beginning(bare, longest)


def _in_short_forms(name: str, longest: int) -> str:
    for long, short in SHORT_FORMS.items():
        if len(name) > longest:
            name = name.replace(long, short)
    return name


def _without_level(name: str) -> str:
    """The level of government stands beside every name."""
    return _LEVEL.sub("", name)


def _without_remarks(name: str, longest: int) -> str:
    """Without the last remarks in brackets that narrow nothing, as many as must go."""
    for remark in reversed(list(_REMARK.finditer(name))):
        if len(name) > longest and not _NARROWS.search(remark[0]):
            name = name[: remark.start()] + name[remark.end() :]
    return name


def _up_to_who(name: str, longest: int) -> str:
    """The name up to a tail that narrows nothing; "" where there is none within reach."""
    for tail in _TELLS_WHO.finditer(name, int(longest * _LEAST), longest + 20):
        said = finished(name[: tail.start()])
        if len(said) <= longest and not _NARROWS.search(name, len(said)):
            return said
    return ""


def _beginning(name: str, longest: int) -> str:
    """The longest beginning that ends with a clause, else with a phrase, else with a word; with its "…"."""
    room = longest - 1
    for ends, least in _ENDS:
        found = [end.start() for end in ends.finditer(name, int(room * least), room)]
        if found:
            return f"{finished(name[: found[-1]])}…"
    return f"{finished(name[:room].rsplit(' ', 1)[0])}…"


def finished(name: str) -> str:
    """The words without the words and signs that lead to what was cut off; the bracket that was not closed goes too."""
    while (shorter := _DANGLING.sub("", name)) != name and shorter:
        name = shorter
    opened = name.rfind("(")
    return finished(name[:opened]) if opened > 0 and name.rfind(")") < opened else name
