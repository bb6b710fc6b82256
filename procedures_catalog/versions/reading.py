"""Versions read again: which one held on a day, and what can be done with what it kept.

What it says is `PublishedVersion.shown()`, what differs between two `comparing.kept.compare_kept`, and how a page comes
to say it again `restoring.restored`.
"""

from collections.abc import Collection
from datetime import date

from procedures_catalog.models import PublishedVersion

#: What is said of a version from before versions held the text: with rows to compare, and without.
ROWS_ALONE = "Bản này được ghi trước khi cổng giữ nguyên văn: so sánh được, không xem lại hay khôi phục được."
NOTHING = "Bản này được ghi trước khi cổng giữ nội dung: chỉ còn biết phần nào đã đổi."


def versions_on(identities: Collection[int], day: date) -> dict[int, PublishedVersion]:
    """Identity → the version that held on a day, for those that had one. One query.

    Of two versions of one day the later is what held: the first ended as it began.
    """
    versions = PublishedVersion.objects.in_force(day).filter(identity__in=identities).order_by("number")
    return {version.identity_id: version for version in versions}


def answers_on(identities: Collection[int], day: date) -> dict[int, tuple[str, dict[str, str]]]:
    """Identity → the title and the short answers of the version that held on a day, for those that had one. One
    query."""
    rows = PublishedVersion.objects.in_force(day).filter(identity__in=identities).order_by("number")
    return {identity: (title, answers) for identity, title, answers in rows.values_list("identity", "title", "answers")}


def what_is_missing(version: PublishedVersion) -> str:
    """A sentence about a version that cannot be shown; "" for one that can."""
    if version.kept:
        return ""
    return ROWS_ALONE if version.texts else NOTHING
