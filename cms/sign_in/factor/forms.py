"""The box for a code: no code of a telephone is taken twice, by whichever process (RFC 6238, 5.2)."""

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.core.exceptions import ValidationError
from django.db import transaction

LAST_STEP = "last_step"  # in the data of a TOTP: which span of 30 seconds its last code was of
REPLAYED = "Mã này đã dùng rồi. Hãy chờ ứng dụng hiện mã mới (nhiều nhất 30 giây) rồi nhập mã ấy."


class OnceForm(BaseAuthenticateForm):
    """allauth's form remembers used codes in the memory of one process; here they are remembered by all."""

    def clean_code(self) -> str:
        """The code. Raises ValidationError when it is wrong or was used."""
        totp = Authenticator.objects.filter(user=self.user, type=Authenticator.Type.TOTP).first()
        step = _step_of(totp, self.cleaned_data["code"]) if totp else None
        if totp and step is not None and not _take(totp.pk, step):
            raise ValidationError(REPLAYED, code="replayed")
        return super().clean_code()


class CodeForm(OnceForm, AuthenticateForm):
    """While signing in."""


class CodeAgainForm(OnceForm, ReauthenticateForm):
    """Who has signed in confirms it."""


def _step_of(totp: Authenticator, code: str) -> int | None:
    """Of which span of 30 seconds around now the code is; None: of none."""
    secret = decrypt(totp.data["secret"])
    steps = yield_hotp_counters_from_time()
    return next((each for each in steps if compare_user_code(actual=code, expected=_code(secret, each))), None)


def _code(secret: str, step: int) -> str:
    return format_hotp_value(hotp_value(secret, step))


@transaction.atomic
def _take(pk: int, step: int) -> bool:
    """Whether no code of this span or of a later one was used before; it is, now."""
    totp = Authenticator.objects.select_for_update().get(pk=pk)
    if totp.data.get(LAST_STEP, -1) >= step:
        return False
    totp.data[LAST_STEP] = step
    totp.save(update_fields=["data"])
    return True
