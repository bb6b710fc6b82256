"""Whether the second factor is asked for after somebody was recognised."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from cms.sign_in.factor.required import PASSED


class FactorStage(AuthenticateStage):
    """allauth's, unless the province's server has asked for one that counts."""

    def _should_handle(self, request: HttpRequest) -> bool:
        user = self.login.user
        has_passed = user is not None and request.session.get(PASSED) == user.pk
        return not has_passed and super()._should_handle(request)
