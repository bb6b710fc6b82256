"""What a page's form shows of its rows is read at once: the rows of each kind, and whatever they have chosen."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.forms import BaseFormSet
from django.forms.models import ModelForm
from django.http import HttpRequest
from modelcluster.models import get_all_child_relations
from wagtail.admin.widgets import BaseChooser
from wagtail.models import COMMENTS_RELATION_NAME, Page

from pages.parents import hold_parents


def hold_rows(request: HttpRequest, page: Page) -> None:
    """For `before_edit_page`: reads the rows of a page that is opened into memory, where the form, its panels and its
    warnings find them. A query for each kind of row, for each of its choosers, and for where chosen pages stand."""
    if request.method == "GET":
        for relation in get_all_child_relations(page):
            if relation.get_accessor_name() != COMMENTS_RELATION_NAME:
                _hold(page, relation)


def show_chosen(formset: BaseFormSet) -> None:
    """Lets the choosers of these rows show what is in memory; Wagtail's ask the database, one by one."""
    for form in formset.initial_forms:
        for name, chosen in _chosen_in(form):
            widget = form.fields[name].widget  # the form's own copy
            widget.get_instance = partial(_instance, chosen, widget.get_instance)


def _hold(page: Page, relation: Any) -> None:
    """Reads one kind of rows with all that they have chosen."""
    rows = getattr(page, relation.get_accessor_name())
    rows.get_object_list()
    held = list(rows.all())
    prefetch_related_objects(held, *(field.name for field in _choices(relation)))
    for field in _choices(relation):
        if issubclass(field.related_model, Page):
            hold_parents(chosen for row in held if (chosen := getattr(row, field.name)))


def _choices(relation: Any) -> list[Any]:
    return [field for field in relation.related_model._meta.fields if field.many_to_one and field != relation.field]


def _chosen_in(form: ModelForm) -> Iterable[tuple[str, Model]]:
    held = form.instance._state.fields_cache
    choosers = (name for name, field in form.fields.items() if isinstance(field.widget, BaseChooser))
    return [(name, held[name]) for name in choosers if held.get(name) is not None]


def _instance(chosen: Model, usual: Callable[[Any], Model | None], value: Any) -> Model | None:
    return usual(chosen if str(value) == str(chosen.pk) else value)
