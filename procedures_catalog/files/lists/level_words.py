"""The words by which lists name levels of administration: “Cấp tỉnh, xã”, “UBND xã/phường/đặc khu”, “Sở, ban, ngành”.

A grammar instead of a list of spellings: a text that is made of nothing but words for levels, of bodies that every
place of a level has, and of what joins them, says these levels, whatever stands between the words.
"""

import re
from functools import lru_cache

from vietnamese.fold import words

#: What the message about an unknown value offers.
LEVEL_CHOICES = (
    "Cấp Bộ/Trung ương; Cấp tỉnh; Cấp huyện; Cấp xã; Cơ quan khác; UBND cấp tỉnh; UBND cấp xã; "
    "UBND xã/phường/đặc khu; Sở, ban, ngành; tên đầy đủ một Bộ, Sở hoặc Ban; "
    "cấp rồi tên cơ quan, như “Cấp xã: Phòng Kinh tế”; nhiều cấp thì cách nhau bằng dấu phẩy"
)

_CITY = r"(?:thanh pho|tp)"
_AND = r"(?:(?:va|hoac) )?"
_CENTRAL = r"(?:trung uong|tw|tu)"
#: What a level is called: key of vocabulary.LEVELS → pattern of folded words. The order matters: “thành phố” is a
#: province beside “tỉnh” and was a district beside “huyện”; alone it may be either and is not understood.
_TOKENS = (
    ("province", rf"(?:tinh {_AND})?{_CITY} (?:truc )?thuoc {_CENTRAL}"),
    ("province", rf"tinh {_AND}{_CITY}(?! thuoc\b| {_AND}(?:thi xa|huyen|quan)\b)"),
    ("province", r"so (?:va )?ban (?:va )?nganh|so ban|so nganh|ban nganh|so"),
    ("province", "tinh"),
    ("district", rf"{_CITY} thuoc {_CITY}|{_CITY} thuoc tinh|{_CITY}(?= {_AND}(?:huyen|quan|thi xa)\b)"),
    ("district", rf"(?:huyen|quan|thi xa)(?: {_AND}{_CITY}(?! (?:truc )?thuoc {_CENTRAL}))?"),
    ("province", rf"(?<=\bcap ){_CITY}"),  # a level by that name have cities under the centre alone
    ("commune", "xa|phuong|thi tran|dac khu"),
    (
        "ministry",
        rf"bo (?:va )?(?:nganh|co quan ngang bo)(?: o)?(?: {_CENTRAL})?|bo|co quan {_CENTRAL}|co quan ngang bo",
    ),
    ("ministry", "trung uong|tw"),
    ("other", "co quan khac|khac"),
)
#: Names of bodies that every place of a level has.
_BODY = r"(?:hoi dong nhan dan va )?(?:uy ban nhan dan|ubnd|uy ban)"
_JOINING = r"va|hoac|cac|cap|o|tung"
_GRAMMAR = re.compile(
    "(?:" + "|".join([*(f"(?P<t{at}>{pattern})" for at, (_, pattern) in enumerate(_TOKENS))])
    + rf"|(?P<body>{_BODY})|(?P<joining>{_JOINING}))(?: |$)"
)  # fmt: skip
_NOTHING = {"", "khong", "khong co", "khong co thong tin", "chua co thong tin", "khong ro"}


@lru_cache(maxsize=4096)
def levels_in(text: str) -> frozenset[str]:
    """The levels that a text says and nothing else, keys of vocabulary.LEVELS; none where it says anything more."""
    said = " ".join(words(text))
    found, at = set[str](), 0
    while at < len(said):
        if not (match := _GRAMMAR.match(said, at)):
            return frozenset()
        at, name = match.end(), match.lastgroup or ""
        if name.startswith("t"):
            found.add(_TOKENS[int(name[1:])][0])
    return frozenset(found)


def names_body(text: str) -> bool:
    """Whether it begins with a body (“UBND cấp xã”, “Bộ”), not with a level alone (“Cấp xã”)."""
    return bool(re.match(rf"(?:cac )?(?:{_BODY}|bo|so|co quan)\b", " ".join(words(text))))


def says_nothing(text: str) -> bool:
    """Whether the text is a way to leave a cell empty: a dash, “Không có thông tin”."""
    return " ".join(words(text)) in _NOTHING
