"""Who takes a change back: whoever may do what was done, of the row as it is or was."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any, cast

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.contrib.settings.registry import registry
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as of_documents
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as of_images
from wagtail.models import PageViewRestriction, Site

from audit.models import LogRow
from audit.reading.kept import WAS, under
from cms.log.at_once import seen_at_once
from cms.models import Editor
from cms.undo.turns import ACTIONS, Turn
from pages.files.uses import refusal

_DOING = ("add", "change", "delete")
#: Told to those alone who administer the portal.
_TECHNICAL = (PageViewRestriction, Site)
_KEEPING = ("change", "delete")


def may_undo(turn: Turn, user: Editor) -> bool:
    """Whether somebody may take one turn back."""
    if turn.under:
        return _may_edit(turn.under, user)
    try:
        return all(may_do(turn.action, row, user) for row in _states(turn))
    except ObjectDoesNotExist:  # the page or collection that gave the right is gone as well
        return False


def _states(turn: Turn) -> list[Model]:
    """The row as it stands, and as it stood at each place where it was since before the change: who may take the step
    back puts there again what was kept at that place."""
    held = turn.model._base_manager.filter(pk=turn.key).first()
    values = {name: getattr(held, name) for name in _columns(turn.model)} if held else {}
    found = {_place(values): held} if held else {}
    for was in _earlier(turn):
        values |= {name: was[name] for name in _columns(turn.model) & was.keys()}
        found.setdefault(_place(values), turn.model(pk=turn.key, **values))
    return list(found.values()) or [turn.model(pk=turn.key, **turn.was)]


def _earlier(turn: Turn) -> Iterator[dict[str, Any]]:
    """What the log kept of the row before each change since this one, the newest first."""
    rows = LogRow.objects.filter(kind=turn.model._meta.label_lower, key=turn.key, number__gte=turn.rows[0].number)
    return (was for row in rows.order_by("-number") if (was := row.said.get(WAS)))


def _columns(model: type[Model]) -> set[str]:
    return {field.attname for field in model._meta.concrete_fields if not field.primary_key}


def _place(values: dict[str, Any]) -> tuple[Any, ...]:
    """What gives the right to a row: its collection, its page."""
    return tuple(values.get(name) for name in ("collection_id", "page_id"))


def may_do(action: str, row: Model, user: Editor) -> bool:
    """Whether somebody may "add", "change" or "delete" a row of what is seen at once."""
    if isinstance(row, PageViewRestriction):
        return bool(row.page.permissions_for_user(user).can_set_view_restrictions())
    policy = _of_files(type(row))
    if policy:
        may = policy.user_has_permission_for_instance(user, "change" if action == "add" else action, row)
        return bool(may) and not refusal(cast(Any, row), user)
    return _may(type(row), action, user)


def _may_edit(parent: str, user: Editor) -> bool:
    """Rows that hang on another are changed with it."""
    label, _, key = parent.partition(":")
    row = apps.get_model(label)._base_manager.filter(pk=key).first()
    return row is not None and may_do("change", row, user)


def _of_files(model: type[Model]) -> Any:
    return {get_image_model(): of_images, get_document_model(): of_documents}.get(model)


def _may(model: type[Model], action: str, user: Editor) -> bool:
    """As the screens of a model ask; how the portal is reached is for those who run it."""
    if model is Site:
        return user.is_superuser
    if model in registry:
        return bool(cast(Any, model).get_permission_policy().user_has_permission(user, "change"))
    viewset = getattr(model, "snippet_viewset", None)
    if viewset is not None:
        return bool(viewset.permission_policy.user_has_permission(user, action))
    return bool(user.has_perm(f"{model._meta.app_label}.{action}_{model._meta.model_name}"))


# --- Many -----------------------------------------------------------------------------------------


def rows_for(user: Editor) -> QuerySet[LogRow]:
    """The changes that somebody sees in the list: of kinds of which he keeps the rows; of files those that he keeps."""
    found = Q(pk__in=())
    for model in seen_at_once():
        found |= _condition(model, user)
    return LogRow.objects.filter(found, action__in=ACTIONS)


def sees_any(user: Editor) -> bool:
    """Whether there is a kind of which somebody keeps all rows: those who keep the catalogue."""
    return any(_keeps(model, user) for model in seen_at_once() if not _of_files(model))


def kinds_of(user: Editor) -> Iterable[type[Model]]:
    """The kinds in somebody's list."""
    return [model for model in seen_at_once() if _of_files(model) or _keeps(model, user)]


def kinds_under(kind: str) -> list[str]:
    """The kinds of rows that hang on rows of a kind and are edited with them."""
    return [model._meta.label_lower for model in seen_at_once() if under(model()).partition(":")[0] == kind]


def _condition(model: type[Model], user: Editor) -> Q:
    policy = _of_files(model)
    if policy and not user.is_superuser:
        kept = policy.instances_user_has_any_permission_for(user, _KEEPING)
        keys = kept.annotate(text=Cast("pk", CharField())).values("text")
        return Q(kind=model._meta.label_lower, key__in=keys) & ~_elsewhere(model, policy, user)
    return Q(kind=model._meta.label_lower) if policy or _keeps(model, user) else Q(pk__in=())


def _elsewhere(model: type[Model], policy: Any, user: Editor) -> Q:
    """Rows of the time when a file lay where somebody keeps nothing, with the one that tells of its coming from there:
    they tell what others kept for themselves."""
    kind = model._meta.label_lower
    own = set(policy.collections_user_has_any_permission_for(user, _KEEPING).values_list("pk", flat=True))
    moves = LogRow.objects.filter(kind=kind, action__in=ACTIONS, changes__contains='"collection"').order_by("number")
    left = ((row, (row.said.get(WAS) or {}).get("collection_id")) for row in moves)
    last = {row.key: row.number for row, place in left if place and place not in own}
    return reduce(or_, (Q(kind=kind, key=key, number__lte=number) for key, number in last.items()), Q(pk__in=()))


def _keeps(model: type[Model], user: Editor) -> bool:
    parent = _parent(model)
    if parent:
        return _keeps(parent, user)
    if model in _TECHNICAL:
        return user.is_superuser
    return any(_may(model, action, user) for action in _DOING)


def _parent(model: type[Model]) -> type[Model] | None:
    label = under(model()).partition(":")[0]
    return apps.get_model(label) if label else None
