"""What dated changes will do to procedures that an import changes before their day: a person is asked about those."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from procedures_catalog.facts.dated.difference import BEGINS, ENDS, LABELS
from procedures_catalog.models import DatedDifference
from procedures_catalog.models.change_set import OPEN

#: Why it is asked, among the reasons of an import's questions.
REASON = "dated"
_CHANGES = "{part}: “{title}” sẽ đổi phần này từ ngày {day:%d/%m/%Y}; đến ngày ấy nội dung của gói thay vào."
_ENDS = "“{title}” cho thủ tục này hết hiệu lực từ ngày {day:%d/%m/%Y}."
#: Part → the sets that change it, by title and day.
Coming = Mapping[str, Sequence[tuple[str, date]]]


def coming_to(pages: Collection[int]) -> Mapping[int, Coming]:
    """Page → what sets that are not applied yet will change of it. One query."""
    rows = DatedDifference.objects.filter(identity__page__in=pages, changes__state__in=OPEN).exclude(part=BEGINS)
    found: dict[int, dict[str, list[tuple[str, date]]]] = defaultdict(lambda: defaultdict(list))
    told = rows.order_by("changes__day", "pk").values_list(
        *("identity__page", "part", "changes__title", "changes__day")
    )
    for page, part, title, day in told:
        found[page][part].append((title, day))
    return found


def questions_of(coming: Coming, changed: Collection[str]) -> list[tuple[str, str]]:
    """What to ask of a change of these parts."""
    met = [(part, LABELS[part]) for part in coming if part == ENDS or part in changed]
    return [
        (REASON, (_ENDS if part == ENDS else _CHANGES).format(part=label, title=title, day=day))
        for part, label in met
        for title, day in coming[part]
    ]
