"""NationalRecord: what the national list said of a code when an import last took it."""

from django.db import models

from procedures_catalog.comparing.packing import unpack
from procedures_catalog.facts.parts.record_json import record_from_json
from procedures_catalog.facts.record import ProcedureRecord


class NationalRecord(models.Model):
    """The national record of one code as it was last seen: beside what the list says now and what the province holds,
    the third side of a comparison. Rows are written by imports of national files alone, never deleted, and stay when
    their page goes.

    `kept` is the record as packed JSON (`facts/parts/record_json.py`), `digest` that JSON's; `file` is where it was
    last seen. `vanished_on` is the day of the first whole file that did not name the code any more.
    """

    base = models.CharField("mã gốc", max_length=60, unique=True)
    raw = models.CharField("mã như tệp ghi", max_length=60)
    kept = models.BinaryField("bản ghi", editable=False)
    digest = models.CharField("dấu của bản ghi", max_length=64, editable=False)
    file = models.CharField("tệp thấy sau cùng", max_length=255)
    first_seen_on = models.DateField("thấy lần đầu ngày")
    seen_on = models.DateField("thấy sau cùng ngày")
    vanished_on = models.DateField("vắng mặt từ ngày", null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = "bản ghi quốc gia đã thấy"
        verbose_name_plural = "bản ghi quốc gia đã thấy"

    def __str__(self):
        return self.raw

    def record(self) -> ProcedureRecord:
        """The record that was seen, the same in every fact."""
        return record_from_json(unpack(bytes(self.kept)))
