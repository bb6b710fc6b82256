"""Who wrote what would become public with a revision: everybody whose change since the last publication is still in it.

Who saved what was there already wrote nothing, and a way that led back to an earlier text is no change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db.models import F, IntegerField, Min, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from wagtail.log_actions import registry
from wagtail.models import Page, PageLogEntry, Revision

from pages.four_eyes.text import digest

#: What a line of the history names of whom it has brought changes along: the numbers of their accounts.
BROUGHT_ALONG = "authors"
_PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")
_KEPT = "_own_changes"


@dataclass(frozen=True, slots=True)
class _Step:
    """A revision, and who saved it."""

    revision: int
    writers: frozenset[int]


def authors_of(row: Any, revision: int) -> frozenset[int]:
    """The numbers of the accounts whose changes a revision of a page or a row would make public. Three queries at
    most."""
    steps = _with_brought(row, _steps(row, revision))
    return _left(steps) if _writers(steps) else frozenset()


def is_own(row: Any, revision: int | None, account: int) -> bool:
    """Whether somebody would publish a change of his own with this revision. Who brings an earlier text back changes
    what is public now. For who saved nothing since the last publication two queries, and no text is read."""
    if revision is None:
        return False
    steps = _with_brought(row, _steps(row, revision))
    return not steps or (account in _writers(steps) and account in _left(steps))


def has_own_change(row: Any, user: Any) -> bool:
    """The same of what waits on a page or a row, for buttons: asked once a request, and kept with the account."""
    kept = user.__dict__.setdefault(_KEPT, {})
    key = row._meta.label, row.pk, row.latest_revision_id
    if key not in kept:
        kept[key] = is_own(row, row.latest_revision_id, user.pk)
    return bool(kept[key])


def first_of(row: Any, revision: int) -> datetime | None:
    """When the change was begun that a revision would make public; None where there is none."""
    since = [step.revision for step in _steps(row, revision)][1:]
    begun = Revision.objects.filter(pk__in=since).aggregate(begun=Min("created_at"))["begun"]
    return cast(datetime | None, begun)


# --- The way from the public text to a revision ---------------------------------------------------


def _steps(row: Any, revision: int) -> list[_Step]:
    """The public revision (0 where nothing was published yet, or by no revision), and those since, up to this one.
    None at all where this one is older than the public one."""
    found = Revision.objects.for_instance(row).annotate(public=_public(row)).filter(pk__gte=F("public"))
    rows = list(found.filter(pk__lte=revision).order_by("pk").values_list("pk", "user", "public"))
    if not rows:
        return []
    public = rows[0][2]
    since = [_Step(pk, frozenset({user} if user else ())) for pk, user, _ in rows if pk != public]
    return [_Step(public, frozenset()), *since]


def _public(row: Any) -> Coalesce:
    """The number of the public revision; of what was taken down, of the one that was public last."""
    base = Page if isinstance(row, Page) else type(row)
    live = base._base_manager.filter(pk=row.pk).values("live_revision")[:1]
    return Coalesce(Subquery(live), Subquery(_last_published(row)), Value(0), output_field=IntegerField())


def _last_published(row: Any) -> QuerySet[Any]:
    lines = registry.get_logs_for_instance(row).filter(action__in=_PUBLISHED, revision__isnull=False)
    return lines.order_by("-timestamp", "-pk").values("revision_id")[:1]


def _with_brought(row: Any, steps: Sequence[_Step]) -> list[_Step]:
    """With those of whom an import has brought a waiting change along, under the name of the last of them."""
    if not (isinstance(row, Page) and _writers(steps)):
        return list(steps)
    lines = PageLogEntry.objects.filter(page=row.pk, revision__in=[step.revision for step in steps])
    brought = dict(lines.filter(data__has_key=BROUGHT_ALONG).values_list("revision_id", "data"))
    of = {pk: frozenset(data[BROUGHT_ALONG]) for pk, data in brought.items()}
    return [_Step(step.revision, step.writers | of.get(step.revision, frozenset())) for step in steps]


def _writers(steps: Sequence[_Step]) -> frozenset[int]:
    """All who saved something since what is public."""
    return frozenset().union(*(step.writers for step in steps))


def _left(steps: Sequence[_Step]) -> frozenset[int]:
    """Whose changes are left when each way is forgotten that led back to a text."""
    contents = Revision.objects.filter(pk__in=[step.revision for step in steps]).values_list("pk", "content").iterator()
    said = {pk: digest(content) for pk, content in contents}
    kept: list[tuple[bytes | None, frozenset[int]]] = []
    for step in steps:
        text = said.get(step.revision)
        before = next((place for place, (earlier, _) in enumerate(kept) if earlier == text), None)
        kept = [*kept, (text, step.writers)] if before is None else kept[: before + 1]
    return frozenset().union(*(writers for _, writers in kept[1:]))
