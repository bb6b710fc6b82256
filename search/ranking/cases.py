"""Which case of a matter is meant, where names say one: an age, a level of the state, a person or an organisation.
Twins differ in nothing else: “cho người dưới 14 tuổi”, “(thực hiện tại cấp tỉnh)”, “đối với tổ chức”.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from search.question.speech.by_marks import ByMarks
from search.ranking.weights import CASE_ASKED, OTHER_AGE, OTHER_CASE, as_spoken
from vietnamese.ages import Span, ages_in, is_within, span_of_ages
from vietnamese.fold import fold
from vietnamese.spelling import exact

#: Aspect → case → how a name says it, how a question does, and how one that was typed without marks does: there
#: "ở xã" is also "ở xa", and "xin sổ" also "xin sở".
_CASES: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "level": {
        "commune": (
            r"cấp xã|ubnd xã|ủy ban nhân dân cấp xã",
            r"cấp xã|(?:ubnd|ủy ban|công an|ở|lên|ra|tại|ngoài) (?:xã(?! hội)|phường)|dưới xã",
            r"cấp xã|(?:ubnd|ủy ban|công an) (?:xã(?! hội)|phường(?! tiện))",
        ),
        "province": (
            r"cấp tỉnh|ủy ban nhân dân tỉnh",
            r"cấp tỉnh|(?:ubnd|ủy ban|công an|ở|lên|ra|tại|trên) (?:tỉnh|thành phố)"
            r"|(?:lên|tại|ở|trên|gặp|xin) sở(?! (?:hữu|thích|trường|dĩ))",
            r"cấp tỉnh|(?:ubnd|ủy ban|công an) (?:tỉnh|thành phố)",
        ),
        "ministry": (
            r"cấp trung ương|cấp bộ|thẩm quyền của bộ",
            r"trung ương|cấp bộ|(?:lên|tại|ở|trên|ra|xin) (?:cục|tổng cục)|cục (?:quản lý|cảnh|hàng|đường|xuất)"
            r"|(?:lên|tại|ở|trên|ra|xin) bộ(?! (?:phận|hồ|đội|giấy|mẫu|đơn|tài|luật|máy|ba|hai))",
            r"trung ương|cấp bộ|tổng cục|cục (?:quản lý|cảnh sát|hàng (?:không|hải)|đường (?:bộ|sắt|thủy)|xuất nhập)",
        ),
    },
    "who": {
        "person": (
            r"(?:đối với|cho) (?:các )?(?:hộ gia đình, )?cá nhân(?! nước|, tổ| và tổ)",
            r"cá nhân|tư nhân|tự mình",
            r"cá nhân|tư nhân|tự mình",
        ),
        "organisation": (
            r"(?:đối với|cho) (?:các )?(?:cơ quan, )?(?:tổ chức|doanh nghiệp)(?!,? cá nhân| và cá| hoặc cá| tín dụng)",
            r"tổ chức|doanh nghiệp|công ty|cty|xí nghiệp|hợp tác xã|(?:cơ quan|đơn vị) (?:em|tôi|mình)",
            r"tổ chức|doanh nghiệp|công ty|cty|xí nghiệp|hợp tác xã|(?:cơ quan|đơn vị) (?:em|tôi|mình)",
        ),
    },
}
Cases = Mapping[str, frozenset[str]]  # aspect → the cases that are said


class AskedCase:
    """What a question says of its case."""

    def __init__(self, text: str) -> None:
        marked = exact(text)
        self._words = len(marked.split())
        self._cases = _said(marked, _QUESTIONS.of(marked))
        self._ages = ages_in(marked)

    def __bool__(self) -> bool:
        """Whether it says anything of it."""
        return bool(self._cases or self._ages)

    def points(self, title: str) -> float:
        """What it is worth that a name is of the case that is meant, or of another."""
        if not self:
            return 0.0
        cases, span = cases_of(title)
        agreed = [bool(said & cases[aspect]) for aspect, said in self._cases.items() if aspect in cases]
        points = sum(CASE_ASKED if each else OTHER_CASE for each in agreed)
        if not is_within(self._ages, span):
            points += OTHER_AGE
        return as_spoken(self._words) * points


@lru_cache(maxsize=20_000)
def cases_of(title: str) -> tuple[Cases, Span | None]:
    """The cases that a name says, and the ages that it is for."""
    named = fold(title)
    return _said(named, _NAMES), span_of_ages(named)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")


Patterns = Mapping[str, Mapping[str, re.Pattern[str]]]  # aspect → case → how it is said


def _patterns(said: Callable[[tuple[str, str, str]], str]) -> Patterns:
    return {aspect: {case: _whole(said(ways)) for case, ways in cases.items()} for aspect, cases in _CASES.items()}


_NAMES = _patterns(lambda ways: fold(ways[0]))
_QUESTIONS = ByMarks(_patterns(lambda ways: ways[1]), _patterns(lambda ways: fold(ways[2])))


def _said(text: str, patterns: Patterns) -> Cases:
    """Aspect → the cases of it that stand in a text."""
    found = {
        aspect: frozenset(case for case, said in cases.items() if said.search(text))
        for aspect, cases in patterns.items()
    }
    return {aspect: cases for aspect, cases in found.items() if cases}
