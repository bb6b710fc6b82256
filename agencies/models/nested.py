"""What stands under a superior of its own kind, without circles."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from agencies.reform.hierarchy import goes_round


class Nested(models.Model):
    """A model with a field `parent` that points to itself."""

    parent_id: int | None

    class Meta:
        abstract = True

    def clean(self) -> None:
        """ValidationError when climbing the parents comes back to this row."""
        super().clean()
        if self.pk and self.parent_id and goes_round(self.pk, self._parents()):
            raise ValidationError({"parent": "Cấp trên không thể là chính nó hoặc cấp dưới của nó."})

    def _parents(self) -> dict[int, int | None]:
        rows: models.Manager[Any] = type(self)._default_manager  # the field stands in each heir
        parents = dict(rows.values_list("pk", "parent_id"))
        return parents | {self.pk: self.parent_id}
