"""What a form brings into a page from elsewhere: pages, images and documents, by whatever field, row, block or link. A
floor above says what of it is closed to whoever fills the form in."""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from django.db.models import Model
from wagtail.models import Page, ReferenceIndex

#: The number of a content type and of a row of it, as Wagtail's index of references names them.
Named: TypeAlias = tuple[int, str]
Closed: TypeAlias = Callable[[Any, set[Named]], set[Named]]

REFUSED = (
    "Trang này dẫn tới tệp hoặc trang chưa công bố của cơ quan khác, hoặc không có. Hãy chọn lại trong những gì màn "
    "hình chọn đưa ra."
)
_rules: list[Closed] = []


def closed_by(rule: Closed) -> None:
    """A floor above says which of these are closed to somebody; said twice it counts once."""
    if rule not in _rules:
        _rules.append(rule)


def named_in(things: Iterable[Model]) -> set[Named]:
    """All that is referred to in the fields of these rows; rows below a page are given beside it."""
    return {
        (kind, number) for thing in things for kind, number, *_ in ReferenceIndex._extract_references_from_object(thing)
    }


def is_brought_in(person: Any, page: Page, rows: Iterable[Model]) -> bool:
    """Whether a form with these rows brings something in that is closed to the person. What stood there before may
    stay: who wrote it could see it."""
    named = named_in([page, *rows])
    closed = {each for rule in _rules for each in rule(person, named)} if named else set()
    return bool(closed) and not closed <= _stood_in(page)


def _stood_in(page: Page) -> set[Named]:
    if page.pk is None:
        return set()
    return named_in([type(page)._default_manager.get(pk=page.pk).get_latest_revision_as_object()])
