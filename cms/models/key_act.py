"""KeyAct: what an administrator did with the way in of somebody else."""

from django.conf import settings
from django.db import models


class KeyKind(models.TextChoices):
    """What of it."""

    LINK = "link", "liên kết đặt mật khẩu"
    MAIL = "mail", "đổi địa chỉ thư"
    FACTORS = "factors", "bỏ bước xác nhận thứ hai"


class KeyAct(models.Model):
    """One of these acts. Of a link only the hash of its secret is kept; it holds until `ends_at` or until it is used.
    `is_first`: the account had not been used yet, so that nobody's way in was changed."""

    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="tài khoản", on_delete=models.CASCADE, related_name="key_acts"
    )
    kind = models.CharField("việc", max_length=10, choices=KeyKind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người làm", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_name = models.CharField("người làm", max_length=400)
    at = models.DateTimeField("lúc")
    is_first = models.BooleanField("lần đầu", default=False)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    ends_at = models.DateTimeField("hết hạn lúc", null=True)
    used_at = models.DateTimeField("dùng lúc", null=True)

    class Meta:
        verbose_name = "việc với cách đăng nhập của người khác"
        verbose_name_plural = "việc với cách đăng nhập của người khác"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.editor}"
