"""What was published stays as it was: no form that saves by itself writes over it."""

from typing import Any

from wagtail.models import Revision


class PublishedStays:
    """For pages and rows with drafts, before Wagtail's own classes.

    A form that saves by itself writes over its last revision. Once that was published it would change the text that
    another has seen, in a revision that counts as seen: a new one is written instead.
    """

    def save_revision(self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any) -> Revision:
        """As Wagtail's."""
        if overwrite_revision and self._is_public(overwrite_revision):
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)  # type: ignore[misc]

    def _is_public(self, revision: Revision) -> bool:
        row: Any = self
        return bool(type(row)._base_manager.filter(pk=row.pk, live_revision=revision.pk).exists())
