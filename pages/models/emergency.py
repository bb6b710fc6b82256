"""EmergencyPublication: that one person alone published what he wrote, took off what the public read, or changed what
is public at once, why or what, and who has looked at it since."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

#: So long it stands on everybody's front page; one that nobody has looked at stays until somebody has.
SHOWN_DAYS = 7


class Kind(models.TextChoices):
    """What one person did."""

    PUBLISHED = "published", "tự công bố"
    TAKEN_OFF = "taken_off", "gỡ"
    CLOSED = "closed", "hạn chế người xem"
    SHARED = "shared", "đổi"
    NOTE = "note", "sửa ghi chú thay đổi"


class EmergencyQuerySet(models.QuerySet):
    """Adds which of them everybody is told of."""

    def told(self, moment: datetime) -> "EmergencyQuerySet":
        """Those of the last days, and all that nobody has looked at; these first, then the newest."""
        found = self.filter(Q(looked_at=None) | Q(at__gte=moment - timedelta(days=SHOWN_DAYS)))
        return found.order_by(models.F("looked_at").asc(nulls_first=True), "-at", "-pk")


class EmergencyPublication(models.Model):
    """One publication, or what is told in the same way. `authors` are the numbers of the accounts whose changes it made
    public; `before` is the revision that was public until then."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    thing = GenericForeignKey("content_type", "object_id")
    kind = models.CharField("việc", max_length=10, choices=Kind, default=Kind.PUBLISHED)
    title = models.CharField("tên", max_length=255)
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    before = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField("lý do")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    authors = models.JSONField(default=list)
    at = models.DateTimeField("lúc")
    looked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    looked_at = models.DateTimeField("xem lại lúc", null=True)

    objects = EmergencyQuerySet.as_manager()

    class Meta:
        verbose_name = "lần công bố khẩn cấp"
        verbose_name_plural = "lần công bố khẩn cấp"
        default_permissions = ()
        indexes = [models.Index(fields=["at"], name="emergency_at")]

    def __str__(self) -> str:
        return self.title

    @property
    def tells_change(self) -> bool:
        """Whether what it gives is no reason, but what was there before and what is there now."""
        return self.kind in (Kind.SHARED, Kind.NOTE)
