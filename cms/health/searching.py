"""Whether some index answers questions; that it is not the usual one, or being mended, is said and is no failure."""

from typing import Any

from cms.health.check import DEGRADED, DOWN, OK, Finding, PortalCheck
from search.site.health import SearchHealth, search_health


class Search(PortalCheck):
    """JSON: {"answers", "expected", "failing_since", "waiting": {engine: number} | null, "ailing": [engine],
    "being_built": [engine]}."""

    key, name = "search", "Tìm kiếm"

    def look(self) -> Finding:
        """Down only when no index can be asked."""
        state = search_health()
        level = DOWN if not state.answers else DEGRADED if state.is_degraded else OK
        return Finding(level, state.sentence(), _as_json(state))


def _as_json(state: SearchHealth) -> dict[str, Any]:
    since = state.failing_since.isoformat(timespec="seconds") if state.failing_since else None
    return {
        "answers": state.answers,
        "expected": state.expected,
        "failing_since": since,
        "waiting": state.waiting,
        "ailing": list(state.ailing),
        "being_built": list(state.being_built),
    }
