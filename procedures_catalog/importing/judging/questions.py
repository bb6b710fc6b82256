"""What makes an import look wrong, so that a person is asked before anything is written: all thresholds stand here."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.scope.scope import is_internal
from procedures_catalog.importing.judging.places import PLACES, Stated, stated
from vietnamese.fold import fold

#: A new name that keeps less than this share of the old one's words has destroyed it.
KEPT_OF_A_NAME = 0.5
#: A list without this share of what is held, or more, shows a catalogue that has shrunk.
SHRUNK = 0.3
#: A list that does not say what it is counts as whole when it names this share of what is held …
WHOLE_SHARE = 0.5
#: … while one that names this share or more, and does not say what it is, may be one that lost its end …
PART_SHARE = 0.1
#: … and at least so many procedures are held; before that a portal is only being filled.
WHOLE_FROM = 100
#: A place that keeps less than this share of its rows, or of its words if it had many, was cut …
CUT = 0.5
#: (fewer words are a name, which another may replace)
LONG = 50
#: … which is asked about where so many procedures of one file lose it in the same place: a law that cuts one list is
#: no surprise, an export that cuts all of them is a fault.
MANY = 10
#: Place → the place whose words may take over what it said.
_TAKES_OVER: Mapping[str, str] = {"channels.time_limit": "channels.notes"}

#: What `--accept` may name → what it accepts.
REASONS: Mapping[str, str] = {
    "name": "tên thủ tục bị thay gần hết hoặc bị xóa",
    "other_name": "tên trong danh sách của tỉnh là của thủ tục khác; nhiều dòng như vậy thì cột tên có thể bị lệch",
    "emptied": "một phần của thủ tục bị để trống",
    "cut": f"cùng một phần của từ {MANY} thủ tục trở lên mất hơn một nửa",
    "taken_down": "thủ tục đang công bố sẽ bị gỡ khỏi cổng vì dòng ghi là nội bộ",
    "abolished": "mã đứng cả ở chỗ ghi là bãi bỏ lẫn ở chỗ khác; chấp nhận là vẫn nhập dòng ở chỗ khác",
    "vanished": "mã thủ tục đang có không còn trong danh sách đầy đủ",
    "same_name": "thủ tục mới mang mã quốc gia trùng tên với thủ tục chưa có mã; chấp nhận là thêm một thủ tục khác",
    "part": "không rõ danh sách là đầy đủ hay chỉ một phần (hoặc nói rõ bằng --whole, --part)",
    "shrunk": f"danh sách đầy đủ thiếu từ {SHRUNK:.0%} số thủ tục đang có".replace("%", " %"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that looks wrong: `reason` is a key of REASONS; code and name are empty when it is the whole list."""

    reason: str
    code: str
    name: str
    text: str

    def base(self) -> str:
        """What its code is looked up by."""
        return parse_code(self.code).base

    def key(self) -> str:
        """What accepts this one alone."""
        return f"{self.reason}:{self.base()}"


def about_change(before: ProcedureRecord, after: ProcedureRecord) -> list[Question]:
    """The questions about one procedure that changes."""
    asked = []
    if kept_share(before.name, after.name) < KEPT_OF_A_NAME:
        asked.append(Question("name", before.code, before.name, f"tên mới là “{after.name}”"))
    old, new = _told(before), stated(after)
    emptied = [place for place in old if place not in new and not _is_taken_over(place, old, new)]
    asked += [
        Question("emptied", before.code, before.name, f"“{PLACES[place]}” sẽ để trống") for place in _outermost(emptied)
    ]
    return asked


def about_same_name(code: str, name: str, temporary: Sequence[str]) -> Question:
    """The question about a procedure with a code that nobody has, where one without a code has its name."""
    text = (
        f"cổng có thủ tục chưa có mã quốc gia cùng tên ({', '.join(temporary)}); nếu là một thì ghi mã này cho thủ tục "
        "ấy ở bàn biên tập, hoặc thêm cột “Mã tạm của cổng” vào tệp, rồi nhập lại"
    )
    return Question("same_name", code, name, text)


