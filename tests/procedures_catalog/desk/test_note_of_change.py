"""The form asks what changed; it begins empty after each publication, and what a draft says is kept with it."""

import pytest
from django.core.exceptions import ValidationError

from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"


def form_of(page):
    """The desk's form of what waits on the page."""
    kind = ProcedurePage.get_edit_handler().get_form_class()
    return kind(instance=page.get_latest_revision_as_object())


def boxes(page) -> tuple[str, bool]:
    """What the two boxes hold."""
    form = form_of(page)
    return form["change_note"].value(), form["change_is_minor"].value()


def _write(page, text: str):
    page.conditions, page.change_note, page.change_is_minor = "Có dây.", text, True
    return page.save_revision()


def test_what_a_draft_says_stays_with_the_draft():
    _write(published(CODE), "Nay phải có dây")
    assert boxes(page_of(CODE)) == ("Nay phải có dây", True)


def test_after_its_publication_the_next_change_begins_without_a_word():
    _write(published(CODE), "Nay phải có dây").publish()
    assert boxes(page_of(CODE)) == ("", False)


def test_a_note_has_so_many_letters_and_no_more():
    field = form_of(published(CODE)).fields["change_note"]
    assert field.clean("a" * 500)
    with pytest.raises(ValidationError, match="500"):
        field.clean("a" * 501)
