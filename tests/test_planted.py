"""What tests begin with is the same whether it was made or copied, and is never copied onto something else."""

import pytest
from django.db import transaction
from wagtail.models import Page

from cms.demo.load import load_demo
from tests.clock import today
from tests.planted import _tables, planted

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


def everything() -> dict:
    return {table.name: dict(table.rows()) for table in _tables()}


def undone(name: object, make) -> dict:
    """All rows after planting, which is taken back."""
    with transaction.atomic():
        planted(name, make)
        rows = everything()
        transaction.set_rollback(True)
    return rows


def never() -> None:
    raise AssertionError("made anew")


@pytest.mark.slow
def test_a_copy_of_the_demonstration_is_the_demonstration_row_by_row():
    name = object()
    assert undone(name, lambda: load_demo(today())) == undone(name, never)


def test_a_change_of_what_was_there_is_copied_too():
    name = object()
    made = undone(name, lambda: Page.objects.filter(depth=2).update(title="Đổi tên"))
    assert undone(name, never) == made
    assert not Page.objects.filter(title="Đổi tên").exists()


def test_something_removed_is_removed_in_the_copy():
    name = object()
    made = undone(name, lambda: Page.objects.get(depth=2).delete())
    assert undone(name, never) == made


def test_where_tables_are_not_as_they_were_it_is_made_anew(portal):
    name, made = object(), []

    def make() -> None:
        made.append(Page.objects.get(slug="tin-tuc").copy(update_attrs={"slug": f"tin-{len(made)}"}))

    undone(name, make)
    Page.objects.get(slug="tin-tuc").copy(update_attrs={"slug": "tin-khac"})
    undone(name, make)
    assert len(made) == 2
