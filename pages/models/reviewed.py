"""Rows that are no pages, are nobody's alone and are read by everybody: drafted, reviewed and published like a page."""

from typing import ClassVar, Self

from django.apps import apps
from django.db import models
from wagtail.models import DraftStateMixin, RevisionMixin

from pages.four_eyes.kept import PublishedStays


class ReviewedQuerySet(models.QuerySet):
    """Adds which rows the public may read."""

    def published(self) -> Self:
        """Those that were published and not taken off since. Whoever finds, names or shows by them asks here."""
        return self.filter(live=True)


class ReviewedRow(PublishedStays, DraftStateMixin, RevisionMixin, models.Model):
    """Something that editors write and reviewers publish. The columns hold what was published last, also when it was
    taken off since, or what was never published at all (`published` tells); a draft waits in a revision."""

    #: Whether what people read of it is missed as a page is, so that one person takes it off only for a reason.
    is_taken_off_with_reason: ClassVar[bool] = False

    objects = ReviewedQuerySet.as_manager()

    class Meta:
        abstract = True

    def keep_written(self) -> None:
        """After a write that went by no form: what the columns say now is the newest version, too, and the public one,
        or the next form would open with an older text. Rows without versions stay so."""
        if self.latest_revision_id:
            self.live_revision = self.save_revision(changed=False, clean=False)
            self.save(update_fields=["live_revision"])


def reviewed_models() -> list[type[ReviewedRow]]:
    """Every model of such rows."""
    return [model for model in apps.get_models() if issubclass(model, ReviewedRow)]
