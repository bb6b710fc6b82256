"""What editors read in the forms of page types: everything in Vietnamese, nothing empty."""

import re

import pytest
from django.apps import apps
from django.db.models import Model
from wagtail.admin.panels import CommentPanel, FieldPanel, Panel
from wagtail.models import Page

from pages.models import HomePage, NewsPage, PortalSettings

# Words of Wagtail's own labels; Vietnamese is written with these letters too, but not with these words.
ENGLISH = re.compile(
    r"\b(the|of|page|pages|title|slug|description|date|time|show|menus?|content|promote|settings|image|body|publish\w*)\b",
    re.IGNORECASE,
)
LEGAL = apps.get_app_config("legal_documents").get_models()
PAGE_TYPES = [model for model in [*apps.get_app_config("pages").get_models(), *LEGAL] if issubclass(model, Page)]


def flat(panel: Panel) -> list[Panel]:
    """The panel and all panels in it."""
    return [panel, *(inner for child in getattr(panel, "children", []) for inner in flat(child))]


def words(model: type[Model], panel: Panel) -> list[str]:
    """What the panel shows: its heading and help, those of the field where it has none of its own."""
    if not isinstance(panel, FieldPanel):
        return [panel.heading or "không có tên", panel.help_text or ""]
    field = model._meta.get_field(panel.field_name)
    return [str(panel.heading or field.verbose_name), str(panel.help_text or field.help_text)]


@pytest.mark.parametrize("model", [*PAGE_TYPES, PortalSettings])
def test_no_english_and_no_empty_label(model):
    handler = model.get_edit_handler() if issubclass(model, Page) else None
    panels = [panel for panel in flat(handler) if not isinstance(panel, CommentPanel)] if handler else model.panels
    for panel in panels:
        label, help_text = words(model, panel)
        assert label.strip(), panel
        assert not ENGLISH.search(f"{label} {help_text}"), (label, help_text)


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_page_types_are_named_in_vietnamese(model):
    shown = f"{model._meta.verbose_name} {model.get_page_description()}"
    assert model.get_page_description()
    assert not ENGLISH.search(shown)


def test_pieces_of_the_body_are_named_in_vietnamese():
    for block in NewsPage.body.field.stream_block.child_blocks.values():
        assert not ENGLISH.search(str(block.label))
        for child in getattr(block, "child_blocks", {}).values():
            assert not ENGLISH.search(str(child.label))


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_the_form_opens(model, home, news_index, admin_client, rf):
    form = model.get_edit_handler().get_form_class()
    assert form(instance=model(), parent_page=home).as_p()


def test_home_page_is_the_only_one():
    assert HomePage.max_count == 1
