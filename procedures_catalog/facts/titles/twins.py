"""What tells procedures of one display name apart, in a few words beside it: the case, the level, the agency, the code.

Of the 5,652 real procedures 967 share their display name with another, 554 their whole official name.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from procedures_catalog.facts.temporary_code import called
from procedures_catalog.facts.titles.cutting import SHORT_FORMS, cut, finished
from procedures_catalog.facts.titles.display_name import display_name
from procedures_catalog.facts.vocabulary import LEVELS
from vietnamese.spelling import exact

LONGEST_NOTE = 70
#: Longer than any name: the words are compared, not their beginnings.
_WHOLE = 10_000
_SIGNS = " .,;:–-/()"
#: A number, or a citation, says nothing to most readers.
_CITES = re.compile(r"\d|(?:điểm|khoản|Điều|Mục|Nghị định|Thông tư|Quyết định|Luật)\b")
_HEAD = re.compile(r"^(?:Chủ tịch|Giám đốc|Trưởng) ")
#: Fewer words alone say little: "xã", "đang"; with those behind them they do.
_FEW = 3
#: A phrase is told from its beginning on, and never without the word that turns it round.
_TURNS_ROUND = frozenset(("chưa", "không", "trừ"))
_LISTED = "đối cho của do tại thuộc trong để khi theo về từ vào trên là giữa"
_PHRASE_BEGINS = frozenset(_LISTED.split()) | _TURNS_ROUND
#: Where the second word is the second half of the first, and begins nothing.
_HALVES = frozenset({("hiện", "tại"), ("tồn", "tại"), ("tự", "do"), ("đầu", "vào"), ("tiếp", "theo"), ("kèm", "theo")})
#: What no phrase begins with: the second half of one, a number or a letter of a list.
_GOES_ON = re.compile(r"(?:và|hoặc|mà|nhưng|với|đến|\d+|[a-zđ][,)]?)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\s/]+/?|/")
_AS_FAR_BACK, _FOR_A_TURN = 10, 4


@dataclass(frozen=True, slots=True)
class Twin:
    """What is known of a procedure whose name is another one's too; `agencies` in the order in which they matter."""

    code: str
    official_name: str
    levels: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    sector: str = ""


#: Of twins, what may tell each apart; "" where nothing of that kind is known of one.
Kind = Callable[[Sequence[Twin]], Sequence[str]]


def told_apart(group: Sequence[Twin]) -> dict[str, str]:
    """Code → the words that tell it apart from the others of its display name; of no two are they the same.

    Codes are different. Of a group of one the words are "".
    """
    if len(group) < 2:
        return {twin.code: "" for twin in group}
    notes = zip(group, _notes(group, _kinds(group)), strict=True)
    return {twin.code: note or _code(twin) for twin, note in notes}


def told_name(title: str, note: str) -> str:
    """Both in one line of text."""
    return f"{title} – {note}" if note else title


def _kinds(group: Sequence[Twin]) -> list[Kind]:
    """The words come first where they are what was cut off."""
    if any(display_name(twin.official_name).endswith("…") for twin in group):
        return [_plain_words, _levels, _agencies, _words, _sectors]
    return [_levels, _agencies, _plain_words, _sectors, _words]


def _notes(group: Sequence[Twin], kinds: Sequence[Kind]) -> list[str]:
    """By the first kind that tells every one apart, else by the one that tells most apart, then within each part."""
    if len(group) == 1:
        return [""]
    said = [list(kind(group)) for kind in kinds]
    for labels in said:
        if all(labels) and _parts(labels) == len(group):
            return labels
    best = max(range(len(kinds)), key=lambda number: _parts(said[number]), default=None)
    if best is None or _parts(said[best]) == 1:
        return list(map(_code, group))
    return _within(group, said[best], [*kinds[:best], *kinds[best + 1 :]])


def _within(group: Sequence[Twin], labels: Sequence[str], kinds: Sequence[Kind]) -> list[str]:
    notes = list(labels)
    parts: dict[str, list[int]] = defaultdict(list)
    for place, label in enumerate(labels):
        parts[exact(label)].append(place)
    for places in parts.values():
        for place, more in zip(places, _notes([group[place] for place in places], kinds), strict=True):
            notes[place] = ", ".join(filter(None, (labels[place], more)))
    return notes


def _parts(labels: Iterable[str]) -> int:
    return len(set(map(exact, labels)))


# --- Kinds ----------------------------------------------------------------------------------------


