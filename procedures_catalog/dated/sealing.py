"""The seal of a set: a digest of all that a check or an approval covers, so that nothing joins after it unseen."""

import hashlib
import json
from collections.abc import Collection, Iterator
from typing import Any

from wagtail.models import Revision

from pages.four_eyes.shown import said_by
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.models import ChangeSet, ProcedurePage


def seal_of(changes: ChangeSet) -> str:
    """64 characters that change with the day, the decision, any difference, and the text of what is to begin. One
    query, two more where something begins."""
    rows = list(changes.differences.order_by("identity", "part").values_list("identity", "part", "value"))
    new = [identity for identity, part, _ in rows if part == BEGINS]
    return _digest(
        {
            "day": changes.day.isoformat(),
            "decision": changes.decision,
            "retroactive": changes.is_retroactive,
            "differences": rows,
            "texts": list(_texts(new)),
        }
    )


def _texts(identities: Collection[int]) -> Iterator[tuple[int, str | None, list[Any]]]:
    """What the newest draft of each says, and the hours that it would be published at: a form that saves by itself
    writes another text under the same number."""
    if not identities:
        return
    pages = ProcedurePage.objects.filter(identity__in=identities).order_by("identity")
    newest = dict(pages.values_list("identity", "latest_revision"))
    contents = dict(Revision.objects.filter(pk__in=newest.values()).values_list("pk", "content"))
    for identity, revision in newest.items():
        yield identity, *said_by(contents.get(revision))


def _digest(said: dict[str, Any]) -> str:
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
