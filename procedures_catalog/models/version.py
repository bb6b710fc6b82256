"""PublishedVersion: what a procedure said to the public, from one change of it to the next."""

from django.db import models
from django.db.models import Q

from procedures_catalog.models.identity import ProcedureIdentity


class PublishedVersion(models.Model):
    """One version of what citizens are shown (the official text with the province's layer over it). Rows are never
    changed but for `is_current` and, when the definition of digests changed, their digests; never deleted: papers that
    were printed from them name them.

    `parts` maps each part's name to a digest of what it said; the three faces are digests of what a paper shows that
    prints only the name, the short sheet or everything, so that two versions with the same face print the same.
    `definition` says after which definition of digests they were taken (`faces.DEFINITION`).
    `answers` keeps the short answers (key → text) and `texts` the rows of every part (`comparing.kept`; b"" where they
    were not kept), for saying what changed; only what needs them should read them.
    """

    identity = models.ForeignKey(
        ProcedureIdentity, verbose_name="thủ tục", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField("bản số")
    noted_at = models.DateTimeField("công bố lúc", db_index=True)
    is_current = models.BooleanField("đang dùng", default=True)
    title = models.TextField("tên")
    name_face = models.CharField(max_length=16, editable=False)
    short_face = models.CharField(max_length=16, editable=False)
    full_face = models.CharField(max_length=16, editable=False)
    definition = models.PositiveSmallIntegerField(default=1, editable=False)
    parts = models.JSONField(default=dict, editable=False)
    answers = models.JSONField(default=dict, editable=False)
    texts = models.BinaryField(default=b"", editable=False)

    class Meta:
        verbose_name = "bản đã công bố"
        verbose_name_plural = "bản đã công bố"
        constraints = [
            models.UniqueConstraint(fields=["identity", "number"], name="one_version_per_number"),
            models.UniqueConstraint(fields=["identity"], condition=Q(is_current=True), name="one_current_version"),
        ]

    def __str__(self):
        return f"{self.title} (bản {self.number})"
