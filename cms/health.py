"""The page that says whether the portal works: for monitors as JSON, for people in words; no secret is on it."""

from dataclasses import dataclass, field
from typing import Any

from asgiref.sync import sync_to_async
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from health_check import checks
from health_check.base import HealthCheck
from health_check.exceptions import HealthCheckException, ServiceUnavailable
from health_check.views import HealthCheckView

from search.health import SearchHealth, search_health


@dataclass(repr=False)
class Database(checks.Database):
    """Whether the database answers; its own words, which may name a host or a user, stay in the log."""

    def __repr__(self) -> str:
        return "Cơ sở dữ liệu"

    def run(self) -> None:
        """Raises ServiceUnavailable."""
        try:
            super().run()
        except HealthCheckException as error:
            raise ServiceUnavailable("Cơ sở dữ liệu không trả lời.") from error

    def pretty_status(self) -> str:
        """In words."""
        return "Cơ sở dữ liệu trả lời bình thường."


@dataclass(repr=False)
class Search(HealthCheck):
    """Whether some index answers questions; that it is not the usual one is said and is no failure."""

    state: SearchHealth | None = field(default=None, init=False)

    def __repr__(self) -> str:
        return "Tìm kiếm"

    async def run(self) -> None:
        """Raises ServiceUnavailable."""
        self.state = await sync_to_async(search_health)()
        if not self.state.answers:
            raise ServiceUnavailable(self.state.sentence())

    def pretty_status(self) -> str:
        """In words."""
        return self.state.sentence() if self.state else ""


class HealthView(HealthCheckView):
    """200 while the portal can serve, even by a fallback, which it then says; otherwise 500.

    `?format=json` or `Accept: application/json`: {"status": "ok" | "degraded" | "down", "database": "ok" | "down",
    "search": {"answers", "expected", "failing_since", "waiting": {engine: number} | null}}.
    """

    checks = (Database, Search)
    template_name = "health.html"

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        """Without what stands around other pages: that comes from the database, which may be what fails."""
        status = self._status()
        lines = [{"name": repr(each.check), "is_well": not each.error, "text": _text(each)} for each in self.results]
        return HttpResponse(render_to_string(self.template_name, {"status": status, "lines": lines}), **options)

    def render_to_response_json(self, status: int) -> JsonResponse:
        """The same for monitors."""
        database, search = self.results
        said = {
            "status": self._status(),
            "database": "down" if database.error else "ok",
            "search": _as_json(search.check.state),
        }
        return JsonResponse(said, status=status)

    def _status(self) -> str:
        if any(each.error for each in self.results):
            return "down"
        state = self.results[1].check.state
        return "degraded" if state and state.is_degraded else "ok"


def _text(result: Any) -> str:
    return str(result.error.message) if result.error else str(result.check.pretty_status())


def _as_json(state: SearchHealth | None) -> dict[str, Any] | None:
    if state is None:
        return None
    since = state.failing_since.isoformat(timespec="seconds") if state.failing_since else None
    return {"answers": state.answers, "expected": state.expected, "failing_since": since, "waiting": state.waiting}
