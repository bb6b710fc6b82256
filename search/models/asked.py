"""What people ask, as counts by week: no address, no device, no visit, no question with a number like a person's.

A name in plain letters cannot be told from other words; so a question is written down only when enough different people
have asked it (`HeardQuestion` until then), and forgotten after 90 days.
"""

from django.db import models

from search.question.kept_questions import LONGEST

ENOUGH = (
    3  # askers: one person has an address at home and one on a telephone; what a third one asks too is not his alone
)
KEY, MARK = 32, 2  # hexadecimal digits of a question's hash, and of the mark of who asked it


class HeardQuestion(models.Model):
    """A question that not enough people are known to have asked: no word of it, but a keyed hash (`key`); beside it the
    marks of those who did, of which there are 256, other ones for each question; and the day on which it was first
    heard."""

    key = models.CharField("dấu của câu hỏi", max_length=KEY, unique=True)
    askers = models.CharField("dấu của những nơi đã hỏi", max_length=MARK * (ENOUGH - 1))
    since = models.DateField("từ ngày", db_index=True)

    class Meta:
        verbose_name = "câu hỏi chưa đủ người hỏi"
        verbose_name_plural = "câu hỏi chưa đủ người hỏi"

    def __str__(self) -> str:
        return self.key


class AskedQuestion(models.Model):
    """One question in one week (its Monday): how often asked, how often without a result, how often followed."""

    question = models.CharField("câu hỏi", max_length=LONGEST)
    week = models.DateField("tuần", db_index=True)
    asked = models.PositiveIntegerField("lượt hỏi", default=0)
    without_result = models.PositiveIntegerField("lượt không có kết quả", default=0)
    clicks = models.PositiveIntegerField("lượt chọn", default=0)
    positions = models.PositiveIntegerField("tổng thứ tự của kết quả được chọn", default=0)

    class Meta:
        verbose_name = "câu hỏi đã tìm"
        verbose_name_plural = "câu hỏi đã tìm"
        constraints = [models.UniqueConstraint(fields=["question", "week"], name="question_once_a_week")]

    def __str__(self) -> str:
        return self.question


class UnansweredQuestion(models.Model):
    """A question that the portal had no good answer to, for the agency of the nearest sector to deal with."""

    STATES = {"open": "Chưa xử lý", "done": "Đã xử lý", "ignored": "Không cần xử lý"}
    FITS = {"nothing": "Không có kết quả", "poorly": "Kết quả không sát"}

    question = models.CharField("câu hỏi", max_length=LONGEST, unique=True)
    fits = models.CharField("kết quả", max_length=10, choices=list(FITS.items()))
    sector = models.ForeignKey(
        "procedures_catalog.Sector",
        verbose_name="lĩnh vực gần nhất",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    agency = models.ForeignKey(
        "agencies.Agency",
        verbose_name="cơ quan phụ trách",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    asked = models.PositiveIntegerField("lượt hỏi", default=1)
    last_asked = models.DateField("hỏi gần nhất")
    state = models.CharField(
        "trạng thái",
        max_length=10,
        choices=list(STATES.items()),
        default="open",
        help_text="“Đã xử lý” sau khi thêm tên gọi thường ngày hoặc từ đồng nghĩa; câu vẫn chưa có sẽ hiện lại.",
    )
    note = models.CharField("ghi chú", max_length=300, blank=True)

    class Meta:
        verbose_name = "câu hỏi chưa có kết quả"
        verbose_name_plural = "câu hỏi chưa có kết quả"
        ordering = ["-asked", "question"]

    def __str__(self) -> str:
        return self.question
