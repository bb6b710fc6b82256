"""Names of cases cut to what tells them apart: "tặng cho", "thừa kế" instead of nineteen long twins."""

import re
from collections import Counter
from collections.abc import Sequence

from procedures_catalog.facts.dossier.marks import unmarked
from procedures_catalog.facts.naming import short_name

LONGEST_CASE = 120
#: Names of no more words are left as they are.
_FEW = 10
#: After these words a name may begin, and before these it may end; between others a cut would tear words apart, for a
#: Vietnamese word is often two.
_BEGINS_AFTER = frozenset(
    ["với", "do", "để", "cho", "là", "của", "về", "khi", "trong", "tại", "theo", "bằng", "việc", "thì"]
)
_BEGINS_AFTER_TWO = frozenset({("trường", "hợp"), ("đề", "nghị"), ("hình", "thức"), ("hồ", "sơ")})
_ENDS_BEFORE = frozenset(["của", "theo", "đối", "do", "để", "cho", "tại", "trong", "quy", "hoặc", "và", "thuộc", "khi"])
_TAIL = re.compile(
    r"[\s,;:.–-]*\b(?:thì )?(?:(?:kèm theo )?(?:thành phần |bộ )?hồ sơ )?(?:bao gồm|gồm có|gồm)(?: có)?"
    r"(?: các (?:giấy tờ|tài liệu|văn bản)(?:, tài liệu)?)?(?: sau)?(?: đây)?[\s:;.,–-]*$",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"(?:(?:các )?trường hợp (?:\d{1,2}|[A-Z]\d?)\s*[:.]\s*)?"
    r"(?:(?:thành phần )?hồ sơ )?(?:(?:trong|riêng|các) )*"
    r"(?:đối với (?:các )?t?rường hợp|t?rường hợp|đối với)\s+(?=\D)",
    re.IGNORECASE,
)
_NUMBERED_FRAME = re.compile(r"(?:các )?trường hợp (?:\d{1,2}|[A-Z]\d?)\s*[:.]\s*(?=\S)", re.IGNORECASE)


def plain_name(name: str) -> str:
    """A name without the list signs before it and the "gồm:" behind it."""
    text = unmarked(name)
    cut = _TAIL.sub("", text).rstrip(" :;.,–-")
    return cut or text


def told_apart(names: Sequence[str]) -> list[str]:
    """The names of several cases, each cut to what the others do not say; no two that differ become the same."""
    plain = [plain_name(name) for name in names]
    words = [text.split() for text in _unframed(plain)]
    if len(plain) > 1:
        words = _apart(_without_common(words))
    short = [_shown(left, whole) for left, whole in zip(words, plain, strict=True)]
    twins = {text for text, number in Counter(short).items() if number > 1}
    return [whole if text in twins else text for text, whole in zip(short, plain, strict=True)]


def _unframed(plain: Sequence[str]) -> list[str]:
    """Without "Đối với trường hợp" where every name begins so, and without numbers of cases that have a name too."""
    for frame in (_FRAME, _NUMBERED_FRAME):
        if all(frame.match(text) for text in plain):
            left = [frame.sub("", text, count=1) for text in plain]
            return left if all(len(text.split()) > 1 for text in left) else list(plain)
    return list(plain)


def _without_common(words: list[list[str]]) -> list[list[str]]:
    """Without the words with which all begin and end."""
    if max(map(len, words)) <= _FEW:
        return words
    begin = _whole_words(words[0], _shared(words))
    left = [some[begin:] for some in words]
    end = _shared([some[::-1] for some in left])
    while end and left[0][-end].casefold() not in _ENDS_BEFORE:
        end -= 1
    return [some[: len(some) - end] for some in left]


def _shared(words: Sequence[Sequence[str]]) -> int:
    """With how many words all begin, so that something is left of each."""
    most = min(map(len, words)) - 1
    return min((_begin_alike(words[0], some) for some in words[1:]), default=0) if most > 0 else 0


def _whole_words(some: Sequence[str], cut: int) -> int:
    """No more words to cut than leave the rest whole, and one that says something."""
    cut = min(cut, len(some) - 1)
    while cut > 0 and not _may_begin_after(some[:cut]):
        cut -= 1
    return cut


def _may_begin_after(cut: Sequence[str]) -> bool:
    last = tuple(word.casefold() for word in cut[-2:])
    return last[-1] in _BEGINS_AFTER or last in _BEGINS_AFTER_TWO or last[-1][-1] in ":;"


def _apart(words: Sequence[list[str]]) -> list[list[str]]:
    """Long names that begin like another one, from where they differ from it."""
    return [some[_like_another(some, words, place) :] for place, some in enumerate(words)]


def _like_another(some: Sequence[str], words: Sequence[Sequence[str]], place: int) -> int:
    if len(some) <= _FEW:
        return 0
    return _whole_words(some, max(_begin_alike(some, other) for at, other in enumerate(words) if at != place))


def _begin_alike(some: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(some, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a.casefold() != b.casefold()), min(len(some), len(other)) - 1)


def _shown(left: Sequence[str], whole: str) -> str:
    text = " ".join(left).strip(" :;.,–-") or whole
    return short_name(text[:1].upper() + text[1:], LONGEST_CASE)
