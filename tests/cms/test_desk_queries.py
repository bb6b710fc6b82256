"""How many questions an editor's screens put to the database: few, and no more of them in a large catalogue."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.models import Editor
from cms.roles import ensure_roles
from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.factories import bring, national_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]

MOST = 30
#: The form of a page reads the rows and the history of that page, and who else has it open.
MOST_OF_A_FORM = 40
FEW, MANY = 3, 60  # a page of the list has 50 rows, of a chooser 25


def fill(first: int, last: int) -> None:
    """Published procedures of these numbers, every tenth with a draft that waits."""
    rows = [national_row(f"1.{100_000 + number}") for number in range(first, last)]
    bring(*rows)
    bring(*[national_row(f"1.{100_000 + n}", Mô_tả="Khác.") for n in range(first, last, 10)], publish=False)


@pytest.fixture
def editor(client):
    """The browser of an editor, who may not publish: the rights of an administrator need fewer questions."""
    ensure_roles()
    person = Editor.objects.create_user("bien-tap")
    person.groups.add(Group.objects.get(name="Biên tập viên"))
    client.force_login(person)
    return client


def list_of(query: str) -> Callable[[], str]:
    """The address of the list of procedures with this query."""
    return lambda: f"{reverse('wagtailadmin_explore', args=[ProcedurePage.catalogue().pk])}?{query}"


def chooser(name: str, query: str) -> Callable[[], str]:
    """The address of the chooser of a successor with this query."""
    return lambda: f"{reverse(name)}?page_type=procedures_catalog.procedurepage&{query}"


SCREENS = {
    "list": list_of(""),
    "the last page of the list": list_of("p=2"),
    "list, searched": list_of("q=diều"),
    "list, filtered": list_of("state=live&missing=fee&level=commune&layer=no&office=xã"),
    "chooser": chooser("wagtailadmin_choose_page", ""),
    "chooser, searched": chooser("wagtailadmin_choose_page_search", "q=diều"),
    "search over all pages": lambda: f"{reverse('wagtailadmin_pages:search')}?q=diều",
    "front page": lambda: reverse("wagtailadmin_home"),
    "form": lambda: reverse("wagtailadmin_pages:edit", args=[ProcedurePage.objects.first().pk]),
}


def asked(client, address: str) -> int:
    """How many questions a screen asks that was opened before."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_every_screen_asks_few_questions_however_large_the_catalogue(editor):
    fill(0, FEW)
    few = {name: asked(editor, address()) for name, address in SCREENS.items()}
    fill(FEW, MANY)
    many = {name: asked(editor, address()) for name, address in SCREENS.items()}
    assert {name: count for name, count in many.items() if count > (MOST_OF_A_FORM if name == "form" else MOST)} == {}
    assert many == few
