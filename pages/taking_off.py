"""What the public reads is taken away from it by one person only with a reason, which everybody at the desk is told: a
page, and a row that shows in many places at once.

Taking off is urgent and shows nobody a new text, so it waits for no second person; but what is gone is missed by
people at a counter, and one person's reason is not enough for it to stay gone. The gate stands beneath every way, as
that of publishing does: Wagtail's `UnpublishPageAction`, a view restriction that is put on a page, `DeletePageAction`.
Nobody deletes what is public: it is taken off first. Commands, and an hour that another approved, act for the portal.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, PageViewRestriction

from pages.afterwards import tell_of_change
from pages.four_eyes.gate import RefusedError, who_acts
from pages.models.emergency import Kind
from pages.models.reviewed import ReviewedRow
from pages.models.shelf import shelf_kinds
from pages.published import published

WITHOUT_REASON = "Gỡ hoặc hạn chế người xem một trang đang công bố thì phải ghi lý do."
ROW_WITHOUT_REASON = "Gỡ nội dung hiện ở nhiều nơi thì phải ghi lý do."
STILL_PUBLIC = "Trang này hoặc trang bên dưới đang công bố. Hãy gỡ trước, ghi rõ lý do, rồi xóa."
#: What the log calls them.
ACTIONS = {Kind.TAKEN_OFF: "portal.take_off", Kind.CLOSED: "portal.close"}


class PublicPageError(RefusedError):
    """Somebody would take away what the public reads, and has not said why."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A reason, when it was given, and the paths of the pages for which it has been told. Without a moment it is told
    elsewhere."""

    reason: str
    moment: datetime | None
    told: list[str] = field(default_factory=list)


_said: ContextVar[_Said | None] = ContextVar("pages.taking_off", default=None)


@contextmanager
def because(reason: str, moment: datetime) -> Iterator[None]:
    """Inside, pages may be taken off for this reason; an empty one is none."""
    token = _said.set(_Said(reason, moment) if reason else None)
    try:
        yield
    finally:
        _said.reset(token)


@contextmanager
def told_as_a_whole() -> Iterator[None]:
    """Inside, pages go with what brought them (an import, a decision that is undone), which the log tells as one thing:
    a thousand of them would bury the front page. Whoever enters has asked for the right and records it."""
    token = _said.set(_Said("", None))
    try:
        yield
    finally:
        _said.reset(token)


def is_public(page: Page) -> bool:
    """Whether anybody may read the page or one below it. A shelf is no page that anybody reads."""
    found = published(Page.objects.descendant_of(page, inclusive=True))
    return bool(found.not_exact_type(*shelf_kinds()).exists())


def _is_read(page: Page) -> bool:
    """The same of the page alone."""
    return bool(published(Page.objects.filter(pk=page.pk)).not_exact_type(*shelf_kinds()).exists())


def _asked_for(user: Any, sentence: str) -> tuple[_Said | None, int | None]:
    """The reason, and whose it is; nobody's where the portal acts for itself. PublicPageError without a reason."""
    acting = who_acts(user)
    said = _said.get()
    if acting and said is None:
        raise PublicPageError(sentence)
    return said, min(acting, default=None)


def _tell(page: Page, kind: Kind, said: _Said | None, by: int | None, title: str) -> None:
    """Writes it down for everybody, once for a page and what lies below it."""
    if said is None or said.moment is None or by is None or any(page.path.startswith(path) for path in said.told):
        return
    said.told.append(page.path)
    log(instance=page, action=ACTIONS[kind], data={"reason": said.reason})
    tell_of_change(page.specific_deferred, title, said.reason, by, said.moment, kind)


# --- In Wagtail -----------------------------------------------------------------------------------

Method = Callable[..., Any]


def _guarded_unpublish(own: Method) -> Method:
    def execute(action: UnpublishPageAction, skip_permission_checks: bool = False) -> None:
        """Takes off, and tells of it."""
        page = action.object
        if not _is_read(page):
            return own(action, skip_permission_checks)
        said, by = _asked_for(action.user, WITHOUT_REASON)
        title = _with_those_below(page) if action.include_descendants else str(page)
        _tell(page, Kind.TAKEN_OFF, said, by, title)
        return own(action, skip_permission_checks)

    return execute


def _guarded_row(own: Method) -> Method:
    def execute(action: UnpublishAction, skip_permission_checks: bool = False) -> None:
        """Takes off, and tells of it where it asks for a reason."""
        row = action.object
        if not (isinstance(row, ReviewedRow) and row.is_taken_off_with_reason and row.live):
            return own(action, skip_permission_checks)
        said, by = _asked_for(action.user, ROW_WITHOUT_REASON)
        if said and said.moment and by:
            log(instance=row, action=ACTIONS[Kind.TAKEN_OFF], data={"reason": said.reason})
            tell_of_change(row, str(row), said.reason, by, said.moment, Kind.TAKEN_OFF)
        return own(action, skip_permission_checks)

    return execute


def _with_those_below(page: Page) -> str:
    below = published(page.get_descendants()).not_exact_type(*shelf_kinds()).count()
    return f"{str(page)[:200]} và {below} trang bên dưới" if below else str(page)


def _guarded_restriction(own: Method) -> Method:
    def save(restriction: PageViewRestriction, user: Any = None, **kwargs: Any) -> None:
        """Closes, and tells of it where it was open."""
        page = restriction.page
        if is_public(page):
            said, by = _asked_for(user, WITHOUT_REASON)
            _tell(page, Kind.CLOSED, said, by, _with_those_below(page))
        own(restriction, user=user, **kwargs)

    return save


def _guarded_delete(own: Method) -> Method:
    def execute(action: DeletePageAction, *args: Any, **kwargs: Any) -> Any:
        """Deletes what nobody reads."""
        if who_acts(action.user) and is_public(action.page):
            raise PublicPageError(STILL_PUBLIC)
        return own(action, *args, **kwargs)

    return execute


_GUARDS: tuple[tuple[type, str, Callable[[Method], Method]], ...] = (
    (UnpublishAction, "execute", _guarded_row),
    (UnpublishPageAction, "execute", _guarded_unpublish),
    (PageViewRestriction, "save", _guarded_restriction),
    (DeletePageAction, "execute", _guarded_delete),
)


def connect() -> None:
    """Puts up the gate; twice changes nothing."""
    for kind, name, guard in _GUARDS:
        if getattr(kind, name).__module__ != __name__:
            setattr(kind, name, guard(getattr(kind, name)))
