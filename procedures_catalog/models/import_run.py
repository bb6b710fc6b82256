"""ImportRun: one import of files, kept so that one that was cut short is finished, and to be looked up later."""

from django.db import models


class ImportRun(models.Model):
    """An import that began to write. `files` lists name, digest (SHA-256) and number of rows of each file; `folder`
    holds copies of them (below IMPORTS_ROOT) for as long as the run is not finished. `report` is the report without the
    remarks on repairs; `missing` maps each layer whose whole list was imported to the codes that it did not name.
    """

    STATES = {"writing": "Đang ghi", "finished": "Đã xong", "given_up": "Đã bỏ dở"}

    state = models.CharField("trạng thái", max_length=10, choices=list(STATES.items()), default="writing")
    started_at = models.DateTimeField("bắt đầu lúc", auto_now_add=True)
    ended_at = models.DateTimeField("xong lúc", null=True, blank=True)
    publish = models.BooleanField("công bố ngay", default=False)
    accepted = models.JSONField("điều bất thường đã chấp nhận", default=list, blank=True)
    files = models.JSONField("tệp", default=list)
    folder = models.CharField("nơi giữ bản sao", max_length=40, blank=True)
    report = models.JSONField("báo cáo", default=dict, blank=True)
    missing = models.JSONField("mã không còn trong danh sách đầy đủ", default=dict, blank=True)

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
    def known_missing(cls, layer: str) -> set[str]:
        """The codes that the latest whole list of a layer did not name, which somebody accepted then."""
        told = cls.objects.filter(missing__has_key=layer).values_list("missing", flat=True).first()
        return set(told[layer]) if told else set()
