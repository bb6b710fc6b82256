"""Hears of shelves that are made, of agencies that get another name or superior, and of who comes and goes: rights and
workflows follow."""

from collections.abc import Collection
from typing import Any

from django.db.models.signals import m2m_changed, post_save, pre_save

from agencies.models import Agency, RoleGroup
from agencies.reach import line_of, parents_of_all, with_below
from cms.access.deputies.lending import level_deputies_of
from cms.access.page_rights import put_page_rights_right
from cms.access.shelves import rename_shelves
from cms.access.upkeep import follow_agencies
from cms.access.workflows import STEPS, put_workflows_right
from cms.models import Editor
from pages.models.shelf import shelf_kinds

_BEFORE = "_access_before"


def connect() -> None:
    """Starts listening."""
    for kind in shelf_kinds():
        post_save.connect(_shelf_saved, sender=kind, dispatch_uid=f"cms.access.{kind._meta.label}")
    pre_save.connect(_agency_saving, sender=Agency, dispatch_uid="cms.access.saving")
    post_save.connect(_agency_saved, sender=Agency, dispatch_uid="cms.access.saved")
    post_save.connect(_editor_saved, sender=Editor, dispatch_uid="cms.access.editor")
    m2m_changed.connect(_members_changed, sender=Editor.groups.through, dispatch_uid="cms.access.members")


def _shelf_saved(instance: Any, raw: bool, **_more: Any) -> None:
    """The roles of the shelf's agency and of its superiors hold there."""
    if not raw and instance.agency_id:
        line = line_of(instance.agency_id, parents_of_all())
        put_page_rights_right(RoleGroup.objects.filter(agency__in=line))
        put_workflows_right([instance.agency_id])


def _agency_saving(instance: Agency, raw: bool, **_more: Any) -> None:
    if not raw and instance.pk:
        instance.__dict__[_BEFORE] = Agency.objects.filter(pk=instance.pk).values_list("name", "parent_id").first()


def _agency_saved(instance: Agency, **_more: Any) -> None:
    before = instance.__dict__.pop(_BEFORE, None)
    if before and before != (instance.name, instance.parent_id):
        rename_shelves(instance, before[0])
        follow_agencies()


def _editor_saved(
    instance: Editor, created: bool, raw: bool, update_fields: Collection[str] | None = None, **_more: Any
) -> None:
    """Who is disabled checks nothing any more, and nobody stands in for him."""
    if not (created or raw) and (update_fields is None or "is_active" in update_fields):
        level_deputies_of([instance.pk])
        _put_steps_right(list(instance.groups.values_list("pk", flat=True)))


def _members_changed(instance: Any, action: str, reverse: bool, pk_set: set[int] | None, **_more: Any) -> None:
    if action in ("post_add", "post_remove", "post_clear"):
        level_deputies_of(pk_set if reverse else [instance.pk])
        _put_steps_right([instance.pk] if reverse else pk_set)


def _put_steps_right(groups: Collection[int] | None) -> None:
    """Of the agencies of these groups; None: which they were is not known any more."""
    roles = RoleGroup.objects.filter(role__in=STEPS)
    if groups is not None:
        roles = roles.filter(group__in=groups)
    agencies = set(roles.values_list("agency", flat=True))
    if None in agencies:
        put_workflows_right()
    elif agencies:
        put_workflows_right(with_below(agencies, parents_of_all()).ids)
