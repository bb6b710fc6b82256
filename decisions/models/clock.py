"""LegalClock: a time that the law sets for what follows a decision, and where it says so; kept by the administrator."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

#: Of working days.
SHORTEST, LONGEST_CLOCK = 1, 90


class ClockKey(models.TextChoices):
    """What a clock is counted for; each has a list behind its number."""

    PUBLIC = "public", "Quyết định đã ký mà thay đổi chưa lên cổng"
    NATIONAL = "national", "Quyết định đã ký mà chưa ghi ngày nhập Cơ sở dữ liệu quốc gia"
    POSTED = "posted", "Tờ niêm yết đang treo đã sai"


class LegalClock(models.Model):
    """One row a key, brought by a migration and edited from then on; where one is missing, nothing is counted."""

    key = models.CharField("áp dụng cho", max_length=20, choices=ClockKey, unique=True, editable=False)
    says = models.CharField("nội dung", max_length=300)
    working_days = models.PositiveSmallIntegerField(
        "số ngày làm việc", validators=[MinValueValidator(SHORTEST), MaxValueValidator(LONGEST_CLOCK)]
    )
    citation = models.CharField("theo văn bản", max_length=500, help_text="Số, ký hiệu, điều, khoản.")
    check_on = models.DateField(
        "ngày đối chiếu lại trích dẫn", help_text="Từ ngày này, trang chủ bàn biên tập nhắc xem văn bản còn đúng không."
    )
    is_counted = models.BooleanField("đang tính", default=True)

    class Meta:
        verbose_name = "mốc thời hạn của luật"
        verbose_name_plural = "mốc thời hạn của luật"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_key_display()
