"""ProcedureIdentity: what stays when everything else of a procedure changes, and every code it ever had."""

import datetime
import uuid
from typing import Self

from django.db import models

from agencies.models.dated import Dated
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.short_code import new_short_code
from procedures_catalog.facts.temporary_code import temporary_code
from vietnamese.days import Span


class ProcedureIdentity(models.Model):
    """One procedure for good. Rows are never deleted and short codes never issued twice, so printed codes live on."""

    uuid = models.UUIDField("mã định danh", unique=True, default=uuid.uuid4, editable=False)
    short_code = models.CharField("mã ngắn", max_length=7, unique=True, editable=False)
    created_at = models.DateTimeField("lập lúc", auto_now_add=True)

    class Meta:
        verbose_name = "danh tính thủ tục"
        verbose_name_plural = "danh tính thủ tục"

    def __str__(self):
        return self.short_code

    def get_absolute_url(self) -> str:
        """The permanent address that QR codes carry."""
        return f"/q/{self.short_code}"

    @classmethod
    def is_issued(cls, short_code: str) -> bool:
        """Whether a procedure has this short code, public or not. One query."""
        return cls.objects.filter(short_code=short_code).exists()

    def temporary_code(self) -> str:
        """What the portal calls it as long as it has no national code; it must be saved."""
        return temporary_code(self.pk)

    def former_codes(self) -> list[str]:
        """The codes that it had before, as their sources wrote them, the oldest first. One query."""
        return list(self.codes.filter(is_present=False).order_by("pk").values_list("raw", flat=True))

    def remember_code(self, raw: str, on: datetime.date) -> None:
        """Makes a code the present one; the one before it stays as a former code, valid until that day."""
        present = self.codes.filter(is_present=True).first()
        if present is not None and present.raw == raw:
            return
        self.codes.filter(is_present=True).update(is_present=False, valid_to=on)
        defaults = {"is_present": True, "valid_to": None, "base": parse_code(raw).base}
        self.codes.update_or_create(raw=raw, defaults=defaults)

    @classmethod
    def issue(cls, count: int) -> list[Self]:
        """That many new identities, saved, each with a short code that was never issued."""
        codes: set[str] = set()
        while len(codes) < count:
            wanted = {new_short_code() for _ in range(count - len(codes))}
            codes |= wanted - set(_issued(wanted))
        return cls.objects.bulk_create([cls(short_code=code) for code in codes], batch_size=500)


def _issued(codes: set[str]) -> list[str]:
    """Which of the codes are taken; asked in portions that every database accepts."""
    ordered = sorted(codes)
    portions = (ordered[start : start + 500] for start in range(0, len(ordered), 500))
    rows = (ProcedureIdentity.objects.filter(short_code__in=portion) for portion in portions)
    return [code for portion in rows for code in portion.values_list("short_code", flat=True)]


class ProcedureCode(Dated):
    """One code that a procedure has or had, in the spelling of its source; `base` is what it is looked up by."""

    identity = models.ForeignKey(
        ProcedureIdentity, verbose_name="thủ tục", on_delete=models.PROTECT, related_name="codes"
    )
    raw = models.CharField("mã như nguồn ghi", max_length=60)
    base = models.CharField("mã gốc", max_length=60, db_index=True, editable=False)
    is_present = models.BooleanField("đang dùng", default=True)

    class Meta:
        verbose_name = "mã thủ tục"
        verbose_name_plural = "mã thủ tục"
        constraints = [
            models.UniqueConstraint(fields=["identity", "raw"], name="one_row_per_spelling"),
            models.UniqueConstraint(
                fields=["base"],
                condition=models.Q(is_present=True),
                name="one_procedure_per_present_code",
                violation_error_message="Mã này đang thuộc một thủ tục khác.",
            ),
        ]

    def __str__(self):
        return self.raw

    def is_former(self, on: datetime.date) -> bool:
        """Whether another code had followed it on a day, or nobody knows since when."""
        return not self.is_present and not Span(begins=self.valid_to).is_to_come(on)

    def save(self, *args, **kwargs):
        """Keeps the base in step with the spelling."""
        self.base = parse_code(self.raw).base
        super().save(*args, **kwargs)
