"""What allauth asks of this portal about second factors: its secrets lie encrypted, its sentences are Vietnamese."""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from cms.models import Editor
from cms.sign_in.factor.required import is_required
from cms.sign_in.sentences import FACTOR
from pages.site.sites import portal_of

UNREADABLE = (
    "Cổng không đọc được bước xác nhận của tài khoản này vì khóa bí mật của cổng đã đổi. Hãy nhờ người quản trị đặt "
    "lại bước xác nhận cho bạn."
)


class FactorAdapter(DefaultMFAAdapter):
    """Named by MFA_ADAPTER."""

    error_messages = DefaultMFAAdapter.error_messages | FACTOR

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """A code that is not taken: the clock of the telephone may be wrong, so the server tells its own."""
        if code != "incorrect_code":
            return super().validation_error(code, *args)
        now = timezone.localtime(timezone.now())
        return ValidationError(
            f"{self.error_messages[code]} Mã đổi sau mỗi 30 giây và chỉ đúng khi đồng hồ của điện thoại đúng: lúc này "
            f"máy chủ ghi {now:%H:%M:%S} ngày {now:%d/%m/%Y}. Nếu điện thoại lệch, hãy bật “Tự động đặt ngày giờ”.",
            code=code,
        )

    def get_totp_issuer(self) -> str:
        """What an application on a telephone shows above the code."""
        return f"Cổng thủ tục hành chính {portal_of(self.request).province_name}"

    def _get_user_identifier(self, user: Editor) -> str:
        return user.get_username()

    def generate_authenticator_name(self, user: Editor, type: Authenticator.Type) -> str:
        """What a key is called until somebody names it."""
        return f"Khóa {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one of somebody who has to have one."""
        codes = Authenticator.Type.RECOVERY_CODES
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk).exclude(type=codes)
        return others.exists() or not is_required(authenticator.user)

    def encrypt(self, text: str) -> str:
        """The text as it lies in the database."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text again. Raises ValidationError in words when the portal's secret is another one now."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as error:
            raise ValidationError(UNREADABLE) from error


def _box() -> MultiFernet:
    """Locks with the first key and opens with each."""
    return MultiFernet([Fernet(_key(secret)) for secret in settings.SECOND_FACTOR_SECRETS])


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"cms.sign_in.factor").derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
