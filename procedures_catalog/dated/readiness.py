"""What stands against beginning what a set begins: asked at its approval as by the page's own form, and on its day."""

from collections.abc import Mapping

from wagtail.models import Revision

from pages.four_eyes.gate import against
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.facts.scope.scope import NEVER_PUBLIC
from procedures_catalog.models import ChangeSet, ProcedurePage

NO_DRAFT = "Trang chưa có bản nháp nào để công bố: hãy lưu bản nháp."
HAS_HOUR = "Bản nháp có hẹn giờ công bố: gói đã có ngày áp dụng, hãy bỏ giờ hẹn rồi lưu."
#: How many procedures a refusal names.
_NAMED = 3


def drafts_of(changes: ChangeSet) -> dict[int, ProcedurePage]:
    """Identity → the newest draft of what a set begins and is not public yet, the page itself where there is none.
    Three queries at most, and those of reading each draft."""
    begun = changes.differences.filter(part=BEGINS).values_list("identity", flat=True)
    pages = list(ProcedurePage.objects.filter(identity__in=list(begun), live=False).order_by("identity"))
    drafts = Revision.objects.in_bulk([page.latest_revision_id for page in pages if page.latest_revision_id])
    return {
        page.identity_id: drafts[page.latest_revision_id].as_object() if page.latest_revision_id in drafts else page
        for page in pages
    }


def fault_of(draft: ProcedurePage) -> str:
    """Why one of them cannot be published, in Vietnamese; "" where nothing stands against it."""
    if not draft.latest_revision_id:
        return NO_DRAFT
    if draft.is_internal():
        return NEVER_PUBLIC
    if draft.go_live_at:
        return HAS_HOUR
    return against(draft)


def said_against(drafts: Mapping[int, ProcedurePage]) -> str:
    """The faults of all, each with the name of its procedure, for a refusal; "" for none."""
    faults = [(draft.told_name, fault) for draft in drafts.values() if (fault := fault_of(draft))]
    named = " ".join(f"“{name}”: {fault}" for name, fault in faults[:_NAMED])
    more = len(faults) - _NAMED
    return f"{named} Và {more} thủ tục khác." if more > 0 else named
