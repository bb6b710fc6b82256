"""What the tests' provider says of a person beside the usual: how it has recognised him, as a province's would."""

from typing import Any

from allauth.idp.oidc.adapter import DefaultOIDCAdapter


class ProviderAdapter(DefaultOIDCAdapter):
    """Of whoever has `2fa` in his name it says that a second factor was asked for."""

    def get_claims(self, purpose: str, user: Any, *args: Any, **more: Any) -> dict[str, Any]:
        """allauth's claims, with `amr` (RFC 8176)."""
        methods = ["pwd", "otp", "mfa"] if "2fa" in user.get_username() else ["pwd"]
        return super().get_claims(purpose, user, *args, **more) | ({"amr": methods} if purpose == "id_token" else {})
