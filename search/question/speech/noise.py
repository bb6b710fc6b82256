"""What every question says – politeness, who speaks to whom, how one asks – and what therefore tells nothing of it.

Some of it may be half of a word ("cho thuê", "con nuôi") and still makes a pair with a neighbour that tells something;
what is only ever said in asking ("ở đâu", "làm sao", "cô ơi") makes none. Marks are kept to where the question has any,
because without them "cần" would be "căn" (cước) and "làm" "lâm" (nghiệp).
"""

import re
from collections.abc import Iterable
from itertools import product

from search.question.speech.by_marks import ByMarks, is_bare
from vietnamese.fold import fold
from vietnamese.spelling import exact

TELLS, HALF, NOTHING = 0, 1, 2

#: Who speaks, and whom one speaks to; a line of `_ASKING` with ME or YOU stands for all of them.
_ME = "tôi|tui|em|mình|con|cháu|chúng tôi|tụi tui|tụi em"
_YOU = "anh|chị|cô|chú|bác|ông|bà|anh chị|cô chú|ông bà|quý cơ quan|quý cổng|ad|admin|mọi người|cả nhà|các bác"
_ASKING = """
cho hỏi|xin hỏi|hỏi thăm|cho ME hỏi|xin cho ME hỏi|cho ME biết|cho biết|xin cho biết|xin cho|ME muốn hỏi|ME hỏi
cho tôi|cho tui|cho mình|cho chúng tôi|cho tụi tui|cho ME xin
YOU cho hỏi|YOU cho ME hỏi|YOU ơi|ME chào YOU|chào YOU|kính chào YOU|xin chào|dạ thưa|kính thưa|thưa YOU|nhờ YOU
mong YOU
làm ơn|vui lòng|cảm ơn|cám ơn|giúp ME|giùm ME|dùm ME|chỉ ME|chỉ giúp|chỉ giùm|tư vấn giúp|giải đáp giúp|hướng dẫn giúp
alo|dạ|với ạ|vậy ạ|rồi ạ|nữa ạ|hả|nhé|nhỉ|nghen|ấy nhỉ|vậy ta|thế ạ|được ạ|ạ
như thế nào|thế nào|ra sao|làm sao|thì sao|sao vậy|sao đây|vì sao|tại sao|kiểu gì|bằng cách nào|cách nào|làm cách nào
làm thế nào|phải làm thế nào|phải làm sao|phải làm gì|cần làm gì|làm gì|là gì|có gì|cái gì|việc gì
mần răng|làm răng|mần sao|mần chi|làm chi|thì răng|răng hè|răng rứa|rứa|cái chi|chi không|răng chừ
ở đâu|tại đâu|chỗ nào|nơi nào|ở chỗ nào|đến đâu|tới đâu|ra đâu|đi đâu|ở mô|chỗ mô|nơi mô|ra mô|ở chỗ mô
bao nhiêu|bao lâu|bao nhiêu lâu|mất bao lâu|mấy ngày|mấy bữa|bao giờ|khi nào|lúc nào|chừng nào|khi mô
những gì|gồm gì|gồm những gì|cần những gì|cần gì|giấy tờ gì|giấy gì|giấy chi|giấy tờ chi|hồ sơ gì|hồ sơ chi
trường hợp nào|cơ quan nào|đơn vị nào|xã nào|sở nào|phòng nào|xin ai|gặp ai|hỏi ai|gửi ai|báo ai
hay không|được không|được hông|được hôn|có được không|có được hông|có phải không|phải không|phải hông|có không|có hông
có phải xin phép không|có phải xin không|có cần xin phép không|có cần không|phải xin phép không|cần xin phép không
chúng tôi|tụi tui|nhà tui|nhà ME|tui
"""
_WORDS = """
tôi em cháu mình con ạ xin muốn cần gì nào đâu làm thì là có cho được không ở tại và các những này để phải khi với của
về theo nếu vậy nhé hỏi giúp ai mà rồi giờ anh chị hông mần chừ nha luôn đang
"""
#: Half of a name, too: "hồ sơ mời thầu".
_MATTERS = ("thủ tục hành chính", "thủ tục", "hồ sơ")
_SAFE_WITHOUT_MARKS = "toi muon xin gi nao la co duoc khong va cac nhung nay phai neu vay nhe cua voi"
_LAW = "nghi dinh|thong tu(?: lien tich)?|luat|nghi quyet|quyet dinh|phap lenh|nd|tt|ttlt|nq|qd"
#: The kind and the sign around a law's number and year, folded: half the catalogue names a decree. And that a number is
#: that of a form: "mẫu giáo" is another thing.
_OF_A_LAW = re.compile(
    rf"(?:(?<![^\W_])(?:{_LAW}) (?:so )?)?(?<![\w/])(?P<number>[0-9]{{1,4}} ?/ ?(?:19|20)[0-9]{{2}})(?![0-9])"
    r"(?:/ ?[a-z][a-z0-9]*(?: ?- ?[a-z][a-z0-9]*){0,4}(?![^\W_]))?"
)
_OF_A_FORM = re.compile(r"(?<![^\W_])mau (?:so )?(?=[0-9])")


def _said_as(phrase: str) -> Iterable[str]:
    """A line's phrase for each who may speak and be spoken to."""
    speakers = _ME.split("|") if "ME" in phrase else [""]
    hearers = _YOU.split("|") if "YOU" in phrase else [""]
    return [phrase.replace("ME", me).replace("YOU", you) for me, you in product(speakers, hearers)]


def _alternatives(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])")


_PHRASES = [said for line in re.split(r"[|\n]", _ASKING.strip()) for said in _said_as(line)]
_ASKED = ByMarks(
    _alternatives(map(exact, _PHRASES)), _alternatives(fold(phrase) for phrase in _PHRASES if " " in phrase)
)
_HALVES = ByMarks(
    _alternatives(map(exact, (*_MATTERS, *_WORDS.split()))),
    _alternatives((*map(fold, _MATTERS), *_SAFE_WITHOUT_MARKS.split())),
)


def noise(text: str, folded: str) -> bytearray:
    """For each character of a text in its exact and its folded form whether it TELLS something, says NOTHING, or may
    be HALF of a word."""
    subject = folded if is_bare(text) else text
    flags = bytearray(len(text))
    _mark(flags, _HALVES.of(text), subject, HALF)
    _mark(flags, _ASKED.of(text), subject, NOTHING)
    _mark(flags, _OF_A_FORM, folded, NOTHING)
    _mark_around_laws(flags, folded)
    return flags


def _mark(flags: bytearray, pattern: re.Pattern[str], subject: str, value: int) -> None:
    for found in pattern.finditer(subject):
        flags[found.start() : found.end()] = bytes([value]) * len(found[0])


def _mark_around_laws(flags: bytearray, folded: str) -> None:
    for found in _OF_A_LAW.finditer(folded):
        for start, end in ((found.start(), found.start("number")), (found.end("number"), found.end())):
            flags[start:end] = bytes([NOTHING]) * (end - start)
