"""LegacyAddress: an address that another system printed and that this portal answers for."""

from django.db import models

from procedures_catalog.models.identity import ProcedureIdentity


class LegacyAddress(models.Model):
    """One printed address, kept as `legacy_addresses.normal` writes it; without a procedure while none is known."""

    host = models.CharField("máy chủ", max_length=255)
    path = models.CharField("đường dẫn", max_length=500)
    identity = models.ForeignKey(
        ProcedureIdentity,
        verbose_name="thủ tục",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="legacy_addresses",
    )
    code = models.CharField("mã mà nguồn ghi", max_length=60, blank=True)
    name = models.TextField("tên mà nguồn ghi", blank=True)

    class Meta:
        verbose_name = "địa chỉ in cũ"
        verbose_name_plural = "địa chỉ in cũ"
        constraints = [models.UniqueConstraint(fields=["host", "path"], name="one_row_per_printed_address")]
        indexes = [models.Index(fields=["path"], name="printed_path")]

    def __str__(self):
        return f"{self.host}{self.path}"
