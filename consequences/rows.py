"""Listens to single rows that are no pages: saved or deleted, they are told by what is said of their model."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save

from consequences.registry import sayings, tell, touches_by
from consequences.touched import Touched

_BEFORE = "_touched_before"


def listen(*models: type[Model]) -> None:
    """Starts listening; listening twice changes nothing."""
    for model in models:
        pre_save.connect(_saving, sender=model, dispatch_uid=f"consequences.{model._meta.label}.saving")
        post_save.connect(_saved, sender=model, dispatch_uid=f"consequences.{model._meta.label}.saved")
        pre_delete.connect(_deleting, sender=model, dispatch_uid=f"consequences.{model._meta.label}.deleting")
        post_delete.connect(_gone, sender=model, dispatch_uid=f"consequences.{model._meta.label}.gone")


def _saving(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    said = sayings(sender)
    if instance._state.adding:
        remember(instance, (said, Touched()))
        return
    changed = _changed(sender, instance)
    concerned = [saying for saying in said if saying.concerns(changed)]
    remember(instance, (concerned, touches_by(concerned, [instance.pk])))


def _saved(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    concerned, before = recall(instance)
    tell(sender, before | touches_by(concerned, [instance.pk]))


def _deleting(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    remember(instance, touches_by(sayings(sender), [instance.pk]))


def _gone(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    tell(sender, recall(instance))


def _changed(model: type[Model], instance: Model) -> Collection[str]:
    """Which of the fields on which anything depends differ from what the database has. One query, none for none."""
    watched = {name for saying in sayings(model) for name in saying.when or ()}
    held = model._base_manager.filter(pk=instance.pk).values(*watched).first() if watched else None
    return {name for name, value in (held or {}).items() if value != getattr(instance, name)}


def remember(instance: Model, before: Any) -> None:
    """Keeps with a row, from before its change to after it, what the change is about."""
    instance.__dict__[_BEFORE] = before


def recall(instance: Model) -> Any:
    """What was kept with the row, once."""
    return instance.__dict__.pop(_BEFORE, None)
