"""PublishedVersion: what a procedure said to the public, from one change to the next; ChangeNote: what changed."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from agencies.models.dated import Dated, DatedQuerySet
from procedures_catalog.comparing.shown_json import unpack_shown
from procedures_catalog.models.identity import ProcedureIdentity
from procedures_catalog.presenting.shown import Shown

#: Why a version was noted; "" where nobody knows any more.
BASES = {
    "edit": "Biên tập",
    "import": "Nhập dữ liệu",
    "day": "Đến ngày",
    "law": "Văn bản căn cứ thay đổi",
    "decision": "Quyết định công bố",
    "undone": "Hoàn tác gói thay đổi",
    "shared": "Mức thu dùng chung thay đổi",
}


class VersionQuerySet(DatedQuerySet):
    """Versions, with the days on which they held."""

    def without_text(self) -> Self:
        """For who needs digests and short answers alone."""
        return self.defer("kept", "texts")


class PublishedVersion(Dated, models.Model):
    """One version of what citizens are shown (the official text with the province's layer over it). Rows are never
    deleted, for papers that were printed from them name them; nor changed, but for `is_current` and `valid_to`, and for
    the columns that follow from `kept` where an update of the software takes them otherwise.

    `kept` is all that was shown, as packed JSON (b"" in what older software noted); `basis` why it was noted. It held
    from `valid_from` up to the next one's first day: of two of one day the first holds on none.

    The rest follows from `kept` (`versions.derived`), so that the database can be asked for it: `parts` maps each
    part's name to a digest of what it said; the three faces are digests of what a paper shows that prints only the
    name, the short sheet or everything, so that two versions with the same face print the same; `answers` has the
    short answers. `texts` are the rows of every part (`comparing.kept`) in versions of the time before `kept`.
    """

    identity = models.ForeignKey(
        ProcedureIdentity, verbose_name="thủ tục", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField("bản số")
    noted_at = models.DateTimeField("công bố lúc", db_index=True)
    is_current = models.BooleanField("đang dùng", default=True)
    basis = models.CharField("căn cứ", max_length=10, choices=list(BASES.items()), blank=True, default="")
    kept = models.BinaryField("nội dung", default=b"", editable=False)
    title = models.TextField("tên")
    name_face = models.CharField(max_length=16, editable=False)
    short_face = models.CharField(max_length=16, editable=False)
    full_face = models.CharField(max_length=16, editable=False)
    parts = models.JSONField(default=dict, editable=False)
    answers = models.JSONField(default=dict, editable=False)
    texts = models.BinaryField(default=b"", editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "bản đã công bố"
        verbose_name_plural = "bản đã công bố"
        constraints = [
            models.UniqueConstraint(fields=["identity", "number"], name="one_version_per_number"),
            models.UniqueConstraint(fields=["identity"], condition=Q(is_current=True), name="one_current_version"),
        ]
        # What held on a day is asked of all versions, of years. Both indexes answer without the rows, of which each has
        # kilobytes: which were in force then, and whether a later one of the same procedure was, too.
        indexes = [
            models.Index(fields=["valid_from", "valid_to", "identity", "number"], name="versions_by_day"),
            models.Index(fields=["identity", "number", "valid_from", "valid_to"], name="versions_after_another"),
        ]

    def __str__(self):
        return f"{self.title} (bản {self.number})"

    def shown(self) -> Shown | None:
        """All that citizens were shown; None where that was not kept."""
        return unpack_shown(self.kept)


class ChangeNote(models.Model):
    """What changed with a version, as citizens read it: a sentence a line.

    `proposed` is what follows from the difference, `parts` the part of each of its lines (`comparing.in_a_note`), and
    `text` what is shown, the same unless a person wrote it. What `is_minor` stands in the procedure's history alone and
    is announced to nobody. What `is_taken_back` on its day stands nowhere: the note of the version behind it tells of
    both.
    """

    version = models.OneToOneField(
        PublishedVersion, verbose_name="bản", on_delete=models.CASCADE, primary_key=True, related_name="note"
    )
    text = models.TextField("thay đổi gì")
    is_minor = models.BooleanField("sửa nhỏ, không báo", default=False)
    is_taken_back = models.BooleanField("đã hoàn tác trong ngày", default=False, editable=False)
    proposed = models.TextField("cổng đề xuất", editable=False)
    parts = models.TextField("phần của từng dòng", blank=True, default="", editable=False)
    corrected_at = models.DateTimeField("sửa lần cuối lúc", null=True, editable=False)

    class Meta:
        verbose_name = "ghi chú thay đổi"
        verbose_name_plural = "ghi chú thay đổi"

    def __str__(self):
        return f"Thay đổi gì: {self.version}"


class ChangeNoteCorrection(models.Model):
    """What a person changed in a note that was public: both texts stay."""

    note = models.ForeignKey(
        ChangeNote, verbose_name="ghi chú thay đổi", on_delete=models.CASCADE, related_name="corrections"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người sửa",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField("lúc")
    before = models.TextField("trước đó")
    after = models.TextField("sửa thành")
    was_minor = models.BooleanField("trước đó là sửa nhỏ")
    is_minor = models.BooleanField("nay là sửa nhỏ")

    class Meta:
        verbose_name = "lần sửa ghi chú thay đổi"
        verbose_name_plural = "lần sửa ghi chú thay đổi"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.note} ({self.at:%d/%m/%Y})"
