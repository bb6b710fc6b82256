"""ImportRun: one import of files, kept so that one that was cut short is finished, and to be looked up later."""

from django.conf import settings
from django.db import models


class ImportRun(models.Model):
    """An import. `files` lists name, digest (SHA-256) and number of rows of each file; `folder` holds copies of them
    (below IMPORTS_ROOT) until nothing is left to do with them. `whole` is what somebody said of the lists, None where
    nobody did. `report` is the report without the remarks on repairs; `missing` maps each layer whose whole list was
    compared or imported to the codes that it did not name.

    One that waits at the desk has `items`; `author` handed its files in, None where a command did; `deciders` are the
    accounts that chose what of it is taken, `approver` let it be written, `refuser` said that nothing of it is taken,
    `undoer` let what it wrote be taken back. What it wrote stands in `pages`. `ended_at` is when it was written or went
    no further, whatever became of it later; `message` says why it went no further.
    """

    STATES = {
        "comparing": "Đang so sánh",
        "waiting": "Chờ xem và duyệt",
        "writing": "Đang ghi",
        "finished": "Đã xong",
        "given_up": "Đã bỏ dở",
        "unreadable": "Không đọc được",
        "rejected": "Không nhập",
        "undoing": "Đang hoàn tác",
        "undone": "Đã hoàn tác",
    }
    #: What a worker has to do something about.
    DUE = ("comparing", "writing", "undoing")

    state = models.CharField("trạng thái", max_length=10, choices=list(STATES.items()), default="writing")
    started_at = models.DateTimeField("bắt đầu lúc", auto_now_add=True)
    ended_at = models.DateTimeField("xong lúc", null=True, blank=True)
    publish = models.BooleanField("công bố ngay", default=False)
    accepted = models.JSONField("điều bất thường đã chấp nhận", default=list, blank=True)
    files = models.JSONField("tệp", default=list)
    folder = models.CharField("nơi giữ bản sao", max_length=40, blank=True)
    report = models.JSONField("báo cáo", default=dict, blank=True)
    missing = models.JSONField("mã không còn trong danh sách đầy đủ", default=dict, blank=True)
    whole = models.BooleanField("danh sách đầy đủ", null=True, blank=True)
    message = models.CharField("lời nhắn", max_length=500, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="người nộp"
    )
    deciders = models.JSONField("những người đã chọn", default=list, blank=True)
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="người duyệt"
    )
    approved_at = models.DateTimeField("duyệt lúc", null=True, blank=True)
    refuser = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="người từ chối"
    )
    undoer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người hoàn tác",
    )
    undo_began_at = models.DateTimeField("bắt đầu hoàn tác lúc", null=True, blank=True)
    undone_at = models.DateTimeField("hoàn tác xong lúc", null=True, blank=True)

    class Meta:
        verbose_name = "lần nhập"
        verbose_name_plural = "lần nhập"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.names()} ({self.started_at:%d/%m/%Y %H:%M})"

    def names(self) -> str:
        """The names of its files."""
        return ", ".join(file["name"] for file in self.files)

    @classmethod
    def unfinished(cls) -> models.QuerySet["ImportRun"]:
        """The runs that are writing or were cut short, oldest first."""
        return cls.objects.filter(state="writing").order_by("pk")

    @classmethod
    def due(cls) -> models.QuerySet["ImportRun"]:
        """The runs that are to be compared, written or undone, oldest first."""
        return cls.objects.filter(state__in=cls.DUE).order_by("pk")

    def is_chosen(self) -> bool:
        """Whether people chose at the desk what of it is taken."""
        return self.approved_at is not None

    def authors(self) -> frozenset[int]:
        """The accounts whose import it is: nobody of them approves it."""
        return frozenset(key for key in (self.author_id, *self.deciders) if key)

    @classmethod
    def known_missing(cls, layer: str) -> set[str]:
        """The codes that the latest whole list of a layer did not name, which somebody accepted then."""
        written = cls.objects.filter(state__in=["writing", "finished", "given_up", "undoing", "undone"])
        told = written.filter(missing__has_key=layer).values_list("missing", flat=True).first()
        return set(told[layer]) if told else set()
