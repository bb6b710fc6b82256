"""AgencyDesk: what an agency has of its own at the desk."""

from django.db import models
from django.db.models.functions import Coalesce

from agencies.models.agency import Agency


class AgencyDesk(models.Model):
    """Says which collection of images and documents is an agency's, and which workflow its drafts go through; without
    an agency: which collection all agencies share, and which workflow what is nobody's goes through."""

    agency = models.ForeignKey(
        Agency, verbose_name="cơ quan", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    collection = models.ForeignKey(
        "wagtailcore.Collection", verbose_name="kho tệp", on_delete=models.PROTECT, related_name="+"
    )
    workflow = models.ForeignKey(
        "wagtailcore.Workflow",
        verbose_name="quy trình duyệt",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = "bàn của cơ quan"
        verbose_name_plural = "bàn của các cơ quan"
        constraints = [
            models.UniqueConstraint(
                Coalesce("agency", 0),
                name="one_desk_an_agency",
                violation_error_message="Cơ quan này đã có kho tệp và quy trình.",
            )
        ]

    def __str__(self) -> str:
        return self.agency.name if self.agency else "Chung của các cơ quan"
