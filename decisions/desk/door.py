"""The door of each screen about decisions: who may look, who may change, and whose decision it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views import View
from wagtail.admin import messages

from agencies.day import asked_at, asked_on
from decisions.changing.composing import follow, refuse_over
from decisions.desk.reach import CHANGE, VIEW, decision_of
from decisions.models import Decision
from procedures_catalog.dated.steps import StepRefused
from procedures_catalog.dated_screens.reopened import telling

DECISION = "decision"


class AboutDecisions(View):
    """Lets in who works on decisions; who sends something must be allowed to change them."""

    needed_to_look, needed_to_change = VIEW, CHANGE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """PermissionDenied for who may not."""
        needed = self.needed_to_look if request.method in ("GET", "HEAD") else self.needed_to_change
        if not (request.user.has_perm(VIEW) and request.user.has_perm(needed)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class OfDecision(AboutDecisions):
    """About one decision that is somebody's own; for others it is not there. What was applied is not rewritten, unless
    a screen `is_of_afterwards`: about what is noted when all is done."""

    decision: Decision
    is_of_afterwards = False

    def dispatch(self, request: HttpRequest, *args: Any, decision: int, **kwargs: Any) -> HttpResponseBase:
        """Http404 for another agency's."""
        if request.user.has_perm(VIEW):
            self.decision = decision_of(request.user, decision)
        try:
            return self._answered(request, *args, **kwargs)
        except StepRefused as refused:
            messages.error(request, str(refused))
            return redirect(DECISION, decision)

    def _answered(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        may_change = request.user.has_perm(self.needed_to_change)
        if request.method == "POST" and may_change and not self.is_of_afterwards:
            refuse_over(self.decision)
        return super().dispatch(request, *args, **kwargs)

    @contextmanager
    def changing(self, request: HttpRequest) -> Iterator[None]:
        """Around whatever alters the decision: its set follows, and has to be approved again, which is said; all of it
        or nothing."""
        with telling(request, self.decision.present_set), transaction.atomic():
            self.decision.note_writer(request.user)
            yield
            follow(self.decision, request.user, asked_at(request), asked_on(request))
