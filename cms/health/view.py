"""The page itself: for monitors as JSON, for people in words."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from health_check.views import HealthCheckView

from cms.health.check import LEVELS
from cms.health.database import Database
from cms.health.files import Uploads
from cms.health.importing import Imports
from cms.health.procedures import Procedures
from cms.health.searching import Search
from cms.health.space import Space
from cms.health.static_files import StaticFiles

#: What is looked at, in the order of the page.
CHECKS = (Database, Procedures, StaticFiles, Search, Space, Uploads, Imports)


class HealthView(HealthCheckView):
    """200 while the portal can serve, even by a fallback, which it then says; otherwise 503.

    `?format=json` or `Accept: application/json`: {"status": "ok" | "degraded" | "down", and for each check its key and
    what it says}.
    """

    checks = CHECKS
    template_name = "health.html"

    async def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The library answers 500 when something is down; it is the service that is away, not an error of the page."""
        response = await super().dispatch(request, *args, **kwargs)
        if response.status_code == 500:
            response.status_code = 503
        return response

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        """Without what stands around other pages: that comes from the database, which may be what fails."""
        lines = [{"name": repr(each.check), "level": each.check.level, "text": _text(each)} for each in self.results]
        said = {"status": self._status(), "lines": lines}
        return HttpResponse(render_to_string(self.template_name, said), **options)

    def render_to_response_json(self, status: int) -> JsonResponse:
        """The same for monitors."""
        said = {each.check.key: each.check.as_json for each in self.results}
        return JsonResponse({"status": self._status(), **said}, status=status)

    def _status(self) -> str:
        """The worst of all."""
        return max((each.check.level for each in self.results), key=LEVELS.index)


def _text(result: Any) -> str:
    return str(result.error.message) if result.error else str(result.check.pretty_status())