def about_taking_down(before: ProcedureRecord, after: ProcedureRecord) -> list[Question]:
    """The question about one public procedure that nobody may see after the change."""
    if not is_internal(after.code, after.kind):
        return []
    text = "đang công bố, dòng này ghi là thủ tục nội bộ; trang sẽ bị gỡ khỏi cổng"
    return [Question("taken_down", before.code, before.name, text)]


def about_abolished(code: str, name: str, ended: str, taken: str) -> Question:
    """The question about a code that one row calls abolished while another is taken; both by their places."""
    return Question("abolished", code, name, f"{ended} ghi là bãi bỏ, {taken} thì không; hãy xem dòng nào đúng")


def _told(record: ProcedureRecord) -> Mapping[str, Stated]:
    """What a record states, but for a description that only repeats the conditions: they are told of once."""
    found = stated(record)
    if record.description is None:
        found.pop("description", None)
    return found


def _outermost(places: Sequence[str]) -> list[str]:
    """Who is told of a list needs not be told of what its rows held."""
    return [place for place in places if not any(place.startswith(f"{whole}.") for whole in places)]


def _is_taken_over(place: str, before: Mapping[str, Stated], after: Mapping[str, Stated]) -> bool:
    other = _TAKES_OVER.get(place, "")
    return other in after and (other not in before or after[other].words > before[other].words)


@dataclass(frozen=True, slots=True)
class Cut:
    """A place of one procedure that loses more than half: a question where many procedures do."""

    place: str
    question: Question


def cuts(before: ProcedureRecord, after: ProcedureRecord) -> list[Cut]:
    """What a procedure that changes loses without losing all of it."""
    old, new = _told(before), stated(after)
    lost = [place for place in old if place in new and _is_cut(old[place], new[place])]
    return [
        Cut(place, Question("cut", before.code, before.name, f"“{PLACES[place]}” còn {_kept(old[place], new[place])}"))
        for place in _outermost(lost)
    ]


def about_cuts(found: Sequence[Cut]) -> list[Question]:
    """The questions about one file, from what each of its procedures loses."""
    times = Counter(cut.place for cut in found)
    return [cut.question for cut in found if times[cut.place] >= MANY]


def _is_cut(before: Stated, after: Stated) -> bool:
    fewer_words = before.words >= LONG and after.words < CUT * before.words
    return fewer_words or after.values < CUT * before.values


def _kept(before: Stated, after: Stated) -> str:
    if after.values < before.values:
        return f"{after.values} trong {before.values} mục"
    return f"{after.words} trong {before.words} chữ"


def about_list(held: Mapping[str, str], named: Set[str], known: Set[str]) -> list[Question]:
    """The questions about a whole list that names these codes; `held` maps codes to names, `known` are codes that an
    earlier whole list already lacked and somebody accepted."""
    gone = held.keys() - named
    text = "không còn trong danh sách; trang vẫn được giữ như đang có"
    asked = [Question("vanished", code, held[code], text) for code in sorted(gone - known)]
    if held and len(gone) >= SHRUNK * len(held) and gone - known:
        asked.append(Question("shrunk", "", "", f"danh sách thiếu {len(gone)} trong {len(held)} thủ tục đang có"))
    return asked


def is_whole(held: Set[str], named: Set[str]) -> bool:
    """Whether a list of these codes is to be taken for a whole one when nobody said which it is."""
    return len(held) >= WHOLE_FROM and len(held & named) >= WHOLE_SHARE * len(held)


def about_part(held: Set[str], named: Set[str]) -> list[Question]:
    """The question about a list that nobody said to be whole or a part, and that names a good part of what is held."""
    known = len(held & named)
    if len(held) < WHOLE_FROM or is_whole(held, named) or known < PART_SHARE * len(held):
        return []
    return [Question("part", "", "", f"danh sách chỉ nêu {known} trong {len(held)} thủ tục đang có")]


def kept_share(before: str, after: str) -> float:
    """How much of a name's words another name keeps, from 0 to 1; marks and letter case do not matter."""
    old, new = Counter(fold(before).split()), Counter(fold(after).split())
    return (old & new).total() / old.total() if old else 1.0
