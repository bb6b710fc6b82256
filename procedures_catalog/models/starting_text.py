"""Rows that a text of the portal fills once, editors own from then on, and whose drafts wait in revisions."""

import hashlib
import json
from dataclasses import astuple
from typing import Any

from django.db import models

from pages.models.reviewed import ReviewedRow


class StartingText(ReviewedRow):
    """`loaded` is the digest of the starting text as it was filled in: what no longer has it an editor has changed, and
    no newer text touches it."""

    loaded = models.CharField("bản nạp sẵn", max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

    def said(self) -> Any:
        """What it says, as a dataclass."""
        raise NotImplementedError

    def take(self, said: Any) -> None:
        """Says this from now on; to be saved by the caller."""
        raise NotImplementedError

    def fill(self, said: Any) -> None:
        """Says what a starting text says; to be saved by the caller."""
        self.take(said)
        self.loaded = digest_of(self.said())

    def is_older_than(self, said: Any) -> bool:
        """Whether an older starting text stands there as it was loaded, and this one may take its place."""
        now = digest_of(self.said())
        return now == self.loaded and now != digest_of(said) and not self.has_unpublished_changes


def digest_of(said: Any) -> str:
    """The same for the same words on the same days."""
    return hashlib.sha256(json.dumps(astuple(said), ensure_ascii=False, default=str).encode()).hexdigest()
