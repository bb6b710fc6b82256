"""OwnerRule: one row of the table that says which agency owns which procedures."""

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db import models

from procedures_catalog.facts.naming import name_key
from procedures_catalog.models.reference import Sector
from vietnamese.spelling import squeeze

ONE_SUBJECT = "Ghi đúng một trong ba: tên cơ quan thực hiện, cơ quan thực hiện trong danh bạ, hoặc lĩnh vực."
TAKEN_NAME = "Tên cơ quan thực hiện này đã có trong bảng."


class OwnerRule(models.Model):
    """What an agency owns: the procedures that another (or itself) carries out, or those of a sector.

    Which row counts where several fit is said in `shelves/rules/owner_table.py`.
    """

    executing_name = models.CharField(
        "tên cơ quan thực hiện",
        max_length=500,
        blank=True,
        help_text="Đúng như thủ tục ghi, ví dụ: Văn phòng đăng ký đất đai.",
    )
    executing = models.ForeignKey(
        "agencies.Agency",
        verbose_name="cơ quan thực hiện trong danh bạ",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    sector = models.ForeignKey(
        Sector, verbose_name="lĩnh vực", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    owner = models.ForeignKey(
        "agencies.Agency", verbose_name="giao cho cơ quan", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "dòng giao thủ tục"
        verbose_name_plural = "bảng giao thủ tục cho cơ quan"
        ordering = ["executing_name", "executing__name", "sector__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["executing_name"], condition=~models.Q(executing_name=""), name="one_owner_of_a_name",
                violation_error_message=TAKEN_NAME,
            ),
            models.UniqueConstraint(
                fields=["executing"], name="one_owner_of_an_agency",
                violation_error_message="Cơ quan thực hiện này đã có trong bảng.",
            ),
            models.UniqueConstraint(
                fields=["sector"], name="one_owner_of_a_sector",
                violation_error_message="Lĩnh vực này đã có trong bảng.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.subject()} → {self.owner.name}"

    @display(description="thủ tục")
    def subject(self) -> str:
        """What the row is about, in words."""
        if self.sector:
            return f"Lĩnh vực {self.sector.name}"
        return self.executing.name if self.executing else self.executing_name

    def clean(self) -> None:
        """ValidationError unless it is about one thing, which no other row is about in other capitals."""
        super().clean()
        self.executing_name = squeeze(self.executing_name)
        if sum(map(bool, (self.executing_name, self.executing_id, self.sector_id))) != 1:
            raise ValidationError(ONE_SUBJECT)
        others = type(self).objects.exclude(pk=self.pk).exclude(executing_name="")
        names = others.values_list("executing_name", flat=True) if self.executing_name else ()
        if name_key(self.executing_name) in map(name_key, names):
            raise ValidationError({"executing_name": TAKEN_NAME})
