"""Steps of lineage in the database: who followed whom, when, by which decision."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from agencies.reform.lineage import Edge, onward, successors, what_happened


class SuccessionQuerySet(models.QuerySet):
    """Steps from `predecessor` to `successor`, both of one model."""

    def edges(self) -> list[Edge]:
        """All the steps as the pure rules want them; one query."""
        return [Edge(*row) for row in self.values_list("predecessor_id", "successor_id", "kind", "date")]

    def standing_in(self, starts: list[int], on: date) -> dict[int, tuple[int, ...]]:
        """For each id, the ids that stand in its place on that day. Two queries."""
        steps = onward(self.edges(), on)
        members = self.model._meta.get_field("successor").remote_field.model._default_manager
        in_force = set(members.in_force(on).values_list("pk", flat=True))
        return {start: successors(start, steps, in_force) for start in starts}


class Succession(models.Model):
    """One step. Its heirs add `predecessor`, `successor` (empty when abolished) and `kind`."""

    predecessor_id: int
    successor: "models.ForeignKey[Any, Any]"
    successor_id: int | None
    kind: "models.CharField[Any, str]"

    date = models.DateField("từ ngày")
    decision = models.CharField("theo văn bản", max_length=255, blank=True)

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self) -> None:
        """ValidationError when nobody follows though it was not abolished, or when it follows itself."""
        super().clean()
        if self.successor_id is None and self.kind != "abolished":
            raise ValidationError({"successor": "Chọn nơi tiếp nhận, hoặc chọn hình thức “Chấm dứt”."})
        if self.successor_id is not None and self.successor_id == self.predecessor_id:
            raise ValidationError({"successor": "Không thể kế thừa chính nó."})

    def sentence(self) -> str:
        """ "Sáp nhập vào Xã X từ 01/07/2025"."""
        return what_happened(self.kind, self.successor.name if self.successor else "", self.date)
