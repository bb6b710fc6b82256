"""How an address of the desk is walled: whether what it names may be opened by somebody who works for single agencies.

Each kind answers one question about one request. What it does not know (a number that nothing has, a word where a
number should be) it leaves to the screen, which finds nothing."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from django.apps import apps
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.urls import ResolverMatch
from wagtail.documents.permissions import permission_policy as of_documents
from wagtail.images.permissions import permission_policy as of_images
from wagtail.models import DraftStateMixin, Page
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import get_snippet_models

from cms.access.accounts import numbers_kept
from cms.access.walls.pages import seen_by
from cms.access.walls.part import Part
from procedures_catalog.models import ProcedurePage

_NUMBER = re.compile(r"[0-9]{1,18}")
#: Whoever may do any of these with a file sees it at the desk.
KEEPING = ("add", "change", "delete", "choose")
_ANY_RIGHT = {"view", "add", "change", "delete", "publish"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for an address of the desk, by somebody for whom there are walls."""

    request: HttpRequest
    match: ResolverMatch
    part: Part

    def named(self, name: str | int) -> list[str]:
        """What the address names: a part of it by name or place, or else by a parameter, also several times."""
        if isinstance(name, int):
            return [self.match.args[name]]
        if name in self.match.kwargs:
            return [str(self.match.kwargs[name])]
        return [*self.request.GET.getlist(name), *self.request.POST.getlist(name)]


Wall: TypeAlias = Callable[[Asked], bool]


def open_to_all(_asked: Asked) -> bool:
    """Names nothing; what it lists is narrowed where it is read."""
    return True


def whole_portal(_asked: Asked) -> bool:
    """Tells of all agencies together: nobody who works for single ones."""
    return False


def own_page(*names: str | int) -> Wall:
    """Screens of a page, which tell of its drafts: one's own pages alone."""
    return lambda asked: all(_all_pages(asked, name, asked.part.pages()) for name in names)


def seen_page(*names: str | int) -> Wall:
    """What names a page: one's own, or what everybody reads."""
    return lambda asked: all(_all_pages(asked, name, seen_by(asked.part)) for name in names)


def explored_page(name: str) -> Wall:
    """The list below a page, whose head tells of the page's drafts: one's own, and what leads to it."""

    def wall(asked: Asked) -> bool:
        return _all_in(
            page_permission_policy.explorable_instances(asked.request.user), set(_numbers(asked.named(name)))
        )

    return wall


def both(*walls: Wall) -> Wall:
    """All of them."""
    return lambda asked: all(wall(asked) for wall in walls)


def image(name: str) -> Wall:
    """Images of the collections in which one works."""
    return lambda asked: _all_files(asked, of_images, name)


def document(name: str) -> Wall:
    """Documents of the collections in which one works."""
    return lambda asked: _all_files(asked, of_documents, name)


def own_procedure(name: str) -> Wall:
    """By the number of a procedure's identity: whose page is one's own."""

    def wall(asked: Asked) -> bool:
        own = Page.objects.filter(asked.part.pages()).order_by()
        return ProcedurePage.objects.filter(identity__in=_numbers(asked.named(name)), pk__in=own.values("pk")).exists()

    return wall


def rows(asked: Asked) -> bool:
    """Rows that are no pages: which of them, their list says (`cms.own_rows`). Where nobody asks for a right, as a
    chooser does not, what has drafts takes one."""
    model = _model_of(asked.match)
    if model is None or not issubclass(model, DraftStateMixin):
        return True
    policy = cast(Any, model).snippet_viewset.permission_policy
    return bool(policy.user_has_any_permission(asked.request.user, _ANY_RIGHT))


def accounts(asked: Asked) -> bool:
    """Accounts: those that one keeps (`cms.access.accounts`)."""
    numbers = set(_numbers([*asked.named("pk"), *asked.named("user_id"), *asked.named("id")]))
    return "all" not in asked.named("id") and numbers <= numbers_kept(asked.request.user)


def several(asked: Asked) -> bool:
    """An action on many at once: on what the kind of thing says."""
    label = (asked.match.kwargs["app_label"], asked.match.kwargs["model_name"])
    return _BULK.get(label, rows)(asked)


def opened_thing(asked: Asked) -> bool:
    """The notice of who else is editing: of a page that is one's own, or of a row."""
    model = _model_named(asked.match)
    return own_page("object_id")(asked) if model and issubclass(model, Page) else rows(asked)


_BULK: dict[tuple[str, str], Wall] = {
    ("wagtailcore", "page"): both(own_page("id"), seen_page("childOf")),
    ("wagtailimages", "image"): image("id"),
    ("wagtaildocs", "document"): document("id"),
    ("cms", "editor"): accounts,
}


def _numbers(written: Iterable[str]) -> list[int]:
    """What is a number; no other word is one to whoever reads it behind this door."""
    return [int(each) for each in written if _is_number(each)]


def _is_number(written: str) -> bool:
    """Http404 for what is not written as a number and yet read as one: "+7", " 7", "７"."""
    if _NUMBER.fullmatch(written):
        return True
    try:
        int(written)
    except ValueError:
        return False
    raise Http404


def _all_pages(asked: Asked, name: str | int, condition: Q) -> bool:
    """Whether all that is named is there and fits: what is not there is answered in the same words."""
    return _all_in(Page.objects.filter(condition), set(_numbers(asked.named(name))))


def _all_in(pages: QuerySet[Page], numbers: set[int]) -> bool:
    return not numbers or pages.filter(pk__in=numbers).count() == len(numbers)


def _all_files(asked: Asked, policy: Any, name: str) -> bool:
    numbers = set(_numbers(asked.named(name)))
    kept = policy.instances_user_has_any_permission_for(asked.request.user, KEEPING)
    return not numbers or kept.filter(pk__in=numbers).count() == len(numbers)


def _model_of(match: ResolverMatch) -> Any:
    """The model whose screens or chooser an address belongs to, or that it names."""
    for model in get_snippet_models():
        viewset = model.snippet_viewset
        if match.namespace in (viewset.get_admin_url_namespace(), viewset.get_chooser_admin_url_namespace()):
            return model
    return _model_named(match)


def _model_named(match: ResolverMatch) -> Any:
    named = match.kwargs.get("app_label", ""), match.kwargs.get("model_name", "")
    try:
        return apps.get_model(*named)
    except (LookupError, ValueError):
        return None
