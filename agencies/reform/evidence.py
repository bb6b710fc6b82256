"""Evidence that tells which old unit a name means; each piece takes all the questions and answers some."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from agencies.reform.file import FileUnit
from agencies.reform.ground import OldGround
from agencies.reform.names import bare, loose
from agencies.reform.question import Question

# Below this, names in one district that differ are usually different communes.
_NEARLY_THE_SAME = 0.8

# Enough for two names that are left alone with each other; below it one of them is simply another place.
_NOT_ALTOGETHER_DIFFERENT = 0.5

_MISSPELT = "không có tên viết đúng như vậy, hiểu là"


def by_code(questions: list[Question], ground: OldGround) -> list[Question]:
    """A new commune keeps the code of one of the old ones it was made of."""
    return [question.narrowed({question.new.code}) for question in questions]


def by_neighbours(questions: list[Question], ground: OldGround) -> list[Question]:
    """Old communes that became one lay side by side: the districts of those already known decide."""
    near = _communes_near(questions, ground)
    return [question.narrowed({unit.code for unit in near[question.row.line]}) for question in questions]


def by_other_type(questions: list[Question], ground: OldGround) -> list[Question]:
    """A far commune that another line names too, though one near has that name, another type and no line."""
    free = unnamed(questions, ground)
    far = {id(question) for question in far_and_shared(questions, ground)}
    near = _communes_near([question for question in questions if id(question) not in far], ground)
    return [
        _retyped(question, free, near[question.row.line]) if id(question) in far else question for question in questions
    ]


def by_near_spelling(questions: list[Question], ground: OldGround) -> list[Question]:
    """A name found nowhere may be misspelt: the one commune that no line names and that reads almost so."""
    free, near = unnamed(questions, ground), _communes_near(questions, ground)
    return [
        question if question.candidates else _nearest(question, free, near[question.row.line]) for question in questions
    ]


def by_what_is_left(questions: list[Question], ground: OldGround) -> list[Question]:
    """One name of a line is found nowhere, one commune of its districts has no line: the same, if alike."""
    free, near = unnamed(questions, ground), _communes_near(questions, ground)
    lines = Counter(question.row.line for question in questions if _is_lost(question))
    return [
        _left_over(question, _both(free, near[question.row.line]))
        if _is_lost(question) and lines[question.row.line] == 1
        else question
        for question in questions
    ]


def by_elimination(questions: list[Question], ground: OldGround) -> list[Question]:
    """Of several communes of one name, the one that no other line means."""
    taken = {question.answer.code for question in questions if question.answer}
    note = "trùng tên, các đơn vị cùng tên khác đã thuộc dòng khác nên hiểu là"
    return [question.narrowed(set(ground.units) - taken, note) for question in questions]


#: In this order, the strongest first.
EVIDENCE = (by_code, by_neighbours, by_other_type, by_near_spelling, by_what_is_left, by_elimination)


def unnamed(questions: list[Question], ground: OldGround) -> list[FileUnit]:
    """The old communes that no line can mean."""
    named = {unit.code for question in questions for unit in question.candidates}
    return [unit for unit in ground.communes if unit.code not in named]


def far_and_shared(questions: list[Question], ground: OldGround) -> Iterator[Question]:
    """Answers outside the districts of the rest of their line that several lines name, all of them whole."""
    by_answer: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        if question.answer:
            by_answer[question.answer.code].append(question)
    districts = _districts(questions, ground)
    for group in by_answer.values():
        if len(group) > 1 and not any(question.old.in_part for question in group):
            yield from (question for question in group if _is_far(question, districts, ground))


def _is_far(question: Question, districts: dict[int, list[str]], ground: OldGround) -> bool:
    """Whether the answer's district occurs in its line only because of itself."""
    around = districts[question.row.line]
    own = [ground.district_of(unit).code for unit in question.candidates]
    return len(set(around)) > 1 and around.count(own[0]) == 1


def _districts(questions: list[Question], ground: OldGround) -> dict[int, list[str]]:
    """Line → the district of each answer, and of the old commune whose code the new one kept."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for question in questions:
        for unit in (question.answer, ground.units.get(question.new.code)):
            if unit:
                found[question.row.line][unit.code] = ground.district_of(unit).code
    return {question.row.line: list(found[question.row.line].values()) for question in questions}


def _communes_near(questions: list[Question], ground: OldGround) -> dict[int, list[FileUnit]]:
    """Line → the communes of the districts that are known to have a part in it."""
    by_district: dict[str, list[FileUnit]] = defaultdict(list)
    for unit in ground.communes:
        by_district[unit.parent].append(unit)
    near: dict[int, list[FileUnit]] = defaultdict(list)
    for line, districts in _districts(questions, ground).items():
        near[line] = [unit for district in dict.fromkeys(districts) for unit in by_district[district]]
    return near


def _is_lost(question: Question) -> bool:
    return not question.candidates and question.old.level == "commune"


def _both(some: list[FileUnit], others: list[FileUnit]) -> list[FileUnit]:
    codes = {unit.code for unit in others}
    return [unit for unit in some if unit.code in codes]


def _retyped(question: Question, free: list[FileUnit], near: list[FileUnit]) -> Question:
    namesakes = [unit for unit in _both(free, near) if bare(unit.name) == bare(question.old.name)]
    return question.settled(namesakes, "ghi sai loại đơn vị, hiểu là")


def _nearest(question: Question, free: list[FileUnit], near: list[FileUnit]) -> Question:
    name = loose(question.old.name)
    alike = [unit for unit in free if _likeness(name, loose(unit.name)) >= _NEARLY_THE_SAME]
    return question.settled(_both(alike, near) or alike, _MISSPELT)


def _left_over(question: Question, left: list[FileUnit]) -> Question:
    name = loose(question.old.name)
    alike = len(left) == 1 and _likeness(name, loose(left[0].name)) >= _NOT_ALTOGETHER_DIFFERENT
    return question.settled(left, _MISSPELT) if alike else question


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
