"""Cuts a cell into the levels and agencies that it names, however they are joined: `, ; / & +` “và”, a line each.

Names of agencies have commas and “và” of their own (“Sở Văn hóa, Thể thao và Du lịch”): a cut is made only where an
agency or a level begins. Tried on the 962 names of the national list, alone and joined with one another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.files.lists.beginnings import begins_agency, goes_on_with_places, is_named_place
from procedures_catalog.files.lists.level_words import levels_in, names_body, says_nothing
from vietnamese.fold import fold
from vietnamese.spelling import clean, squeeze


@dataclass(frozen=True, slots=True)
class Places:
    """What a cell says of the level of administration.

    `levels` are keys of `vocabulary.LEVELS`; `agencies` are named in full; `unknown` is not understood, or an agency
    whose name does not say its level.
    """

    levels: frozenset[str]
    agencies: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two marks, from `start` to `end` of the text; `mark` is what stands before it."""

    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing that a cell names. `begins` is False where it does not look like the beginning of a name; `mark` stands
    before it."""

    text: str
    levels: frozenset[str]
    begins: bool
    mark: str


@lru_cache(maxsize=4096)
def level_places(text: str) -> Places:
    """What a cell of levels says: levels, and agencies that are named, each of which has a level."""
    levels, agencies, unknown = set[str](), list[str](), list[str]()
    before = frozenset[str]()
    for item in _items(text):
        if item.levels:
            levels |= item.levels
        elif before and item.mark in (":", "(") and is_known_agency(item.text):
            agencies.append(item.text)  # “Cấp huyện: Phòng Tư pháp”
        elif level := level_of(item.text):
            levels.add(level)
            agencies.append(item.text)
        else:
            unknown.append(item.text)
        before = item.levels
    return Places(frozenset(levels), tuple(dict.fromkeys(agencies)), tuple(unknown))


@lru_cache(maxsize=4096)
def agencies_in(text: str) -> Places:
    """What a cell of agencies says: every name in it, “UBND cấp xã” too, and the levels as far as names say them.

    `unknown` are those names that the dictionary of agencies does not know; they are among `agencies`.
    """
    names: list[str] = []
    levels: set[str] = set()
    for item in _items(text):
        levels |= item.levels or {level_of(item.text)}
        if names and _goes_on(names[-1], item):
            names[-1] += f", {item.text}"
        elif not item.levels or names_body(item.text):
            names += [name for name in _by_body(item) if not item.levels or names_body(name)]
    strange = tuple(name for name in names if not levels_in(name) and not is_known_agency(name))
    return Places(frozenset(levels - {""}), tuple(dict.fromkeys(names)), strange)


def _goes_on(name: str, item: _Item) -> bool:
    """Whether an item belongs to the name before it: “Công an cấp tỉnh, cấp xã”."""
    return not item.begins or bool(item.levels and not names_body(item.text) and re.search(r"\bcap\b", fold(name)))


_NEXT_BODY = re.compile(r"\s*[;|]\s*|[ ,/&+]+(?:(?:va|hoac) )?(?=(?:uy ban nhan dan|ubnd)\b)")


def _by_body(item: _Item) -> list[str]:
    """The names in an item: “UBND cấp tỉnh, UBND cấp xã” are two, “UBND xã, phường” is one."""
    cuts = list(_NEXT_BODY.finditer(fold(item.text))) if item.levels else []
    begins, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(item.text)]
    return [_tidy(item.text[begin:end]) for begin, end in zip(begins, ends, strict=True)]


# --- The level of an agency -----------------------------------------------------------------------

#: Kinds whose names say the level at which the national list has their procedures, in at least 97 of 100.
_OF_KNOWN_LEVEL = {"committee", "centre", "department", "ministry", "police", "land", "council"}
_LEVELS = {"commune": "commune", "district": "district", "province": "province", "central": "ministry"}
#: Divisions were of districts, and now are of communes: only a word of the name tells.
_DIVISION = re.compile(r"phong\b(?!.*\b(?:xa|phuong|dac khu|tinh|huyen|quan)\b)")


def is_known_agency(name: str) -> bool:
    """Whether the dictionary of agencies knows the kind of a name."""
    return judge(name).kind not in ("other", "unnamed")


def level_of(name: str) -> str:
    """The key of vocabulary.LEVELS of an agency that is named, "" where its name does not say it for certain."""
    judged, said = judge(name), fold(name).strip()
    if judged.kind in _OF_KNOWN_LEVEL and not _DIVISION.match(said):
        return _LEVELS.get(judged.level, "")
    return "province" if judged.kind == "other" and re.match(r"(?:so|ban) [a-z]", said) else ""


# --- Cutting --------------------------------------------------------------------------------------

_SIGN = r"(?:[-+*•–—]|\(?\d{1,2}[.)]|[a-zđ][.)])"
#: A committee that follows another agency is one of its own even where a line break between them was lost; not behind
#: words that only say whose, or who in it.
_WHOSE = (
    "chu tich", "thuoc", "cua", "van phong", "va", "cac", "tru so", "tai", "cho", "do", "hoac", "quan", "dan", "duoc",
    "giao", "boi", "theo",
)  # fmt: skip
_NO_MARK = r"(?<=\w\s)" + "".join(rf"(?<!\b{words}\s)" for words in _WHOSE)
#: What may stand between two items; a list sign at the beginning of a line surely does.
_MARK = re.compile(
    rf"(?P<line>\s*[,;]?\s*\n\s*{_SIGN}\s+)|(?P<listed>(?P<semicolon>;)?[\s,.]{{0,3}}\s\(?(?:\d{{1,2}}|[a-zđ])[.)]\s+)"
    r"|[;\n|]|[,&+/(:\\*·.、؛→↔⇒]|(?<=\s)[-–—](?=\s)|\b(?:va hoac|va|hoac|cung(?: voi)?|phoi hop(?: voi)?)\b"
    rf"|{_NO_MARK}(?=(?:uy ban nhan dan|ubnd)\b)"
)
_SPACES, _LINE_ENDS = re.compile(r"[^\S\n]+"), re.compile(r" ?\n(?:[ \n]*\n)? ?")
_FIRST_SIGN = re.compile(rf"{_SIGN}\s+")
_STRONG = (";", "|")
#: So many pieces may make one list of levels.
_MOST = 16


def _items(text: str) -> Iterator[_Item]:
    cell = _Cell(text)
    at = 0
    while at < len(cell.pieces):
        item, at = cell.item(at)
        if item.text and not says_nothing(item.text):
            yield item


class _Cell:
    """A cell's text, cut at every mark that may stand between two items."""

    def __init__(self, text: str) -> None:
        # Spaces are made few first: of many, a search for a mark tries every one as its beginning.
        self._said = _LINE_ENDS.sub("\n", _SPACES.sub(" ", clean(text)))
        self._folded = fold(self._said)
        self.pieces = list(self._cut())

    def item(self, at: int) -> tuple[_Item, int]:
        """The item that begins with a piece, and the place of the next."""
        run, end = self._run_of_levels(at), at + 1
        while not run and end < len(self.pieces) and not self._starts(end):
            end += 1
        levels = levels_in(self._between(at, run)) if run else frozenset[str]()
        end = run or end
        while end < len(self.pieces) and self._is_named_place(end):
            end += 1
        begins = bool(run) or self.pieces[at].mark in _STRONG or begins_agency(self._own(at))
        return _Item(_tidy(self._between(at, end)), levels, begins, self.pieces[at].mark), end

    def _cut(self) -> Iterator[_Piece]:
        first = _FIRST_SIGN.match(self._folded.lstrip())
        start, mark = first.end() + len(self._folded) - len(self._folded.lstrip()) if first else 0, ";"
        for found in [*_MARK.finditer(self._folded, start), None]:
            end = found.start() if found else len(self._said)
            if self._said[start:end].strip():
                yield _Piece(start, end, mark)
                mark = ""
            if found:
                start, mark = found.end(), mark if mark in _STRONG else _kind_of(found)

    def _between(self, at: int, end: int) -> str:
        return self._said[self.pieces[at].start : self.pieces[end - 1].end]

    def _own(self, at: int) -> str:
        return self._folded[self.pieces[at].start : self.pieces[at].end].strip()

    def _run_of_levels(self, at: int) -> int:
        """Where the longest list of levels ends that begins with a piece; 0 where none begins."""
        ends = range(min(len(self.pieces), at + _MOST), at, -1)
        return next((end for end in ends if levels_in(self._between(at, end))), 0)

    def _starts(self, at: int) -> bool:
        """Whether a piece begins a new item, and does not go on with the name before it."""
        mark, own, before = self.pieces[at].mark, self._own(at), self._own(at - 1)
        if mark in _STRONG:
            return True
        if self._run_of_levels(at):
            return not goes_on_with_places(own, before)
        if mark in "-–—:":
            return False
        return begins_agency(own, within=mark in "(/")

    def _is_named_place(self, at: int) -> bool:
        is_place = self.pieces[at].mark not in _STRONG and is_named_place(self._own(at))
        return is_place and not levels_in(self._between(at, at + 1))


def _kind_of(mark: re.Match[str]) -> str:
    """The sign by which a mark is judged."""
    if mark["line"] or mark["semicolon"]:
        return ";"
    return "\n" if mark["listed"] else mark[0].strip()[:1] or "\n"


def _tidy(text: str) -> str:
    """A name on one line, without marks around it and without half a pair of brackets."""
    text = squeeze(text).strip(" ,;:&+/|-–—.")
    return text.strip("() ") if text.count("(") != text.count(")") else text
