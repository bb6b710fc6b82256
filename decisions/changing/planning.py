"""Works out what each line of a decision changes in which procedure, against what will stand on its day, and what keeps
that from being said."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from decisions.changing.limits import NOTHING_CUT, cuts, reduced
from decisions.lines.kinds import Kind
from decisions.matching import Matched
from decisions.models import Decision, DecisionLine
from procedures_catalog.dated.announced import record_on
from procedures_catalog.dated.composing import differences_between
from procedures_catalog.dated.standing import earlier
from procedures_catalog.dated.writing import held_pages_of
from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Ending
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.files.lists.level_words import levels_in
from procedures_catalog.models import ChangeSet, ProcedurePage

NO_PAGE = "danh mục chưa có thủ tục này: lập trang nháp từ dòng này, rồi soạn nội dung"
NO_DRAFT = "chưa có bản nháp để lấy phần sửa: soạn bản nháp, hoặc đánh dấu “Chỉ ghi số quyết định” nếu nội dung đã đúng"
NO_LEVEL = "chưa rõ chuyển đến cấp nào: ghi cấp mới ở ô “cấp thực hiện”, ví dụ “Cấp xã”"
IS_OVER = "thủ tục đã hết hiệu lực từ trước"
Values = Mapping[str, Any]


@dataclass
class Plan:
    """Identity → part → what it will say; line → what is asked; line → what of a draft no difference carries. `against`
    is what will stand without it."""

    day: date
    values: dict[int, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    asks: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    left: dict[int, list[str]] = field(default_factory=dict)
    pages: Mapping[int, ProcedurePage] = field(default_factory=dict)
    against: dict[int, ProcedureRecord] = field(default_factory=dict)


def plan(decision: Decision, rows: Sequence[tuple[DecisionLine, Matched]], on: date) -> Plan:
    """The plan of a decision for its day, for today (`on`) where it has none yet. As many queries as there are kinds of
    rows, and one for each draft that is read."""
    made = Plan(decision.effective_on or on)
    held = {matched.held.identity for _, matched in rows if matched.held}
    replaced = {each.identity for _, matched in rows for each in matched.replaced}
    made.pages = held_pages_of(sorted(held | replaced))
    before = earlier(made.pages, _set_of(decision, made))
    for identity, page in made.pages.items():
        made.against[identity] = record_on(page, before.get(identity, ()), made.day)
    for line, matched in rows:
        _Of(made, decision, line, matched).plan()
    return made


def _set_of(decision: Decision, made: Plan) -> ChangeSet:
    """The set as it will be once it follows the decision."""
    present = decision.present_set
    return ChangeSet(pk=present.pk if present else None, day=made.day)


@dataclass(frozen=True, slots=True)
class _Of:
    """One line as it enters the plan, upon what earlier lines say of the same procedure."""

    made: Plan
    decision: Decision
    line: DecisionLine
    matched: Matched

    def plan(self) -> None:
        """By its kind; a line that asks which procedure it means changes none."""
        kind, held = self.line.kind_said, self.matched.held
        if kind is None or any(each not in self.made.pages for each in self._identities()):
            return
        if kind in (Kind.NEW, Kind.REPLACED):
            self._bring(kind)
        elif held is None:
            return
        elif kind is Kind.ABOLISHED:
            self._end(held.identity, ())
        else:
            self._change(held.identity, kind)

    def _identities(self) -> list[int]:
        held = [self.matched.held] if self.matched.held else []
        return [each.identity for each in (*held, *self.matched.replaced)]

    def _bring(self, kind: Kind) -> None:
        held = self.matched.held
        if held is None:
            self._ask(NO_PAGE)
            return
        if not self.made.pages[held.identity].live:
            self._say(held.identity, {BEGINS: None})
        self._say(held.identity, self._number())
        for each in self.matched.replaced if kind is Kind.REPLACED else ():
            self._end(each.identity, (held.identity,))

    def _end(self, identity: int, successors: tuple[int, ...]) -> None:
        page = self.made.pages[identity]
        if page.valid_to and page.valid_to <= self.made.day:
            self._ask(IS_OVER)
        said: Ending = self.made.values[identity].get(ENDS, Ending())
        every = dict.fromkeys((*said.successors, *successors))
        self._say(identity, {ENDS: Ending(self.decision.number, tuple(every))})

    def _change(self, identity: int, kind: Kind) -> None:
        if kind is Kind.AMENDED:
            self._amend(identity)
        if kind is Kind.MOVED:
            self._move(identity)
        if kind is Kind.CUT and self.line.is_not_cut:
            self._ask(NOTHING_CUT)
        elif kind is Kind.CUT or cuts(self.line):
            self._cut(identity)
        self._say(identity, self._number())

    def _amend(self, identity: int) -> None:
        page = self.made.pages[identity]
        if self.line.is_number_only:
            return
        if not page.has_unpublished_changes:
            if not cuts(self.line):
                self._ask(NO_DRAFT)
            return
        values, left = differences_between(page, page.get_latest_revision_as_object(), self.made.day)
        self._say(identity, values)
        if left:
            self.made.left[self.line.pk] = left

    def _move(self, identity: int) -> None:
        levels = levels_in(self.line.level)
        if not levels:
            self._ask(NO_LEVEL)
        else:
            self._say(identity, {"levels": tuple(each for each in LEVELS if each in levels)})

    def _cut(self, identity: int) -> None:
        channels = self._standing(identity).channels
        cut, asks = reduced(channels, self.line)
        for why in asks:
            self._ask(why)
        if cut != channels:
            self._say(identity, {"channels": cut})

    def _standing(self, identity: int) -> ProcedureRecord:
        said = {part: value for part, value in self.made.values[identity].items() if part not in (ENDS, BEGINS)}
        return replace(self.made.against[identity], **said)

    def _number(self) -> Values:
        return {"decision_number": self.decision.number} if self.decision.number else {}

    def _say(self, identity: int, values: Values) -> None:
        self.made.values[identity].update(values)

    def _ask(self, why: str) -> None:
        self.made.asks[self.line.pk].append(why)
