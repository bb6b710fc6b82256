"""Who takes imports over at the desk: whoever keeps the catalogue."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views import View

RIGHT = "procedures_catalog.change_importrun"
RUNS, UPLOAD, RUN, CHOOSE, STEP = "import_runs", "import_upload", "import_run", "import_choose", "import_step"


class KeepersView(View):
    """A screen for those who keep the catalogue; 403 for others."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Asks for the right first."""
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
