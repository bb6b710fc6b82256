"""A page made in bulk is the page that Wagtail makes by itself, column for column, and the tree stays whole."""

from typing import Any

import pytest
from wagtail.models import Page, PageLogEntry

from procedures_catalog.models import ProcedureAgency, ProcedureIdentity, ProcedurePage
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]

#: What two pages never share, and what only a page that was saved at the desk has.
OWN = {
    *("id", "page_ptr_id", "path", "slug", "url_path", "translation_key", "identity_id", "code", "code_base", "folded"),
    "twin_note",  # tells the two apart, by their codes
    *(
        "first_published_at",
        "last_published_at",
        "latest_revision_created_at",
        "latest_revision_id",
        "live_revision_id",
    ),
}


def held(page: ProcedurePage) -> dict[str, Any]:
    """Column → what the database holds."""
    fields = ProcedurePage._meta.concrete_fields
    return {field.attname: field.get_prep_value(field.value_from_object(page)) for field in fields}


def added(like: ProcedurePage, code: str) -> ProcedurePage:
    """A page that says the same under another code, added and published one by one."""
    said = {
        field.attname: getattr(like, field.attname)
        for field in ProcedurePage._meta.local_concrete_fields
        if field.attname not in OWN
    }
    page = ProcedurePage(**said, title=like.title, code=code, identity=ProcedureIdentity.issue(1)[0])
    page.agencies = [ProcedureAgency(role=row.role, name=row.name) for row in like.agencies.all()]
    like.get_parent().add_child(instance=page)
    page.save_revision().publish()
    return page_of(code)


def test_each_column_of_a_page_made_in_bulk_is_that_of_a_page_added_by_itself():
    bring(national_row("1.100001"))
    bulk = page_of("1.100001")
    alone = added(bulk, "1.100002")
    one, other = held(bulk), held(alone)
    assert {name for name in one if one[name] != other[name]} <= OWN
    assert all(type(one[name]) is type(other[name]) for name in OWN - {"latest_revision_id", "live_revision_id"})


def test_its_place_in_the_tree_is_the_next_one_below_its_parent():
    bring(*(national_row(f"1.10000{number}") for number in range(1, 5)))
    added(page_of("1.100001"), "1.100009")
    bring(national_row("1.100005"), national_row("1.100006"))
    pages = list(ProcedurePage.objects.order_by("path"))
    assert [page.code[-1] for page in pages] == list("1234956")
    (parent,) = {page.get_parent().pk for page in pages}
    assert Page.objects.get(pk=parent).numchild == len(pages)
    assert {(page.depth, page.url_path) for page in pages} == {
        (page.get_parent().depth + 1, f"{page.get_parent().url_path}{page.slug}/") for page in pages
    }
    assert not any(Page.find_problems())


def test_pages_that_are_not_published_wait_as_drafts():
    bring(national_row("1.100001"), publish=False)
    page = page_of("1.100001")
    assert (page.live, page.has_unpublished_changes, page.first_published_at) == (False, True, None)


def test_every_page_has_a_key_and_lines_of_history_of_its_own():
    bring(national_row("1.100001"), national_row("1.100002"))
    assert ProcedurePage.objects.values("translation_key").distinct().count() == 2
    for code in ("1.100001", "1.100002"):
        lines = PageLogEntry.objects.filter(page=page_of(code)).order_by("pk")
        assert [line.action for line in lines] == ["wagtail.create", "wagtail.publish"]
