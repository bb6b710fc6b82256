"""Links by which somebody without an account sees one draft, and what such people remarked on it."""

from typing import Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from wagtail.models import Page

VIEW, CHECK = "view", "check"
KINDS = {VIEW: "xem trước", CHECK: "xem và góp ý"}
#: Why a link is no longer taken, apart from its hour.
ENDINGS = {
    "revoked": "đã thu hồi",
    "replaced": "đã thay bằng liên kết mới",
    "published": "bản nháp đã công bố",
    "given_up": "bản nháp đã bỏ",
}
#: The name that somebody gave with a remark is erased after so many days, the remark itself after so many.
NAME_DAYS, REMARK_DAYS = 90, 365
LONGEST_TEXT = 2_000


class GuestLink(models.Model):
    """One link for one draft. Of its secret only the digest is kept, so that nobody reads it here. `published_at` is
    the page's last publication before it was made: after another one the draft is no draft any more."""

    page = models.ForeignKey(Page, verbose_name="trang", on_delete=models.CASCADE, related_name="guest_links")
    kind = models.CharField("để làm gì", max_length=10, choices=list(KINDS.items()))
    whom = models.CharField("gửi cho", max_length=80)
    digest = models.CharField("mã băm", max_length=64, unique=True)
    is_single = models.BooleanField("chỉ mở một lần", default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="người tạo", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField("tạo lúc")
    ends_at = models.DateTimeField("hết hạn lúc", db_index=True)
    published_at = models.DateTimeField("lần công bố trước đó", null=True)
    opened_at = models.DateTimeField("mở lần đầu lúc", null=True)
    openings = models.PositiveIntegerField("số lần mở", default=0)
    ended = models.CharField("đã đóng vì", max_length=10, choices=list(ENDINGS.items()), blank=True)

    class Meta:
        verbose_name = "liên kết cho khách"
        verbose_name_plural = "liên kết cho khách"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["page", "kind"], condition=models.Q(ended=""), name="one_guest_link_of_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.whom}"


class RemarkQuerySet(models.QuerySet["GuestRemark"]):
    """What guests remarked."""

    def open(self) -> Self:
        """What nobody has dealt with yet."""
        return self.filter(done_at=None)


class GuestRemark(models.Model):
    """What somebody said of a draft. `name` is as told by that person, "" once it was erased."""

    link = models.ForeignKey(GuestLink, on_delete=models.CASCADE, related_name="remarks")
    name = models.CharField("người góp ý", max_length=80, blank=True)
    section = models.CharField("ở mục", max_length=200, blank=True)
    text = models.TextField("góp ý", validators=[MaxLengthValidator(LONGEST_TEXT)])
    at = models.DateTimeField("lúc", db_index=True)
    revision = models.BigIntegerField("bản đã xem", null=True)
    answer = models.TextField("trả lời", blank=True, validators=[MaxLengthValidator(LONGEST_TEXT)])
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    done_at = models.DateTimeField("xử lý lúc", null=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        verbose_name = "góp ý của khách"
        verbose_name_plural = "góp ý của khách"
        default_permissions = ()
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"góp ý {self.pk}"
