"""The seal of a set: a digest of all that its approval covers, so that nothing joins after it unseen."""

import hashlib
import json
from typing import Any

from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.models import ChangeSet, ProcedurePage


def seal_of(changes: ChangeSet) -> str:
    """64 characters that change with the day, the decision, any difference, and the text of what is to begin. Two
    queries."""
    rows = list(changes.differences.order_by("identity", "part").values_list("identity", "part", "value"))
    new = [identity for identity, part, _ in rows if part == BEGINS]
    texts = ProcedurePage.objects.filter(identity__in=new).order_by("identity")
    return _digest(
        {
            "day": changes.day.isoformat(),
            "decision": changes.decision,
            "retroactive": changes.is_retroactive,
            "differences": rows,
            "texts": list(texts.values_list("identity", "latest_revision")),
        }
    )


def _digest(said: dict[str, Any]) -> str:
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
