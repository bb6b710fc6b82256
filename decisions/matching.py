"""Which procedure of the catalogue each line of an appendix means: by its code, else by its name; nothing is guessed
that a person has to decide."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from decisions.held import Catalogue, Held
from decisions.lines.kinds import LABELS, Kind
from decisions.lines.reading import Line
from procedures_catalog.importing.judging.other_names import differing, key_of

#: Lines that bring a procedure which the catalogue need not know yet.
BRINGS = frozenset({Kind.NEW, Kind.REPLACED})
#: Words that names have more or less and mean the same.
_FILLING = frozenset({"va", "hoac", "cua", "voi", "theo", "cac", "nhung"})
#: What one decision may do to one procedure in several lines.
_TOGETHER = frozenset({Kind.AMENDED, Kind.CUT, Kind.MOVED})
CLOSED = "mã này thuộc thủ tục chưa công bố của cơ quan khác"
NOT_OWN = "thủ tục này do cơ quan khác giữ: nhờ cơ quan ấy, hoặc người làm cho cả cổng, đưa vào quyết định"
#: Of lines that a person has looked at: number of the line → the identity that it means, None for one that brings what
#: the catalogue does not know yet.
Chosen = Mapping[int, int | None]
_NONE: Chosen = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Matched:
    """A line and the procedure that it means; `held` None: none, or nobody can say. `may_be` are those that it could
    mean by its name, for a person to confirm; `is_sure` where code and name say the same; `replaced` those that it
    takes the place of. `line.asks` says why."""

    line: Line
    held: Held | None = None
    may_be: tuple[Held, ...] = ()
    is_sure: bool = False
    replaced: tuple[Held, ...] = ()


def match(lines: Sequence[Line], catalogue: Catalogue | None = None, chosen: Chosen = _NONE) -> list[Matched]:
    """The lines with what they mean. Two queries, however many there are."""
    held = catalogue or Catalogue.whole()
    found = [
        _as_chosen(line, chosen[at], held) if at in chosen else _of_line(line, held) for at, line in enumerate(lines)
    ]
    return _repeated([_with_asks(each, held) for each in found])


def _as_chosen(line: Line, identity: int | None, catalogue: Catalogue) -> Matched:
    held = catalogue.by_identity.get(identity or 0)
    if held is None:
        return Matched(line) if line.kind in BRINGS else _of_line(line, catalogue)
    return Matched(_as_new(line, held), held)


def _of_line(line: Line, catalogue: Catalogue) -> Matched:
    if not line.code:
        return _by_name(line, catalogue)
    if held := catalogue.by_code.get(line.code):
        return _known(line, held, catalogue)
    if held := catalogue.former.get(line.code):
        return Matched(_asking(line, f"{line.code} là mã cũ, thủ tục nay mang mã {held.code or 'tạm'}"), None, (held,))
    return _unknown(line, catalogue)


def _known(line: Line, held: Held, catalogue: Catalogue) -> Matched:
    """A line whose code is known; asks where its name is another's or has a word more or less that says something, or
    where a new procedure stands already."""
    if held.is_closed:
        return Matched(_asking(line, CLOSED))
    others = _others_called(line, held, catalogue)
    is_sure = _says_same(line.name, held.name) or not (others or differing(line.name, held.name) - _FILLING)
    if not is_sure:
        whose = f", tên ở dòng này là của thủ tục mang mã {', '.join(each.code for each in others)}" if others else ""
        line = _asking(line, f"cổng gọi thủ tục mang mã này là “{held.name}”{whose}")
    return Matched(_as_new(line, held), held, () if is_sure else (held, *others), is_sure)


def _says_same(name: str, official: str) -> bool:
    """Whether the letters are the same, wherever syllables were torn."""
    return key_of(name).replace(" ", "") == key_of(official).replace(" ", "")


def _others_called(line: Line, held: Held, catalogue: Catalogue) -> tuple[Held, ...]:
    """Those that another code stands for under the line's very name."""
    return tuple(each for each in catalogue.called(line.name) if each.code and each.code != held.code)


def _as_new(line: Line, held: Held) -> Line:
    """What is new may have a draft; it is not public yet."""
    if line.kind is Kind.NEW and held.is_public:
        return _asking(line, "ghi là mới ban hành nhưng danh mục đã có mã này")
    return line


def _unknown(line: Line, catalogue: Catalogue) -> Matched:
    """A code that the catalogue does not know: what a new procedure has, and nothing else."""
    alike = catalogue.called(line.name)
    if line.kind in BRINGS and not alike:
        return Matched(line)
    why = "danh mục không có mã này" + ("; có thủ tục cùng tên mang mã khác" if alike else "")
    return Matched(_asking(line, why), None, alike)


def _by_name(line: Line, catalogue: Catalogue) -> Matched:
    """A line without a code: one of its name is proposed, and confirmed by a person."""
    alike = catalogue.called(line.name)
    if not alike:
        return Matched(line if line.kind in BRINGS else _asking(line, "không có mã, danh mục không có tên này"))
    return Matched(_asking(line, "không có mã, tìm theo tên: hãy xác nhận"), None, alike)


def _with_asks(matched: Matched, catalogue: Catalogue) -> Matched:
    """What is asked whichever way the procedure was found: whose it is, and what it takes the place of."""
    not_own = [NOT_OWN] if matched.held and not matched.held.is_own else []
    asks = (*not_own, *_of_replaced(matched.line, catalogue))
    found = (catalogue.of_code(code) for code in matched.line.replaces)
    replaced = tuple(each for each in found if each and each.is_own)
    return replace(matched, line=_asking(matched.line, *asks), replaced=replaced)


def _of_replaced(line: Line, catalogue: Catalogue) -> Iterator[str]:
    if line.kind is Kind.REPLACED and not line.replaces:
        yield "chưa rõ thủ tục này thay thế thủ tục nào: ghi mã ở ô “mã các thủ tục được thay thế”"
    for code in line.replaces:
        replaced = catalogue.of_code(code)
        if replaced is None or replaced.is_closed:
            yield f"không có thủ tục mang mã {code}, ghi là được thay thế"
        elif not replaced.is_own:
            yield f"{code}, ghi là được thay thế, do cơ quan khác giữ"


def _repeated(found: Sequence[Matched]) -> list[Matched]:
    """Lines about one procedure ask which of them counts, unless they say different things that go together."""
    about = defaultdict[str, list[Matched]](list)
    for each in found:
        about[_key(each)].append(each)
    return [_told_of(each, about[_key(each)]) for each in found]


def _key(matched: Matched) -> str:
    return matched.held.code if matched.held else matched.line.code


def _told_of(matched: Matched, same: Iterable[Matched]) -> Matched:
    lines = [each.line for each in same]
    kinds = [line.kind for line in lines]
    goes_together = len(set(kinds)) == len(kinds) and _TOGETHER.issuperset(kinds)
    if len(lines) == 1 or not _key(matched) or goes_together:
        return matched
    where = "; ".join(_place_of(line) for line in lines)
    return replace(matched, line=_asking(matched.line, f"mã {_key(matched)} có ở nhiều dòng: {where}"))


def _place_of(line: Line) -> str:
    """A line as people find it among others: where it stood, and what it says there."""
    kind = LABELS[line.kind] if line.kind else "chưa rõ"
    return f"{f'dòng {line.row}' if line.row else 'dòng ghi tay'} ({kind})"


def _asking(line: Line, *whys: str) -> Line:
    return replace(line, asks=(*line.asks, *whys)) if whys else line
