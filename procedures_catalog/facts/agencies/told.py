"""Told places: where the record's own words tell people to hand in, out of the notes of filing and the steps.

“Cá nhân nộp 01 bộ hồ sơ đến Cục …”, “Nộp trực tiếp tại Trung tâm Phục vụ hành chính công cấp tỉnh”: the sentence of
whoever asks, with the verb that hands in and a place behind it. What agencies hand on to each other says nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import IN_SOCIETY, SILENT, Judged
from procedures_catalog.facts.record import ProcedureRecord, Step
from vietnamese.fold import fold

_PLACE = (
    r"(?:cac )?(?:tru so|trung tam|tt ?pvhcc|bo(?! ho so)|bo phan|van phong|uy ban|ubnd|cong an|co quan|chi nhanh"
    r"|chi cuc|ngan hang|nhnn|thue|cuc|tong cuc|vu|phong|so(?! huu)|hoi(?! vien| dong)|lien doan|ban|kho bac"
    r"|bao hiem xa hoi|cang vu|toa an|dai su quan)\b"
)
#: With what the name of a place begins as it is written: “thuê đất”, “số 1”, “bản chính” fold like it and are none.
_BEGINS = re.compile(
    r"(?:các|trụ|trung|tt|ttpvhcc|bộ|văn|[ủu]y|uỷ|ubnd|công|cơ|chi|ngân|nhnn|thuế|cục|tổng|vụ|phòng|sở|hội|liên|ban|kho"
    r"|bảo|cảng|t[òo]à?a?|đại) (?!và )",
    re.IGNORECASE,
)
_VERB = r"\b(?:nop|gui|truc tiep)\b"
_HANDS_IN = re.compile(
    rf"{_VERB}(?P<what>(?:(?!{_VERB}).)*?)\b(?:den|toi|tai|ve|cho|dia chi:)\s+(?:dia diem tiep dan cua )?"
    rf"(?P<place>{_PLACE}.*)"
)
_HANDS_IN_ROUGHLY = re.compile("nộp|gửi|trực tiếp", re.IGNORECASE)
#: What is handed in somewhere else than the papers: money, and what follows the decision.
_OTHER_THINGS = re.compile(r"^\s*(?:(?:le )?phi|tien|thue|bo sung|thong bao|ket qua|tra loi|bao cao)\b")
#: Signs and numbers before a sentence.
_LEADS = re.compile(r"(?:mo ta:|buoc \d+ ?[:.]?|[-+*•–. ]+|\w{1,2}[).]|\d+(?:\.\d+)*\.|\s)*")
#: A sentence that begins like this is of an agency that acts, or of a time or case later on.
_NOT_BY_APPLICANTS = re.compile(
    r"(?:cac )?(?:uy ban nhan dan|ubnd|chu tich|so|bo|cuc|chi cuc|phong|cong an|cong chuc|can bo|trung tam phuc vu"
    r"|bo phan|van phong dang ky dat|cang vu|bien phong|hoi dong|ngan hang nha nuoc"
    r"|trong thoi (?:han|gian)(?! hieu luc)|sau khi|ke tu|can cu|neu|khi nhan|tren co so|quyet dinh"
    r"|truong hop (?:ho so|khong|tu choi|thanh phan)|nhan ket qua|tra ket qua|viec tra"
    r"|co quan (?:co tham quyen|tiep nhan|hai quan|thue|cong an|dang ky|bao hiem|thi hanh|chuyen mon|quan ly|cap"
    r"|nha nuoc|lao dong))\b"
)
#: And of these an agency looks at the papers already: nothing behind it is said to those who come.
_ACTS = re.compile("tiếp nhận|kiểm tra|thẩm định|xem xét|giải quyết|rà soát", re.IGNORECASE)
#: “(sau đây gọi tắt là …)”, “theo cơ chế “một cửa””.
_ASIDE = re.compile(
    r"\s*\((?:sau day )?(?:duoc )?(?:goi|viet)(?: tat| chung)?\b[^)]*\)"
    r"|\s*theo co che [“\"']?mot cua(?: lien thong)?[”\"']?"
)
#: What follows a place in a sentence: of whom, how, when, what for; and the end of it.
_TAIL = re.compile(
    r"\s*[,–-]?\s*(?:\b(?:(?<!ha )noi(?! vu| dia)|theo(?! dia diem)|bang|(?<!ket )qua|thong qua|truc tuyen|de|truoc"
    r"|cham nhat|it nhat|kem|trong(?! trot)|ke tu|doi voi|khi(?! tuong)|(?<!do )thi(?! hanh| tran| xa)|cung voi|tren"
    r"|o dia phuong|co tham quyen|hoat dong|tai dia phuong|den|va (?:chiu|phai|nop|nhan|gui)|gian tiep|01 b"
    r"|(?<!nhan )ho so|(?<=, )(?:nguoi|gom)|(?<=- )\d"
    r"|hoac (?:qua|nop|gui|truc tuyen|thong qua|truc tiep|tren|buu|he thong|dich vu))\b"
    r"|;|(?<!dia chi):|(?<!\btp)\.(?:\s|$)|\((?!dia chi)).*$"
)
_OR = re.compile(r"\s*(?:,\s*)?\bhoac\b(?:\s+(?:tai|den|toi|ve))?\s+|\s*/\s*(?=(?:so|bo|uy ban|ubnd|trung tam|tt)\b)")
_KINDS = (IN_SOCIETY - {"association", "embassy", "service", "court"}) | SILENT
#: A one-stop counter of which no agency is said; “Bộ phận một cửa của cơ quan cấp phép” is one of nobody.
_ONE_STOP = re.compile(
    r"(?:cac )?(?:tt|trung tam|bo phan|van phong)\b(?=.*\b(?:mot cua|hanh chinh|hcc|pvhcc)\b)"
    r"(?!.*\b(?:(?<!mot )cua|thuoc)\b)"
)
_PUBLIC_CENTRE = re.compile(r"\b(?:hanh chinh cong|hcc|pvhcc|ttpvhcc)\b")
_OWN_HOUSE = re.compile(r"(?:tru so )?(?:ban quan ly|chi cuc)\b")
_COUNTER = re.compile(r"(?:cac )?(?:bo phan|van phong) (?:mot cua|tiep nhan)\b")
_ADDRESS = re.compile(
    r"\bdia (?:chi|diem)\b|(?:[,–(-]|\btai) *(?:so )?\d+[a-z]?[ ,].*\b(?:ha noi|ho chi minh|hcm|da nang)\b"
)
_OWN_LINE = re.compile(r"[-+*•( ]*địa chỉ\b(?!.*(?:http|cổng dịch vụ))", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])(?<!TP\.)(?<!Tp\.)\s+(?=\S)")
_DISTRICTS = re.compile(r"\bhuyen\b")  # are no more


@dataclass(frozen=True, slots=True)
class Told:
    """The places that one sentence names, as it names them."""

    places: tuple[str, ...]


def told(record: ProcedureRecord) -> tuple[Told, ...]:
    """What the record tells people who hand in, sentence by sentence: its notes before its steps."""
    notes = (note for channel in record.channels if channel.channel == "direct" for note in channel.notes)
    return _told(tuple(notes), record.steps)


@lru_cache(maxsize=64)
def _told(notes: tuple[str, ...], steps: tuple[Step, ...]) -> tuple[Told, ...]:
    lines = (line for note in notes for line in note.splitlines())
    return (*_found(lines), *_found(_lines_to_applicants(steps)))


def _lines_to_applicants(steps: Iterable[Step]) -> Iterator[str]:
    """The lines of the steps, up to the one in which an agency takes over."""
    for step in steps:
        first, *rest = step.text.splitlines() or [""]
        for line in (f"{step.name} {first}".strip(), *rest):
            if _ACTS.search(line) and is_of_an_agency(line):
                return
            yield line


def _with_addresses(lines: Iterable[str]) -> Iterator[str]:
    """The lines, an address on a line of its own behind the line before it."""
    before = ""
    for line in lines:
        if before and _OWN_LINE.match(line):
            before = f"{before.rstrip(' .;:,')}, {line.strip(' ()')}"
            continue
        yield before
        before = line
    yield before


def _found(lines: Iterable[str]) -> Iterator[Told]:
    for line in _with_addresses(lines):
        for sentence in _SENTENCE.split(line):
            if _HANDS_IN_ROUGHLY.search(sentence) and not is_of_an_agency(sentence):
                yield from _in_sentence(_without_aside(sentence))


def is_of_an_agency(text: str) -> bool:
    """Whether a sentence is not said to who hands in: an agency acts, or a later time is spoken of."""
    folded = fold(text)
    leads = _LEADS.match(folded)
    return bool(_NOT_BY_APPLICANTS.match(folded, leads.end() if leads else 0))


def _without_aside(text: str) -> str:
    """Without “(sau đây gọi tắt là …)”."""
    while aside := _ASIDE.search(fold(text)):
        text = text[: aside.start()] + text[aside.end() :]
    return text


def _in_sentence(sentence: str) -> Iterator[Told]:
    found = _HANDS_IN.search(fold(sentence))
    if found and not _OTHER_THINGS.match(found["what"]):
        places = tuple(filter(_speaks, _places(sentence[found.start("place") :])))
        if places:
            yield Told(places)


def _places(words: str) -> Iterator[str]:
    tail = _TAIL.search(fold(words))
    text = re.sub(r"\s+hoặc$", "", (words[: tail.start()] if tail else words).strip())
    start = 0
    for gap in _OR.finditer(fold(text)):
        yield _tidy(text[start : gap.start()])
        start = gap.end()
    yield _tidy(text[start:])


def _tidy(place: str) -> str:
    return " ".join(place.split()).replace(", của ", " của ").strip(" ,.")


def _speaks(place: str) -> bool:
    """Whether it names an agency of a kind that takes papers, or a one-stop counter that is nobody's in particular."""
    folded, judged = fold(place), judge(place)
    if not _BEGINS.match(place) or not re.match(_PLACE, folded) or _DISTRICTS.search(folded):
        return False
    return judged.kind not in _KINDS and (judged != Judged("centre") or bool(_ONE_STOP.match(folded)))


def has_own_house(place: str) -> bool:
    """Whether a department sits elsewhere than its committee: a branch, a board of zones."""
    return bool(_OWN_HOUSE.match(fold(place)))


def is_public_centre(place: str) -> bool:
    """Whether a place is a centre of a government, and not the counter of some agency."""
    return bool(_PUBLIC_CENTRE.search(fold(place)))


def is_counter(place: str) -> bool:
    """Whether a place is a counter of its agency."""
    return bool(_COUNTER.match(fold(place)))


def has_address(place: str) -> bool:
    """Whether a place says its street."""
    return bool(_ADDRESS.search(fold(place)))
