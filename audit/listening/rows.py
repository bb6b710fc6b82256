"""Rows of models that are no pages: each that is made, changed or deleted, with what its fields said before and after;
and what was put together or apart (the roles of an account, the rights of a group). Of what may be taken back the
values themselves are kept beside the words (`audit.reading.kept`)."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

from django.db.models import Field, ForeignKey, ManyToManyField, Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from treebeard.mp_tree import MP_Node

from audit.acting import somebody
from audit.reading.kept import joined, values_kept
from audit.reading.values import HIDDEN, said
from audit.recording import Changes, record
from audit.things import thing
from audit.words.pairs import pair

CREATED, CHANGED, DELETED = "row.create", "row.change", "row.delete"
#: Columns that tell nothing: the last sign-in (which is told by itself), and what saving a draft or a version notes
#: with its row (Wagtail's log tells of these).
_BY_ITSELF = frozenset(
    {
        *("last_login", "last_used_at"),
        *("latest_revision", "live_revision", "has_unpublished_changes"),
        *("first_published_at", "last_published_at"),
    }
)
#: What is worked out of a file when it is first asked for: told beside another change, alone it is nobody's.
WORKED_OUT = frozenset({"file_size", "file_hash"})
#: Where a collection lies in its tree.
_OF_TREES = frozenset({"path", "depth", "numchild"})
_BEFORE, _DELETED = "_audit_row_before", "_audit_row_deleted"
#: Model → the fields whose values are told; None: all. Of the others it is told only that they changed.
_told: dict[type[Model], frozenset[str] | None] = {}


def watch(model: type[Model], told: Iterable[str] | None = None) -> None:
    """Starts listening to a model. Of models that hold what nobody may read, `told` names the fields whose values are
    written down."""
    _told[model] = None if told is None else frozenset(told)
    for signal, receiver in (
        (pre_save, _saving),
        (post_save, _saved),
        (pre_delete, _deleting),
        (post_delete, _gone),
    ):
        signal.connect(receiver, sender=model, dispatch_uid=f"audit.row.{receiver.__name__}.{model._meta.label}")
    for field in model._meta.local_many_to_many:
        sender = _through(field)
        m2m_changed.connect(_joined, sender=sender, dispatch_uid=f"audit.row.joined.{sender._meta.label}")


def is_watched(model: type[Model]) -> bool:
    """Whether its rows are listened to."""
    return model in _told


# --- Saved ----------------------------------------------------------------------------------------


def _saving(sender: type[Model], instance: Model, **_more: Any) -> None:
    if somebody() and not instance._state.adding:
        instance.__dict__[_BEFORE] = _held(sender, instance.pk)


def _saved(
    sender: type[Model], instance: Model, created: bool, update_fields: Collection[str] | None = None, **_more: Any
) -> None:
    before = instance.__dict__.pop(_BEFORE, None) or {}
    if not somebody():
        return
    after = _values(instance)
    fields = [field for field in _fields(sender) if update_fields is None or field.name in update_fields]
    changes = _changes(sender, fields, before, after)
    if created or changes.keys() - WORKED_OUT:
        concerned = [field for field in fields if created or field.name in changes]
        details = values_kept(instance, concerned, None if created else before, after)
        record(CREATED if created else CHANGED, thing(instance), changes=changes, details=details)


def _held(model: type[Model], pk: Any) -> Mapping[str, Any]:
    return model._base_manager.filter(pk=pk).values(*(field.attname for field in _fields(model))).first() or {}


def _values(row: Model) -> Mapping[str, Any]:
    return {field.attname: field.value_from_object(row) for field in _fields(type(row))}


def _fields(model: type[Model]) -> list[Field]:
    """The columns of a row, also those of the tables above it; not its number, nor what leads to those tables."""
    silent = _BY_ITSELF | _OF_TREES if issubclass(model, MP_Node) else _BY_ITSELF
    every = model._meta.concrete_fields
    return [field for field in every if not field.primary_key and field.name not in silent and not _leads_up(field)]


def _leads_up(field: Field) -> bool:
    return isinstance(field, ForeignKey) and bool(getattr(field.remote_field, "parent_link", False))


def _changes(model: type[Model], fields: Iterable[Field], old: Mapping, new: Mapping) -> Changes:
    """`old` and `new`: column → value, none for a row that was or is not there."""
    found = {}
    for field in fields:
        one, other = _text(model, field, old), _text(model, field, new)
        if one != other or _differs(field, one, old, new):
            found[field.name] = pair(one, other)
    return found


def _differs(field: Field, text: str, old: Mapping, new: Mapping) -> bool:
    """Whether something else stands behind two equal texts: a secret, a namesake."""
    one, other = old.get(field.attname), new.get(field.attname)
    return one != other if text == HIDDEN else field.is_relation and bool(text) and str(one) != str(other)


def _text(model: type[Model], field: Field, values: Mapping[str, Any]) -> str:
    value = values.get(field.attname)
    if _is_untold(model, field):
        return HIDDEN if value not in (None, "") else ""
    return said(field, value)


def _is_untold(model: type[Model], field: Field) -> bool:
    told = _told[model]
    return told is not None and field.name not in told


# --- Deleted --------------------------------------------------------------------------------------


def _deleting(sender: type[Model], instance: Model, **_more: Any) -> None:
    """What it was is read before what it points at goes with it."""
    if somebody():
        was, fields = _values(instance), _fields(sender)
        kept = values_kept(instance, fields, _held(sender, instance.pk), None)
        instance.__dict__[_DELETED] = thing(instance), _changes(sender, fields, was, {}), kept


def _gone(sender: type[Model], instance: Model, **_more: Any) -> None:
    was = instance.__dict__.pop(_DELETED, None)
    if was:
        record(DELETED, was[0], changes=was[1], details=was[2])


# --- Put together ---------------------------------------------------------------------------------


def _joined(
    sender: type[Model], instance: Model, action: str, reverse: bool, model: type[Model], pk_set: Any, **_more: Any
) -> None:
    """What came to a row and what left it; of a clearing, what there was."""
    field = _field_of(sender)
    if field is None or action not in ("post_add", "post_remove", "pre_clear") or not somebody():
        return
    keys = _all_of(instance, field, reverse) if action == "pre_clear" else pk_set
    names = ", ".join(sorted(str(row) for row in model._base_manager.filter(pk__in=keys or ())))
    if names:
        changes = {_side(field, reverse): ("", names) if action == "post_add" else (names, "")}
        details = {} if reverse else joined(instance, field.name, keys, has_come=action == "post_add")
        record(CHANGED, thing(instance), changes=changes, details=details)


def _side(field: ManyToManyField, is_reverse: bool) -> str:
    """What the side of a row is called there."""
    return str(field.remote_field.get_accessor_name()) if is_reverse else field.name


def _field_of(through: type[Model]) -> ManyToManyField | None:
    for model in _told:
        for field in model._meta.local_many_to_many:
            if _through(field) is through:
                return field
    return None


def _through(field: ManyToManyField) -> type[Model]:
    return cast(type[Model], field.remote_field.through)


def _all_of(row: Model, field: ManyToManyField, is_reverse: bool) -> list[Any]:
    return list(getattr(row, _side(field, is_reverse)).values_list("pk", flat=True))
