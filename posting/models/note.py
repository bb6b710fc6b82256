"""CommuneNote: what a commune itself tells its people of a procedure, beside the official text and the province's."""

from django.db import models
from wagtail.models import DraftStateMixin, RevisionMixin

from pages.four_eyes.kept import PublishedStays

#: Characters; a note is a line on a sheet, not a second text of the procedure.
LONGEST_NOTE = 300


class CommuneNote(PublishedStays, DraftStateMixin, RevisionMixin, models.Model):
    """One commune's note on one procedure. The columns hold what was published last, or what never was; a draft waits
    in a revision. `returned` is the reason for which a publisher sent the draft back, until it is written anew."""

    unit = models.ForeignKey(
        "agencies.AdministrativeUnit", verbose_name="xã, phường", on_delete=models.PROTECT, related_name="+"
    )
    identity = models.ForeignKey(
        "procedures_catalog.ProcedureIdentity", verbose_name="thủ tục", on_delete=models.PROTECT, related_name="+"
    )
    text = models.CharField("ghi chú của xã", max_length=LONGEST_NOTE)
    returned = models.CharField("lý do trả lại", max_length=LONGEST_NOTE, blank=True)

    class Meta:
        verbose_name = "ghi chú của xã"
        verbose_name_plural = "ghi chú của xã"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["unit", "identity"], name="one_note_a_commune_and_procedure")]

    def __str__(self) -> str:
        return f"{self.unit.name}: {self.identity.short_code}"
