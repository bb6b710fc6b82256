"""What of a question tells what it is about, and what only surrounds that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.question.phrases import Word, words_of
from search.question.speech.telling import words_told
from vietnamese.abbreviations import spelled_out
from vietnamese.sounds import one_i

# Whom it befell, when, how much, and that somebody wants to call, see or report: no other matter than the one that is
# asked. In a name such a word has to be said like any other.
_SURROUNDING = """
tôi tui em anh chị cháu con bé mình nhà nó tụi họ người ta ai bà ông nội ngoại bố mẹ ba má cha mạ thầy chồng vợ chú bác
cô dì cậu mợ bạn ruột trai gái già trẻ nhỏ bị vừa mới đang đã sẽ hay cứ qua quá lắm rồi nay mai hôm ngày tháng năm tuần
tối sáng trưa chiều thì mún muốn nên suốt hoài từ lâu một hai ba bốn mấy cái chiếc gọi kêu báo số máy xem biết hỏi
giúp nhờ sao gần đây nhất bên này ấy kia đó vậy hè răng rứa mô chi hông cách kiểu nào ngay phải lên tới đến đi về ra vô
cho liền luôn nghìn ngàn triệu tỷ tỉ
"""
# Without marks only those that are hardly ever another word: "no" may be debt, "bao" a storm, "dien" power.
_SURROUNDING_BARE = """
toi tui em anh chi chau con minh thi mun muon nha nguoi ta ai ong noi bo me ma chong vo chu bac bi vua moi dang da se
hay qua lam roi nay mai ngay thang nam tuan sang trua chieu suot hoai lau mot hai bon may cai goi keu xem biet hoi giup
nho sao nhat ben kia vay he rang rua mo hong kieu nao phai len den di ve lien luon nghin trieu
"""
#: Neither does that somebody calls, nor that he hands something in.
_PHRASES = [
    tuple(words_of(phrase))
    for phrase in (
        *("điện thoại", "đường dây nóng", "tổng đài", "công an"),
        *("nộp đơn", "làm đơn", "viết đơn", "gửi đơn", "đưa đơn", "nộp hồ sơ", "nộp giấy", "làm giấy", "làm thủ tục"),
        *("nộp ở", "nộp cho", "nộp đâu", "nộp mô"),
    )
]
_MONEY = frozenset({"nghin", "ngan", "trieu", "ti", "dong"})
_MARKED = frozenset(one_i(_SURROUNDING).split())
_BARE = frozenset(one_i(_SURROUNDING_BARE).split())


@dataclass(frozen=True, slots=True)
class Telling:
    """A text word by word. `said` are the folded words of it that not every question says, `own` those of them that
    tell what it is about; `is_bare`: it was typed without marks."""

    words: tuple[Word, ...]
    said: frozenset[str]
    own: frozenset[str]
    is_bare: bool


def telling(text: str) -> Telling:
    """Of any text; abbreviations are read in full, and i and y that sound alike are one."""
    form = one_i(spelled_out(text))
    words = tuple(words_of(form))
    said = frozenset(words_told(form))
    is_bare = all(word.exact == word.folded for word in words)
    around = {at for phrase in _PHRASES for at in places_of(phrase, words)}
    around.update(_amounts(words))
    own = (word for at, word in enumerate(words) if at not in around and not _surrounds(word, is_bare))
    return Telling(words, said, said.intersection(word.folded for word in own), is_bare)


def places_of(phrase: Sequence[Word], words: Sequence[Word]) -> Iterator[int]:
    """The places of the words that are the phrase, as it was typed with the same marks or with none."""
    for first in range(len(words) - len(phrase) + 1):
        if all(own.agrees_with(typed) for own, typed in zip(phrase, words[first:], strict=False)):
            yield from range(first, first + len(phrase))


def _surrounds(word: Word, is_bare: bool) -> bool:
    return word.folded in _BARE if is_bare else word.exact in _MARKED


def _amounts(words: Sequence[Word]) -> Iterator[int]:
    """The places of numbers of money; another number may be that of a telephone or a law."""
    return (
        at for at, (number, unit) in enumerate(pairwise(words)) if number.folded.isdigit() and unit.folded in _MONEY
    )
