"""What stands against what a set says: that what it begins could not be published, asked at its approval as by the
page's own form, and on its day; that a fee which it sets rests on nothing."""

from collections.abc import Iterable, Mapping

from pages.four_eyes.gate import against
from procedures_catalog.facts.complete.blanks import NONE
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.facts.dated.part_json import part_from_json
from procedures_catalog.facts.fees.dated import with_all_fees
from procedures_catalog.facts.fees.kinds import Kind, kind_of
from procedures_catalog.facts.record import Channel, Fee
from procedures_catalog.facts.scope.scope import NEVER_PUBLIC
from procedures_catalog.models import ChangeSet, DatedDifference, ProcedurePage
from procedures_catalog.store.loading import newest_drafts

NO_DRAFT = "Trang chưa có bản nháp nào để công bố: hãy lưu bản nháp."
HAS_HOUR = "Bản nháp có hẹn giờ công bố: gói đã có ngày áp dụng, hãy bỏ giờ hẹn rồi lưu."
NO_BASIS = (
    "Mức phí, lệ phí mới (kể cả “không thu”) chưa ghi theo văn bản nào: {}. Hãy ghi quyết định của gói, hoặc ghi văn "
    "bản quy định mức thu ở từng khoản."
)
_NO_FEE = f"fee.{NONE}"
#: How many procedures a refusal names.
_NAMED = 3


def drafts_of(changes: ChangeSet) -> dict[int, ProcedurePage]:
    """Identity → the newest draft of what a set begins and is not public yet, the page itself where there is none.
    A handful of queries, and those that Wagtail asks to read each draft."""
    begun = changes.differences.filter(part=BEGINS).values_list("identity", flat=True)
    pages = list(ProcedurePage.objects.filter(identity__in=list(begun), live=False).order_by("identity"))
    drafts = newest_drafts(pages)
    return {page.identity_id: drafts.get(page.pk, page) for page in pages}


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


# --- Fees -----------------------------------------------------------------------------------------


def fees_without_act(changes: ChangeSet) -> str:
    """Which procedures get a fee, or get that none is due, though neither the set nor the fee names a document, for a
    refusal; "" for none. One query, none for a set that names its decision."""
    if changes.decision.strip():
        return ""
    rows = changes.differences.filter(part__in=("channels", "blanks"), identity__page__isnull=False).order_by("pk")
    found = [row for row in rows.select_related("identity__page") if _sets_fee_without_act(row)]
    names = dict.fromkeys(f"“{row.identity.page.told_name}”" for row in found)
    more = len(names) - _NAMED
    named = ", ".join(list(names)[:_NAMED]) + (f" và {more} thủ tục khác" if more > 0 else "")
    return NO_BASIS.format(named) if names else ""


def _sets_fee_without_act(row: DatedDifference) -> bool:
    now, before = (part_from_json(row.part, kept) for kept in (row.value, row.against))
    if row.part == "blanks":
        return _NO_FEE in now and _NO_FEE not in before
    known = set(_fees(before))
    return any(_is_said(fee) and not (fee.legal_basis or fee.shared) for fee in _fees(now) if fee not in known)


def _fees(channels: Iterable[Channel]) -> list[Fee]:
    return [fee for channel in channels for fee in with_all_fees(channel).fees]


def _is_said(fee: Fee) -> bool:
    return kind_of(fee) is not Kind.UNSTATED
