"""What is said with the places that a question may mean, or in their stead; never more than the units tell."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from agencies.finding.candidates import Candidate
from agencies.finding.ground import Ground, Place
from agencies.finding.provinces import Province
from agencies.finding.reading import Reading
from vietnamese.days import written

NO_UNITS = "Cổng chưa có danh mục xã, phường."
_MORE = " Còn nhiều nơi nữa: hãy gõ thêm tên huyện, quận cũ."
_IS_IT = "Có phải ý bạn là:"
_MOST_NAMED = 5


def choose(found: Sequence[Candidate], more: bool) -> str:
    """Before several places that are all named so; nothing before a single one."""
    communes, asked = {one.today.id for one in found}, {one.asked.id for one in found}
    if len(communes) == 1:
        return ""
    said = f"{found[0].asked.name} nay thuộc nhiều xã, phường" if len(asked) == 1 else "Nhiều nơi mang tên này"
    return f"{said}: hãy chọn nơi bạn cần.{_MORE if more else ''}"


def did_you_mean(ground: Ground, more: bool) -> str:
    """Before places that are only nearly named so."""
    return f"Danh mục của cổng không có tên viết đúng như vậy{_since(ground)}.{_MORE if more else ''} {_IS_IT}"


def begins_so(more: bool) -> str:
    """Before places in whose names the words stand."""
    return f"Không có tên nào chỉ gồm chừng ấy chữ.{_MORE if more else ''} {_IS_IT}"


def in_part(left: Iterable[str], ground: Ground, more: bool) -> str:
    """Before places found without some of the words."""
    words = ", ".join(f"“{words}”" for words in left)
    return f"Danh mục của cổng không có {words}{_since(ground)}.{_MORE if more else ''} {_IS_IT}"


def beside(said: str, found: Sequence[Candidate]) -> str:
    """Before places of the same name as one of which more cannot be said."""
    return f"{said} {_IS_IT}" if found else said


def unknown(ground: Ground) -> str:
    """Instead of places: how far back the names are known, and what else may help."""
    since = _since(ground)
    advice = " Nếu xã đã sáp nhập trước đó, hãy gõ tên sau lần sáp nhập ấy hoặc tên huyện cũ." if since else ""
    return f"Danh mục của cổng không có tên này{since}.{advice}"


def whole_province(place: Place, ground: Ground) -> str:
    """Instead of all communes of a province."""
    ask = "Hãy gõ tên xã, phường hoặc huyện cũ."
    if ground.is_current(place):
        return ask
    return f"{place.name} nay thuộc {_ours(ground)}. {ask}"


def other_province(name: str, province: Province, ground: Ground) -> str:
    """Instead of places, where the question names another province; whether the place lies there, nobody knows here."""
    here = f"cổng này là của {_ours(ground)}." if ground.provinces else "cổng này không có danh mục của nơi ấy."
    if name == province.name:
        return f"Bạn ghi {_small(name)}; {here}"
    return f"{name} nay thuộc {_small(province.name)}; {here}"


def elsewhere(reading: Reading, places: Sequence[Place], ground: Ground) -> str:
    """Instead of places that lie elsewhere than the question says."""
    name, *superiors = (segment.text for segment in reading.segments)
    where = dict.fromkeys(over.name for place in places for over in ground.superiors(place)[:1])
    said = f"Không có “{name}” thuộc “{', '.join(superiors)}” trong danh mục của cổng{_since(ground)}"
    return f"{said}; tên này có ở: {'; '.join(list(where)[:_MOST_NAMED])}." if where else f"{said}."


def without_heir(place: Place, ground: Ground) -> str:
    """Instead of the commune of today, where the units do not tell it."""
    name = ", ".join(one.name for one in (place, *ground.superiors(place)[:1]))
    return f"{name}: danh mục của cổng chưa ghi địa bàn này nay thuộc xã, phường nào."


def _since(ground: Ground) -> str:
    """How far back the units go: to the day before the one on which most of them ended."""
    day = _great_change(ground)
    return f" (danh mục ghi các tên có ngay trước ngày {written(day)} và từ đó đến nay)" if day else ""


def _great_change(ground: Ground) -> date | None:
    ends = Counter(place.span.ends for place in ground.places.values() if place.span.ends)
    return max(ends, key=lambda day: (ends[day], day), default=None)


def _ours(ground: Ground) -> str:
    return ", ".join(_small(province.name) for province in ground.provinces)


def _small(name: str) -> str:
    """As it stands inside a sentence: "tỉnh Tây Ninh"."""
    return name[:1].lower() + name[1:]
