"""Whether a row of a dossier is asked of some only, by its own words: what it begins with, or a limit behind its name.

A limit counts where it belongs to the one paper before it: behind two papers it may belong to the last alone, and how
one files is none, for there is a paper by either way.
"""

import re
from collections.abc import Callable

from procedures_catalog.facts.dossier.marks import bare

_BEGINS = re.compile(
    r"(?:(?:rieng|trong|mot so|cac|moi) )*(?:truong hop|neu|doi voi|khi)\b|chi (?:nop|xuat trinh|ap dung)\b"
)
#: How a paper begins that stands beside another: "…, bản sao …", "… hoặc giấy …".
_A_PAPER = (
    r"(?:\d{1,2} )?(?:ban (?:sao|chinh|goc|chup|khai|ke|thuyet|ve|cam ket|dich|cao|mo ta)|giay\b|van (?:ban|bang)"
    r"|don\b(?! vi)|to (?:khai|trinh)|hop dong|phu luc|tai lieu|bien ban|quyet dinh|phieu|danh sach|bao cao"
    r"|chung (?:chi|tu|minh)|so (?:bao hiem|do|yeu)\b|ho so|ho chieu|can cuoc|the\b|anh\b|bang (?:ke|tot)"
    r"|cac (?:giay|van ban|tai lieu|ban))"
)
_ANOTHER = re.compile(rf"(?:,|\bhoac\b|/|\bcung\b|(?<!ban hanh )\bkem(?: theo)?\b) ?{_A_PAPER}")
_AND_ANOTHER = re.compile(rf"(?:\bva\b|\bcung\b|, phu luc|(?<!ban hanh )\bkem(?: theo)?\b) ?{_A_PAPER}")
_WITH_ORIGINAL = re.compile(r" kem(?: theo)? ban (?:chinh|goc) de doi chieu\b")
#: "Hợp đồng hoặc văn bản về …", "Bản chính hoặc bản sao …": two words for one paper.
_WORD = (
    r"(?:hop dong|van (?:ban|bang)|chung (?:chi|nhan)|giay to|tai lieu|quyet dinh|ban (?:chinh|goc|sao|chup|dien tu))"
)
_TWO_WORDS = re.compile(
    rf"(?:\d{{1,2}} )?{_WORD}(?: \w+){{0,3}}?(?:(?:,|,? hoac|,? va) {_WORD}(?: co chung thuc| dien tu)?)+ "
    r"(?=\w+ \w+ \w+ \w+)"
)
#: Behind "trường hợp": how one files, and what is no condition.
_NO_LIMIT = (
    r"(?!(?:nguoi [^,;()]{0,40}|to chuc |ca nhan )?(?:lua chon )?(?:nop|gui|thuc hien|dang ky)(?: ho so| don)? "
    r"(?:truc|qua|tren|bang|duoi|theo hinh|ho so theo)|ho so nop )"
)
_CLAUSE = re.compile(
    r"(?P<paper>[^;]{3,300}?)[ ,(]+"
    r"(?:(?:ap dung )?(?:trong|doi voi)(?: cac| nhung)? truong hop|\((?:trong )?truong hop"
    r"|\(neu(?! (?:co|ro|tren|tai)\b)|\(khi(?! (?:nop|nhan|gui|co\W)\b)) "
    rf"{_NO_LIMIT}(?P<rest>.*)"
)
_OF_SOME = re.compile(
    r"(?P<paper>[^;]{3,300}?) \((?:chi )?(?:ap dung )?doi voi (?P<rest>[^()]*(?:\([^()]*\)[^()]*)*)\)\W*"
    r"(?:theo mau .{0,200})?$"
)
_ONLY = re.compile(
    r"(?P<paper>[^;]{3,300}?)[ ,(]+(?<!dia )(?<!chung )(?<!tin )chi (?:(?:phai|can|yeu cau) )?"
    r"(?:(?:nop|xuat trinh|ap dung|gui|cung cap|thuc hien)(?: voi| cho)?[ ,]+)?"
    r"(?:khi|neu|doi voi|trong truong hop|truong hop) (?P<rest>.*)"
)
_IF_ANY = re.compile(
    r"(?P<paper>.{1,400}?),? ?\(? ?\b(?:neu co|khi co)\b"
    r"(?:[^\w(]*(?:\(?(?:\d+|mot) [^,;]{0,40})?$|(?=\)? theo mau|\)?: \d))"
)
#: With its accents, for "nêu" reads like "nếu" without; "…, nếu … thì kèm …" asks for something besides.
_IF = re.compile(
    r"(?P<paper>[^;]{3,300}?)(?P<mark>, ?| ?\(| )nếu (?!có\)|có\W*(?:$|theo\b|:|\d)|rõ\b|trên\b"
    r"|(?:người [^,;()]{0,40} )?(?:lựa chọn )?(?:nộp|gửi|thực hiện)(?: hồ sơ| đơn)?"
    r" (?:trực|qua|trên|bằng|dưới|theo hình|hồ sơ theo)"
    r"|được (?:lập|cấp)|đã có thông tin|(?:là )?ngôn ngữ|bằng tiếng)(?P<rest>(?!.*\bthì\b).*)"
)
_NO_PAPER_BEFORE_IF = re.compile(
    r"(?:\bban (?:chinh|sao|chup|goc)|gia tri(?: su dung)?|yeu cau nop .*|rui ro"
    r"|\((?:khong|mien)\b[^)]*|\b(?:khong can|mien nop)|\bphai .*)\)?\W*$"
)
_NOT_ALONE = re.compile(
    r"\b(?:khong ap dung|bao gom|gom|cam ket (?:chiu|khong|boi)|trong do)\b|\.\s"
    r"|(?:(?<!cu )(?<!thuong )(?<!tam )(?<!luu )\btru|\b(?:ke ca|tung|khong|tuong ung|khong phai nop))$"
    r"|\((?:doi voi|truong hop|neu)\b[^)]*\) (?:hoac|va)\b"
)
#: "(đối với trường công) hoặc … (đối với trường tư)", "… và … đối với trường hợp …": everybody has one of them.
_OTHERS = re.compile(
    rf"[^()]*\)? ?(?:\bhoac\b|\bva\b|,) ?(?:{_A_PAPER}|ket qua|cho phep|co cac).*(?:\b(?:doi voi|truong hop)\b|\(neu\b)"
)
#: "(trường hợp nộp bản sao thì phải mang bản gốc)", "(trường hợp thuê nhà: hợp đồng thuê)": asks for something besides.
_BESIDES = re.compile(
    r"[^.;]*\bthi (?:\w+ ){0,8}?(?:phai|kem|khong can|duoc thay|co the|nop|gui|thay)\b"
    r"|[^().;]*\bphai (?:duoc|nop|mang|kem)\b"
    rf"|[^().;]*(?:\bphai co (?:xac nhan|thong bao)|: (?!\d){_A_PAPER})"
)
#: "Nộp cho Kiểm dịch thực vật: bản khai (nếu có)".
_TO_WHOM = re.compile(r"^(?:trinh|nop cho|xuat trinh) [^:]{3,40}: ")
_NO_ONE = re.compile(r";|: (?!\d)|\.\s")
_PIECES = re.compile(r";|\. ?[-+](?= )")