def _levels(group: Sequence[Twin]) -> list[str]:
    return [", ".join(_small(LEVELS[level]) for level in twin.levels if level in LEVELS) for twin in group]


def _agencies(group: Sequence[Twin]) -> list[str]:
    """The first agency of each that no other has, else its first."""
    return [_short(_own(twin, [other for other in group if other is not twin])) for twin in group]


def _own(twin: Twin, others: Iterable[Twin]) -> str:
    elsewhere = {exact(agency) for other in others for agency in other.agencies}
    return next((name for name in twin.agencies if exact(name) not in elsewhere), "".join(twin.agencies[:1]))


def _short(agency: str) -> str:
    return _fitting(_HEAD.sub("", agency.strip(_SIGNS)))


def _sectors(group: Sequence[Twin]) -> list[str]:
    return [_fitting(f"lĩnh vực {twin.sector}") if twin.sector else "" for twin in group]


def _plain_words(group: Sequence[Twin]) -> list[str]:
    """The words in which the names differ; nothing where they are a number, a citation or a single word."""
    return ["" if _CITES.match(words) or " " not in words else words for words in _words(group)]


def _words(group: Sequence[Twin]) -> list[str]:
    """The words in which the official names differ, between those with which all begin and all end; from where their
    phrase begins, where they are few, begin inside of one, or something before them turns them round. "" for a name
    that has no word that others do not have."""
    names = [_WORD.findall(display_name(twin.official_name, _WHOLE)) for twin in group]
    first = _shared(names)
    last = _shared([name[: first - 1 if first else None : -1] for name in names])
    are_few = min(len(name) - last for name in names) < first + _FEW
    ends = [len(name) - (0 if are_few else last) for name in names]
    begins = [_phrase_of(name, first) if len(name) > first else end for name, end in zip(names, ends, strict=True)]
    before = {_bare(word) for name, begin in zip(names, begins, strict=True) for word in name[begin:first]}
    if not (are_few or before & _TURNS_ROUND or any(_GOES_ON.match(" ".join(name[first:])) for name in names)):
        begins = [first] * len(names)
    return [_told(name[begin:end]) for name, begin, end in zip(names, begins, ends, strict=True)]


def _told(words: Sequence[str]) -> str:
    """In few words that lead to nothing that is not said."""
    text = _fitting(" ".join(words).replace("/ ", "/"))
    return text if text.endswith("…") else finished(text)


def _phrase_of(name: Sequence[str], first: int) -> int:
    """Where the phrase begins in which the word at `first` stands, not too far back."""
    for place in range(min(first, len(name) - 1), max(first - _AS_FAR_BACK, 0), -1):
        pair = _bare(name[place - 1]), _bare(name[place])
        if (pair[1] in _PHRASE_BEGINS and pair not in _HALVES) or name[place - 1][-1] in ",;:" or name[place][0] == "(":
            return _turned_round(name, place)
    return _turned_round(name, first)


def _turned_round(name: Sequence[str], place: int) -> int:
    """Where the word stands that turns round what begins at `place`: close before it, or in the same brackets."""
    opened = max((at for at in range(place) if "(" in name[at]), default=-1)
    is_open = opened >= 0 and not any(")" in word for word in name[opened:place])
    near = range(opened if is_open else max(place - _FOR_A_TURN, 0), place)
    turns = [at for at in near if _bare(name[at]) in _TURNS_ROUND]
    if not turns or (not is_open and any(word[-1] in ",;:)" for word in name[turns[-1] : place])):
        return place
    return turns[0] if is_open else turns[-1]


def _bare(word: str) -> str:
    return exact(word).strip(_SIGNS)


def _shared(names: Sequence[Sequence[str]]) -> int:
    """With how many words all begin; capitals and signs make no difference."""
    count = 0
    for words in zip(*names, strict=False):
        if len({exact(word).strip(_SIGNS) for word in words}) > 1:
            break
        count += 1
    return count


# --- In a few words -------------------------------------------------------------------------------


def _fitting(words: str) -> str:
    """In at most LONGEST_NOTE characters; a bracket that is open or closed alone goes."""
    for long, short in SHORT_FORMS.items():
        words = re.sub(re.escape(long), short, words, flags=re.IGNORECASE)
    if words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "")
    words = words.strip(_SIGNS.replace(")", ""))
    return cut(words if "(" in words else words.replace(")", ""), LONGEST_NOTE)


def _code(twin: Twin) -> str:
    return called(twin.code)


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
