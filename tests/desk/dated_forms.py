"""Every box for a date that the desk's forms have, found from what is registered: pages, snippets, settings…"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail import blocks
from wagtail.admin.panels import get_edit_handler
from wagtail.blocks.base import BlockField
from wagtail.contrib.settings.registry import registry
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

DATES = (forms.DateField, forms.DateTimeField)
#: Wagtail's forms of pages know this field, but no panel of ours shows it.
WITHOUT_A_BOX = {"first_published_at"}


@dataclass(frozen=True)
class Screen:
    """A form of the desk: the model that it edits, and its fields for dates, named as the form would post them."""

    model: type
    fields: dict[str, forms.Field]


def screens() -> Iterator[Screen]:
    """The edit forms of all pages, snippets and settings."""
    for model in [*_pages(), *get_snippet_models(), *registry]:
        yield Screen(model, dict(_fields(_form(model))))


def filters() -> Iterator[tuple[str, forms.Field]]:
    """The fields for dates of all filters beside lists and reports, with a name for each."""
    for pattern in _patterns(get_resolver().url_patterns):
        filter_set = getattr(getattr(pattern.callback, "view_class", None), "filterset_class", None)
        for name, each in _date_filters(filter_set):
            yield f"{pattern.name}: {name}", each.field


def forms_beside_the_desk() -> Iterator[tuple[str, forms.Field]]:
    """The fields for dates of the plain forms that this project has written, the officers' among them."""
    for form in _below(forms.Form):
        if not form.__module__.startswith(("wagtail.", "django")):
            yield from ((f"{form.__module__}.{form.__name__}.{name}", each) for name, each in _dates(form))


def _pages() -> list[type]:
    return [model for model in get_page_models() if model._meta.model_name != "page"]


def _form(model: type) -> type[forms.ModelForm]:
    own = getattr(model, "snippet_viewset", None) or (model if issubclass(model, Page) else None)
    handler = own.get_edit_handler() if own else None
    return (handler or get_edit_handler(model)).get_form_class()


def _fields(form: type[forms.ModelForm], prefix: str = "") -> Iterator[tuple[str, forms.Field]]:
    for name, each in form.base_fields.items():
        if isinstance(each, BlockField):
            yield from _in_blocks(each.block, prefix + name)
        elif isinstance(each, DATES) and name not in WITHOUT_A_BOX:
            yield prefix + name, each
    for name, formset in form.formsets.items():
        yield from _fields(formset.form, f"{prefix}{name}-0-")


def _in_blocks(block: blocks.Block, name: str) -> Iterator[tuple[str, forms.Field]]:
    """The boxes of a stream that holds one block of each kind, as deep as it goes."""
    if isinstance(block, blocks.StreamBlock | blocks.StructBlock):
        for place, (own, child) in enumerate(block.child_blocks.items()):
            step = f"{place}-value" if isinstance(block, blocks.StreamBlock) else own
            yield from _in_blocks(child, f"{name}-{step}")
    elif isinstance(block, blocks.ListBlock):
        yield from _in_blocks(block.child_block, f"{name}-0-value")
    elif isinstance(block, blocks.FieldBlock) and isinstance(block.field, DATES):
        yield name, block.field


def _date_filters(filter_set: type | None) -> list[tuple[str, django_filters.Filter]]:
    found = getattr(filter_set, "base_filters", {}).items()
    return [(name, each) for name, each in found if isinstance(each, _DATE_FILTERS)]


_DATE_FILTERS = (django_filters.DateFilter, django_filters.DateTimeFilter, django_filters.DateFromToRangeFilter)


def _dates(form: type[forms.BaseForm]) -> list[tuple[str, forms.Field]]:
    return [(name, each) for name, each in form.base_fields.items() if isinstance(each, DATES)]


def _below(cls: type) -> Iterator[Any]:
    for each in cls.__subclasses__():
        yield each
        yield from _below(each)


def _patterns(patterns: list) -> Iterator[URLPattern]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _patterns(each.url_patterns)
        else:
            yield each
