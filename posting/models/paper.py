"""PostedPaper: one printed paper in the ledger (sổ niêm yết), and PaperItem: a procedure on it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from posting.rules.kinds import KIND_CHOICES

#: Characters.
LONGEST_TITLE, LONGEST_SPOT = 300, 200


class PostedPaper(models.Model):
    """One physical paper: what is on it, where it hangs, who printed it when. Its `tag` stands in all its codes.

    `head` is what it says of its office (`posting.place.letterhead`); papers older than that say nothing there.

    A paper that is handed to somebody is never hung; only hanging ones are ever reported as wrong. Rows are never
    deleted and tags never issued twice, so that a scan always knows its paper.
    """

    tag = models.CharField("mã tờ", max_length=7, unique=True, editable=False)
    kind = models.CharField("loại giấy", max_length=10, choices=KIND_CHOICES)
    size = models.CharField("khổ giấy", max_length=3, default="A4")
    title = models.CharField("tên tờ", max_length=LONGEST_TITLE)
    unit = models.ForeignKey(
        "agencies.AdministrativeUnit",
        verbose_name="xã, phường",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    counter = models.ForeignKey(
        "agencies.Agency",
        verbose_name="nơi tiếp nhận",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    spot = models.CharField(
        "chỗ treo",
        max_length=LONGEST_SPOT,
        blank=True,
        help_text="Ví dụ: bảng tin bên trái cửa vào, nhà văn hóa thôn 3.",
    )
    selection = models.JSONField("cách chọn thủ tục", default=dict, editable=False)
    head = models.JSONField("đầu tờ", default=dict, editable=False)
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người in",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    printed_at = models.DateTimeField("in lúc", db_index=True)
    file_digest = models.CharField("dấu vết tệp", max_length=64, blank=True, editable=False)
    hung_on = models.DateField("treo từ ngày", null=True, blank=True)
    ended_on = models.DateField("gỡ ngày", null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người gỡ",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    replaced_by = models.ForeignKey(
        "self", verbose_name="tờ thay thế", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )

    class Meta:
        verbose_name = "tờ niêm yết"
        verbose_name_plural = "sổ niêm yết"
        ordering = ["-printed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(hung_on__isnull=True) | Q(ended_on__gte=models.F("hung_on")),
                name="paper_ends_after_it_hangs",
                violation_error_message="Ngày gỡ không thể trước ngày treo.",
            )
        ]
        indexes = [models.Index(fields=["unit", "hung_on"], condition=Q(ended_on__isnull=True), name="hanging_papers")]

    def __str__(self) -> str:
        return f"{self.title} ({self.tag})"


class PaperItem(models.Model):
    """One procedure on a paper, and the version of it that was printed."""

    paper = models.ForeignKey(PostedPaper, verbose_name="tờ", on_delete=models.PROTECT, related_name="items")
    identity = models.ForeignKey(
        "procedures_catalog.ProcedureIdentity", verbose_name="thủ tục", on_delete=models.PROTECT, related_name="+"
    )
    version = models.ForeignKey(
        "procedures_catalog.PublishedVersion", verbose_name="bản đã in", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "thủ tục trên tờ niêm yết"
        verbose_name_plural = "thủ tục trên tờ niêm yết"
        constraints = [models.UniqueConstraint(fields=["paper", "identity"], name="procedure_once_on_a_paper")]

    def __str__(self) -> str:
        return f"{self.version} – {self.paper.tag}"
