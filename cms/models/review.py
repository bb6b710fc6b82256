"""The half-yearly review of accounts: who went through which list, and what was decided of each account."""

from typing import Any

from django.conf import settings
from django.db import models


class Decision(models.TextChoices):
    """What becomes of an account."""

    KEEP = "keep", "Giữ"
    TAKE = "take", "Rút mọi vai trò"
    DISABLE = "disable", "Vô hiệu hóa"


class AccountsReview(models.Model):
    """A review by one administrator, of the accounts that he keeps. Once it is finished nothing of it changes."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người rà soát", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_name = models.CharField("người rà soát", max_length=400)
    begun_at = models.DateTimeField("bắt đầu lúc")
    finished_at = models.DateTimeField("kết thúc lúc", null=True)

    class Meta:
        verbose_name = "lần rà soát tài khoản"
        verbose_name_plural = "lần rà soát tài khoản"
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["by"], condition=models.Q(finished_at=None), name="one_open_review_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"Rà soát tài khoản của {self.by_name}"


class ReviewedAccount(models.Model):
    """One account as it was on the list, and what was decided; it outlives the account."""

    review = models.ForeignKey(
        AccountsReview, verbose_name="lần rà soát", on_delete=models.PROTECT, related_name="accounts"
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="tài khoản", null=True, on_delete=models.SET_NULL, related_name="reviews"
    )
    account = models.CharField("tên đăng nhập", max_length=150)
    name = models.CharField("họ và tên", max_length=310, blank=True)
    agency = models.ForeignKey(
        "agencies.Agency", verbose_name="cơ quan", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    roles = models.TextField("vai trò", blank=True)
    last_login = models.DateTimeField("đăng nhập lần cuối", null=True)
    has_factor = models.BooleanField("bước xác nhận thứ hai", default=False)
    is_active = models.BooleanField("đang dùng", default=True)
    decision = models.CharField("quyết định", max_length=10, choices=Decision)
    remark = models.CharField("ghi chú", max_length=500, blank=True)

    class Meta:
        verbose_name = "tài khoản đã rà soát"
        verbose_name_plural = "tài khoản đã rà soát"
        ordering = ["-review__begun_at", "account"]
        constraints = [models.UniqueConstraint(fields=["review", "editor"], name="an_account_once_in_a_review")]

    def __str__(self) -> str:
        return f"{self.account}: {self.get_decision_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """ValueError for a row of a review that is finished."""
        if self.review.finished_at:
            raise ValueError("Lần rà soát đã kết thúc, không sửa được nữa.")
        super().save(*args, **kwargs)
