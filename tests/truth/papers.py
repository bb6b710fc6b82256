"""What to bring: sections are no cases, what only some bring stands last, and no paper comes out of nothing."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.truth.kinds import Kind, Told

# The words of findings/answers.md F6, with their marks: the code under test reads them without.
_SECTION = re.compile(
    r"[-\d.\s]*(?:(?:các |loại )*(?:giấy tờ|hồ sơ|chứng từ|thành phần hồ sơ)(?: phải| cần)* "
    r"(?:nộp\W*$|nộp,? gồm|xuất trình)|lưu ý|ghi chú|chú ý)",
    re.IGNORECASE,
)
_OF_SOME = re.compile(r"đối với|trường hợp|khi (?:xuất|nhập) cảnh", re.IGNORECASE)
_CASES = re.compile(r"tùy (\d+) trường hợp")
_CONDITION = re.compile(r"\W*(?:\w{1,4}[.)]\s*)?(?:Trường hợp|Nếu|Đối với)\s")
_CONDITIONAL_WORD = re.compile(r"trường hợp|nếu|đối với|khi\b|điện tử tương tác", re.IGNORECASE)
_FORM = re.compile(r"\W*Tờ khai\s")
#: What a row without a number begins with where it is a paper.
_NAMED = re.compile(
    r"(?:[^\w(]|\(?\w{1,4}[.)]\s?)*(?:\d\d?|một|hai|thành phần hồ sơ \d+:|\(?\d+\)?)?(?:\s?\(\w+\))?[^\w]*"
    r"(?:(?:xuất )?trình|các|bản|bảo sao|giấy|văn|đơn|tờ|hợp|báo|quyết|nghị|danh|tài|bảng|phiếu|lý|sơ|chứng|hóa|hoá|"
    r"vận|phương|đề|dự|thiết|thuyết|ảnh|hộ|thẻ|biên|công|kế|cam|giải|hồ sơ năng)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]", re.DOTALL)


def _sections(told: Told) -> int:
    names = [" ".join((case.name or "").split()) for case in told.record.cases]
    return sum(bool(_SECTION.match(name)) and not _OF_SOME.search(name) for name in names)


def _counts_sections_as_cases(told: Told) -> bool:
    found = _CASES.search(told.answers["papers"].text)
    # One name is the papers of one of three cases: facts/dossier/labels.py says why.
    expected = {"1.000005"}
    return (
        found is not None
        and told.record.code not in expected
        and int(found[1]) > len(told.record.cases) - _sections(told)
    )


def _asked(told: Told) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for item in told.items:
        for paper in item["papers"]:
            if (paper["originals"] or paper["copies"]) and not paper["is_note"]:
                yield item, paper


def _shows_the_exception_first(told: Told) -> bool:
    """A paper without any condition below one that begins with it, in the same section or case."""
    begun = set()
    for item, paper in _asked(told):
        if _CONDITION.match(paper["name"]):
            begun.add(item["anchor"])
        elif item["anchor"] in begun and not _CONDITIONAL_WORD.search(paper["name"]):
            return True
    return False


def _claims_more_than_there_is(told: Told) -> bool:
    """More papers than the record has rows that name one, or say how many of it."""
    rows = [paper for case in told.record.cases for paper in case.papers]
    papers = [paper for paper in rows if paper.originals or paper.copies or _NAMED.match(paper.name)]
    text = _CASES.sub("", told.answers["papers"].text)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    most = max(numbers, default=0) if " đến " in text else sum(numbers)
    return most > sum(bool(_LETTERS.search(paper.name)) for paper in papers)


def _hides_the_form(told: Told) -> bool:
    """A form that everybody fills in stands among notes, or among what only some bring."""
    wanted = {
        paper.name for case in told.record.cases for paper in case.papers if paper.originals and _FORM.match(paper.name)
    }
    shown = {paper["name"] for item, paper in _asked(told) if item["kind"] != "note"}
    return _sections(told) > 0 and bool(wanted - shown)


def _reads_the_same(told: Told) -> bool:
    """Two cases of other names shown by the same one."""
    cases = [item for item in told.items if item["kind"] == "case"]
    names = {" ".join(item["name"].split()) for item in cases}
    return len({item["short_name"] for item in cases}) < len(names)


def _has_sets_among_papers(told: Told) -> bool:
    """The number of sets before a paper that one brings."""
    names = [(paper["name"], paper["is_note"]) for item in told.items for paper in item["papers"]]
    of_sets = [re.match(r"\W*số lượng hồ sơ:? ?\d", name.lower()) is not None for name, _ in names]
    pairs = zip(of_sets, names[1:], of_sets[1:], strict=False)
    return len(told.items) == 1 and any(sets and not (is_note or more) for sets, (_, is_note), more in pairs)


PAPER_KINDS: Mapping[str, Kind] = {
    "sections_counted_as_cases": Kind(
        "papers to hand in, to show, and notes as alternatives", _counts_sections_as_cases
    ),
    "conditional_before_unconditional": Kind(
        "what only some bring above what everybody needs", _shows_the_exception_first
    ),
    "paper_out_of_nothing": Kind("more papers than the record names", _claims_more_than_there_is),
    "form_among_notes": Kind("the form that everybody fills in is not among the papers", _hides_the_form),
    "sets_among_papers": Kind("in how many sets one hands in, above a paper that one brings", _has_sets_among_papers),
    "cases_read_the_same": Kind("two cases by the same name", _reads_the_same),
}
