"""What a person has to look at before a set is approved: other sets that change the same part, and parts that say
something else by now than when their difference was written."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from procedures_catalog.dated.standing import moved
from procedures_catalog.models import ChangeSet, DatedDifference
from procedures_catalog.models.change_set import OPEN

_MOVED = "Nội dung sẽ có vào ngày ấy nay đã khác so với khi soạn hoặc khi xem lần trước: hãy xem lại."


def clashes(changes: ChangeSet) -> Mapping[int, Sequence[str]]:
    """Difference → what there is to look at, in sentences. As many queries for one as for a hundred."""
    rows = list(changes.differences.order_by("pk"))
    found: dict[int, list[str]] = defaultdict(list)
    for row, other in _of_others(changes, rows):
        found[row.pk].append(
            f"“{other.changes.title}” ({other.changes.get_state_display().lower()}, từ ngày "
            f"{other.changes.day:%d/%m/%Y}) cũng đổi phần này."
        )
    for row in moved(changes, rows):
        found[row.pk].append(_MOVED)
    return found


def _of_others(changes: ChangeSet, rows: Sequence[DatedDifference]) -> list[tuple[DatedDifference, DatedDifference]]:
    others = DatedDifference.objects.filter(
        identity__in={row.identity_id for row in rows}, changes__state__in=OPEN
    ).exclude(changes=changes)
    by_part: dict[tuple[int, str], list[DatedDifference]] = defaultdict(list)
    for other in others.select_related("changes").order_by("changes__day", "pk"):
        by_part[other.identity_id, other.part].append(other)
    return [(row, other) for row in rows for other in by_part[row.identity_id, row.part]]