def begins_with_a_condition(text: str) -> bool:
    """Whether a row says first whom it concerns ("Trường hợp …"); `text` as marks.bare gives it."""
    return bool(_BEGINS.match(text))


def is_limited(text: str) -> bool:
    """Whether a limit stands behind the name of a paper: "… đối với trường hợp …", "… (đối với tổ chức)"; of several
    papers behind each."""
    pieces = [piece.strip(" -+") for piece in _PIECES.split(text)]
    if not _is_limited(pieces[0]):
        return False
    others = (piece for piece in pieces[1:] if re.match(_A_PAPER, piece))
    return "gom:" in pieces[0] or "mot trong" in pieces[0] or all(map(_is_limited, others))


def is_only_for_some(text: str, written: str) -> bool:
    """Whether a row says of itself, in words that leave no doubt, that some bring it: "… nếu có", "… chỉ khi …",
    "…, nếu …"; `written` is the text with its accents."""
    return _limits(_ONLY, text, _is_one) or _limits(_IF_ANY, text, _is_one_or_other) or _is_if(written)


def _is_limited(piece: str) -> bool:
    return any(_limits(rule, piece, _is_one) for rule in (_CLAUSE, _OF_SOME))


def _is_if(written: str) -> bool:
    found = _IF.match(written)
    if found is None:
        return False
    paper, rest = bare(found["paper"]), bare(found["rest"])
    if found["mark"].strip():  # behind a comma or in brackets it belongs to either: "… hoặc …, nếu …"
        paper = paper.replace(" hoac ", " va ")
    return _is_one(paper) and not _NO_PAPER_BEFORE_IF.search(paper) and not _OTHERS.match(rest)


def _limits(rule: re.Pattern[str], text: str, is_one: Callable[[str], bool]) -> bool:
    found = rule.match(text)
    if found is None or not is_one(found["paper"]):
        return False
    rest = found.groupdict().get("rest", "")
    return "mot trong" in found["paper"] or not (_OTHERS.match(_clause(rest)) or _BESIDES.match(rest))


def _clause(rest: str) -> str:
    return re.split(r"[.:;]", rest, maxsplit=1)[0]


def _is_one(paper: str) -> bool:
    """Whether a limit behind it belongs to the whole: one paper, or two under one name."""
    whole = _TWO_WORDS.sub("", _WITH_ORIGINAL.sub("", paper), count=1)
    return not (_ANOTHER.search(whole) or ";" in paper or _NOT_ALONE.search(paper))


def _is_one_or_other(paper: str) -> bool:
    """ "… hoặc …, nếu có": of either nobody need have one; "… và …" is not so."""
    return not (_AND_ANOTHER.search(_WITH_ORIGINAL.sub("", paper)) or _NO_ONE.search(_TO_WHOM.sub("", paper)))
