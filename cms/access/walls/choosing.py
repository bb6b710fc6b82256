"""What may be chosen: a number that was guessed brings nothing of another agency's into a page, and tells no name."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from wagtail.documents.permissions import permission_policy as of_documents
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.permissions import permission_policy as of_images
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Page

from cms.access.walls.kinds import KEEPING
from cms.access.walls.pages import looking_person, seen_by
from cms.access.walls.part import part_of
from cms.access.walls.wrapping import wrap
from pages.desk.brought_in import Named, closed_by
from pages.published import published
from pages.referring import pages_with_any

NAMELESS_FILE = "(tệp của cơ quan khác)"


def connect() -> None:
    """Lets forms ask, and what choosers show of a file that stands in one."""
    closed_by(closed_among)
    wrap(AdminImageChooser, "get_value_data_from_instance", _nameless(of_images))
    wrap(AdminDocumentChooser, "get_value_data_from_instance", _nameless(of_documents))


def closed_among(person: Any, named: set[Named]) -> set[Named]:
    """Those that are neither somebody's own nor public. A query or two for each kind that is named."""
    if person is None or part_of(person).is_whole:
        return set()
    return {each for model, seen in _kinds(person) for each in _closed_of(model, seen, named)}


def _kinds(person: Any) -> Iterator[tuple[type[Model], QuerySet[Any]]]:
    """The kinds of things that are walled, each with what of it somebody may name."""
    yield Page, Page.objects.filter(seen_by(part_of(person)))
    for policy in (of_images, of_documents):
        yield policy.model, policy.instances_user_has_any_permission_for(person, KEEPING)


def _closed_of(model: type[Model], seen: QuerySet[Any], named: set[Named]) -> Iterator[Named]:
    kind = ContentType.objects.get_for_model(model).pk
    numbers = {number for each, number in named if each == kind}
    open_ones = {str(number) for number in seen.order_by().filter(pk__in=numbers).values_list("pk", flat=True)}
    return ((kind, number) for number in numbers - open_ones if not _is_shown(model, number))


def _is_shown(model: type[Model], number: str) -> bool:
    """Whether it is a file that a published page shows."""
    return model is not Page and published(pages_with_any(model, [int(number)])).exists()


def _nameless(policy: Any) -> Callable[[Any], Any]:
    def around(asked: Any) -> Any:
        def answered(chooser: Any, file: Any) -> dict[str, Any]:
            person = looking_person()
            if person is None or part_of(person).is_whole or _may_name(policy, person, file):
                return asked(chooser, file)
            return {"id": file.pk, "edit_url": None, chooser.display_title_key: NAMELESS_FILE}

        return answered

    return around


def _may_name(policy: Any, person: Any, file: Any) -> bool:
    return policy.user_has_any_permission_for_instance(person, KEEPING, file) or _is_shown(type(file), file.pk)
