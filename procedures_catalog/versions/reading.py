"""Versions read again: which one held on a day.

What it says is `PublishedVersion.shown()`, what differs between two `comparing.kept.compare_kept`, and how a page comes
to say it again `restoring.restored`.
"""

from collections.abc import Collection
from datetime import date

from procedures_catalog.models import PublishedVersion


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
