"""The stamp of what processes remember about words: one row that tells each of them whether it is still so."""

import uuid

from django.db import models


class WordsStamp(models.Model):
    """At most one row. `version` changes, in the same transaction, with every change of a rule, promotion, hidden
    suggestion, answer or office; `names` when the words of names were counted again."""

    version = models.UUIDField("lần thay đổi", default=uuid.uuid4)
    names = models.UUIDField("lần đếm từ trong tên", null=True)

    def __str__(self) -> str:
        return str(self.version)

    @classmethod
    def renew(cls) -> None:
        """Makes every process read the editors' words again at its next search."""
        cls.objects.update_or_create(pk=1, defaults={"version": uuid.uuid4()})

    @classmethod
    def renew_names(cls) -> None:
        """Makes every process read the words of names again when it next needs them."""
        cls.objects.update_or_create(pk=1, defaults={"names": uuid.uuid4()})


class KnownNames(models.Model):
    """At most one row: how often words stand in the names of things, as JSON of `NamesVocabulary`."""

    counts = models.TextField("số đếm")

    def __str__(self) -> str:
        return "Từ trong tên gọi"
