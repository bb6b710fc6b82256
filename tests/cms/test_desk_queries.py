"""How many questions an editor's screens put to the database: few, and no more of them in a large catalogue."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import Agency, Role
from cms.access.upkeep import ensure_access
from cms.models import Editor
from legal_documents.models import DocumentIndexPage
from pages.shelves.moving import move_to_owners
from procedures_catalog.facts.streams import new_id
from procedures_catalog.models import (
    ApplicantKind,
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureLegalBasis,
    ProcedurePage,
)
from procedures_catalog.shelves.shelves import Shelves
from tests.editors import browser_of, in_role, member
from tests.legal_documents.documents_factory import make_document
from tests.procedures_catalog.factories import bring, local_row, national_row
from tests.procedures_catalog.feed.test_form_entries import form

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]

#: One of them reads the roles, which say what lies behind a wall.
MOST = 27
#: The form of a page reads the rows and the history of that page, what guests said of it, who else has it open, and
#: which amounts a fee may share.
MOST_OF_A_FORM = 40
#: The front page counts a dozen kinds of work, and tells everybody what was published in an emergency.
MOST_OF_THE_FRONT_PAGE = 30
MOST_OF = {"form": MOST_OF_A_FORM, "front page": MOST_OF_THE_FRONT_PAGE}
FEW, MANY = 3, 60  # a page of the list has 50 rows, of a chooser 25


def fill(first: int, last: int) -> None:
    """Published procedures of these numbers, every tenth with a draft that waits."""
    rows = [national_row(f"1.{100_000 + number}") for number in range(first, last)]
    bring(*rows)
    bring(*[national_row(f"1.{100_000 + n}", Mô_tả="Khác.") for n in range(first, last, 10)], publish=False)


@pytest.fixture
def editor(client):
    """The browser of an editor, who may not publish: the rights of an administrator need fewer questions."""
    ensure_access()
    person = Editor.objects.create_user("bien-tap")
    in_role(person, "Biên tập viên")
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


@pytest.mark.slow
def test_every_screen_asks_few_questions_however_large_the_catalogue(editor):
    fill(0, FEW)
    few = {name: asked(editor, address()) for name, address in SCREENS.items()}
    fill(FEW, MANY)
    many = {name: asked(editor, address()) for name, address in SCREENS.items()}
    assert {name: count for name, count in many.items() if count > MOST_OF.get(name, MOST)} == {}
    assert many == few


# --- Somebody of a department, for whom there are walls ---------------------------------------------------------------


def edit_twice(page: ProcedurePage, writer: Editor) -> None:
    """Two drafts after what is public: something to compare."""
    for text in ("Lần một.", "Lần hai."):
        page.summary = text
        page.save_revision(user=writer, log_action=True)


def of_a_department(person: Editor) -> dict[str, str]:
    """The screens of somebody who writes for an agency, about a procedure on its shelf."""
    page = ProcedurePage.objects.child_of(Shelves().of(person.agency_id)).earliest("pk")
    first, last = page.revisions.order_by("pk").values_list("pk", flat=True)[:2]
    return {
        **{name: address() for name, address in SCREENS.items()},
        "shelf": reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        "form": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "history": reverse("wagtailadmin_pages:history", args=[page.pk]),
        "compare": reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first, last]),
        "compare with what is public": reverse(
            "wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"]
        ),
        "what waits": reverse("waiting_pages"),
    }


#: What each of them asks somebody behind walls: his own rights, and which pages are his, before anything is shown.
MOST_OF_A_DEPARTMENT = {
    "list": 29,
    "the last page of the list": 29,
    "list, searched": 30,
    "list, filtered": 29,
    "shelf": 29,
    "chooser": 20,
    "chooser, searched": 21,
    "search over all pages": 22,
    "front page": 39,
    "form": 45,
    "history": 22,
    "compare": 27,
    "compare with what is public": 27,
    "what waits": 13,
}


@pytest.mark.slow
def test_every_screen_asks_somebody_of_a_department_as_much_in_a_large_catalogue(department):
    writer, agencies = department
    few = {name: asked(browser_of(writer), address) for name, address in of_a_department(writer).items()}
    fill(FEW, MANY)
    to_shelves(agencies)
    many = {name: asked(browser_of(writer), address) for name, address in of_a_department(writer).items()}
    assert {name: count for name, count in many.items() if count > MOST_OF_A_DEPARTMENT[name]} == {}
    assert many == few


@pytest.fixture
def department():
    """Somebody who writes for one of two agencies, on whose shelves a few procedures stand; and the two."""
    ensure_access()
    agencies = [Agency.objects.create(name=f"Sở đo thứ {number}", kind="department") for number in (1, 2)]
    writer = member(Role.WRITER, agencies[0])
    fill(0, FEW)
    to_shelves(agencies)
    edit_twice(ProcedurePage.objects.child_of(Shelves().of(agencies[0].pk)).earliest("pk"), writer)
    return writer, agencies


def to_shelves(agencies: list[Agency]) -> None:
    """All procedures onto the shelves of these agencies by turns."""
    pages = ProcedurePage.objects.order_by("pk").values_list("pk", flat=True)
    move_to_owners(Shelves(), {page: agencies[place % len(agencies)].pk for place, page in enumerate(pages)})


def add_rows(page: ProcedurePage, number: int) -> None:
    """So many more rows of each kind that has a chooser, each with a choice of its own, and papers with forms."""
    laws = DocumentIndexPage.objects.first()
    for _ in range(number):
        place = page.legal_bases.count()
        kind = ApplicantKind.objects.create(name=f"Đối tượng {page.pk}.{place}", slug=f"doi-tuong-{page.pk}-{place}")
        agency = Agency.objects.create(name=f"Sở số {page.pk}.{place}", slug=f"so-{page.pk}-{place}")
        ProcedureLegalBasis.objects.create(page=page, document=make_document(laws), sort_order=place)
        ProcedureApplicant.objects.create(page=page, kind=kind, sort_order=place)
        ProcedureAgency.objects.create(page=page, role="receiving", registered=agency, sort_order=place)
    for child in page.cases.raw_data:
        papers = child["value"]["papers"]
        papers += [
            {"type": "item", "value": {**papers[0]["value"], "form": form().pk}, "id": new_id()} for _ in range(number)
        ]
    page.save()
    page.save_revision()


@pytest.mark.parametrize("layer", ["local", "national"])
def test_a_form_asks_as_much_for_many_rows_as_for_few(editor, layer):
    bring(local_row("9.100001") if layer == "local" else national_row("9.100001"))
    page = ProcedurePage.objects.get()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for _ in range(2):  # the second draft has one before it
        add_rows(page, 1)
    few = asked(editor, address)
    add_rows(ProcedurePage.objects.get(), 9)
    assert asked(editor, address) == few
