"""What an import that waits at the desk would do, row by row and part by part, and what people chose of it."""

from django.db import models

from procedures_catalog.models.import_run import ImportRun
from procedures_catalog.models.procedure import ProcedurePage


class ImportItem(models.Model):
    """One procedure that an import would add or change, or that somebody has to look at.

    `key` is the base of its code, or the row's place where it has none. `questions` lists reason and text of what
    looks wrong; `said` is why a row cannot be taken. `choice` is for what has no parts: "take" adds a new procedure or
    accepts a question, "keep" leaves it.
    """

    KINDS = {
        "new": "Thủ tục mới",
        "changed": "Thủ tục thay đổi",
        "vanished": "Không còn trong danh sách",
        "refused": "Không nhận được",
        "list": "Về cả danh sách",
    }

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="items", verbose_name="lần nhập")
    key = models.CharField("mã gốc", max_length=255)
    code = models.CharField("mã", max_length=255, blank=True)
    name = models.CharField("tên", max_length=2_000, blank=True)
    kind = models.CharField("loại", max_length=10, choices=list(KINDS.items()))
    page = models.ForeignKey(
        ProcedurePage, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="trang"
    )
    questions = models.JSONField("điều đáng ngờ", default=list, blank=True)
    said = models.CharField("lý do", max_length=1_000, blank=True)
    choice = models.CharField("lựa chọn", max_length=10, blank=True)

    class Meta:
        verbose_name = "mục của lần nhập"
        verbose_name_plural = "mục của lần nhập"
        ordering = ["pk"]
        indexes = [models.Index(fields=["run", "kind"])]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()


class ImportPart(models.Model):
    """One part of a procedure that an import would change.

    `name` is a field of the record, or "listing" (the province's own list), "layer" (the national text comes in the
    place of the province's), "live" (the page becomes public). `rows` lists place, before and after as people read
    them; `ours` is what the province's own text says over it, "" where none stands there. Parts with one `group` change
    by the same words. `choice`: "take", "keep" (what is held), "drop" (the province's own text), "" for none yet.
    """

    CHOICES = {"take": "Lấy nội dung mới", "keep": "Giữ nội dung đang có", "drop": "Bỏ nội dung riêng của tỉnh"}

    item = models.ForeignKey(ImportItem, models.CASCADE, related_name="parts", verbose_name="mục")
    name = models.CharField("phần", max_length=40)
    group = models.CharField("nhóm", max_length=64, db_index=True)
    rows = models.JSONField("so sánh", default=list)
    ours = models.TextField("nội dung riêng của tỉnh", blank=True)
    choice = models.CharField("lựa chọn", max_length=10, blank=True, choices=list(CHOICES.items()))

    class Meta:
        verbose_name = "phần của lần nhập"
        verbose_name_plural = "phần của lần nhập"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class ImportedPage(models.Model):
    """What an import did to one page, kept so that the import can be undone.

    `fields` are the record's fields that it changed; `before` and `after` the packed official record (of a province's
    list: what that says) around it, `before` empty for a page that it made. `dropped` are the blocks of the province's
    own text that it took away; `was_live` whether the page was public. `undone` says how far it was brought back,
    `kept` names what was left since somebody had changed it later.
    """

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="pages", verbose_name="lần nhập")
    page = models.ForeignKey(ProcedurePage, models.CASCADE, related_name="+", verbose_name="trang")
    at = models.DateTimeField("lúc", auto_now_add=True)
    layer = models.CharField("lớp", max_length=10)
    fields = models.JSONField("phần đã đổi", default=list)
    before = models.BinaryField("trước", editable=False, default=bytes)
    after = models.BinaryField("sau", editable=False, default=bytes)
    dropped = models.JSONField("nội dung riêng đã bỏ", default=list)
    was_live = models.BooleanField("đang công bố", default=False)
    undone = models.CharField("hoàn tác", max_length=10, blank=True)
    kept = models.CharField("phần giữ lại", max_length=1_000, blank=True)

    class Meta:
        verbose_name = "trang của lần nhập"
        verbose_name_plural = "trang của lần nhập"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.page}"


class KeptPart(models.Model):
    """A part of which somebody kept what is held although the State says something else: as long as it says just that,
    no import takes it or asks again. `kept` is the packed record that says this part alone."""

    base = models.CharField("mã gốc", max_length=60)
    name = models.CharField("phần", max_length=40)
    kept = models.BinaryField("nội dung trung ương", editable=False)
    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="kept_parts", verbose_name="lần nhập")

    class Meta:
        verbose_name = "phần giữ lại"
        verbose_name_plural = "phần giữ lại"
        constraints = [models.UniqueConstraint(fields=["base", "name"], name="one_kept_part")]

    def __str__(self) -> str:
        return f"{self.base} {self.name}"
