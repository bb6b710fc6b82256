"""Every procedure comes onto its owner's shelf, and nothing else of it changes."""

import itertools

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry, PageViewRestriction, Revision

from agencies.models import Agency, Role, RoleGroup
from cms.models import Editor
from pages.shelves import moving
from pages.turns import Turns
from procedures_catalog.models import (
    CatalogueSettings,
    OwnerRule,
    ProcedureIndexPage,
    ProcedurePage,
    PublishedVersion,
    Sector,
)
from procedures_catalog.shelves import arranging
from procedures_catalog.shelves.arranging import arrange
from procedures_catalog.shelves.owners import count_misplaced, owner_table
from procedures_catalog.shelves.shelves import COMMON
from search.models import PendingEntry
from tests.procedures_catalog.factories import bring, national_row, page_of, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]

NAMES = ("Sở Gió", "Sở Mây", "Văn phòng")


@pytest.fixture
def agencies() -> list[Agency]:
    """Three agencies."""
    return [Agency.objects.create(name=name, kind="department") for name in NAMES]


@pytest.fixture
def table(agencies) -> None:
    """A catalogue of six, and a table for it: two by the executing agency, two by the sector, the rest kept."""
    wind, cloud, office = agencies
    for number, (executing, sector) in enumerate(itertools.product(("Trạm gió", "Ủy ban"), ("Diều", "Sáo", "Khác"))):
        bring(national_row(f"1.10000{number}", **{"Cơ quan thực hiện": executing, "Lĩnh vực": sector}))
    OwnerRule.objects.create(executing_name="trạm  gió", owner=wind)
    OwnerRule.objects.create(sector=Sector.objects.get(name="Diều"), owner=cloud)
    settings = CatalogueSettings.load()
    settings.keeping_agency = office
    settings.save()


def standing() -> dict[str, str]:
    """Code → the name of the shelf."""
    return {page.code: page.get_parent().title for page in ProcedurePage.objects.order_by("code")}


BY_TABLE = {
    "1.100000": "Sở Gió",
    "1.100001": "Sở Gió",
    "1.100002": "Sở Gió",
    "1.100003": "Sở Mây",
    "1.100004": "Văn phòng",
    "1.100005": "Văn phòng",
}


def numbers_are_right() -> bool:
    """Whether the tree is whole and every parent knows how many children it has."""
    return ProcedureIndexPage.find_problems() == ([], [], [], [], [])


def test_each_procedure_comes_onto_its_owners_shelf_and_the_second_time_nothing_moves(table):
    assert set(standing().values()) == {COMMON}
    assert arrange(Turns()) == 6
    assert standing() == BY_TABLE
    assert numbers_are_right()
    rows = list(Page.objects.order_by("pk").values())
    assert (arrange(Turns()), count_misplaced(owner_table())) == (0, {})
    assert list(Page.objects.order_by("pk").values()) == rows


def test_only_the_place_in_the_tree_changes(table):
    page_of("1.100003").save_revision()
    places = {"path", "depth", "numchild"}

    def kept():
        pages = Page.objects.exclude(content_type__model="procedureshelfpage").order_by("pk").values()
        pages = [{name: value for name, value in row.items() if name not in places} for row in pages]
        others = [list(model.objects.order_by("pk").values()) for model in (ProcedurePage, PublishedVersion, Revision)]
        return pages, [{**row, "path": "", "depth": 0} for row in others[0]], others[1:], PendingEntry.objects.count()

    before = kept()
    arrange(Turns())
    after = kept()
    assert after[0] == before[0]
    assert [row["url_path"] for row in after[1]] == [row["url_path"] for row in before[1]]
    assert after[2:] == before[2:]


def test_an_agency_that_an_editor_chose_at_the_procedure_counts_more_than_the_table(table, agencies):
    ProcedurePage.objects.filter(code="1.100000").update(agency=agencies[1])
    arrange(Turns())
    assert standing() == BY_TABLE | {"1.100000": "Sở Mây"}


def test_a_changed_table_moves_what_it_concerns_alone(table, agencies):
    arrange(Turns())
    OwnerRule.objects.filter(sector__name="Diều").delete()
    assert count_misplaced(owner_table()) == {(agencies[1].pk, agencies[2].pk): 1}
    assert arrange(Turns()) == 1
    assert standing() == BY_TABLE | {"1.100003": "Văn phòng"}
    assert numbers_are_right()


def test_a_procedure_that_stands_on_no_shelf_is_put_on_one(table):
    page = page_of("1.100000")
    page.move(ProcedureIndexPage.objects.get(), pos="last-child")
    arrange(Turns())
    assert standing() == BY_TABLE
    assert numbers_are_right()


def test_a_run_that_was_cut_short_is_finished_by_the_next(table, monkeypatch):
    real, calls = moving.move_below, itertools.count()

    def killed_at_the_second(parent, leaves):
        if next(calls) == 1:
            raise KeyboardInterrupt
        real(parent, leaves)

    monkeypatch.setattr(arranging, "MOVED_FIRST", 1)
    monkeypatch.setattr(moving, "move_below", killed_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        arrange(Turns())
    assert numbers_are_right()
    monkeypatch.setattr(moving, "move_below", real)
    assert arrange(Turns()) == 5
    assert standing() == BY_TABLE


def test_what_goes_meanwhile_is_left_out_and_what_was_moved_already_is_not_moved_again(table, monkeypatch):
    real = arranging.misplaced

    def and_then(table):
        for found in real(table):
            page_of("1.100005").delete()
            page_of("1.100000").move(shelf(Agency.objects.get(name="Sở Gió")), pos="last-child")
            yield found

    monkeypatch.setattr(arranging, "misplaced", and_then)
    assert arrange(Turns()) == 4
    assert standing() == {code: name for code, name in BY_TABLE.items() if code != "1.100005"}


def test_the_history_of_each_says_who_moved_it_whence_and_whither(table):
    chief = Editor.objects.create_user("truong")
    arrange(Turns(), by=chief)
    line = PageLogEntry.objects.filter(page_id=page_of("1.100003").pk).order_by("-pk").first()
    assert (line.action, line.user, line.content_changed) == ("wagtail.move", chief, False)
    assert line.message.index(COMMON) < line.message.index("Sở Mây")
    assert (line.data["source"]["title"], line.data["destination"]["title"]) == (COMMON, "Sở Mây")


def test_rights_that_were_given_on_a_shelf_stay_with_the_shelf(table, agencies, django_user_model):
    group = Group.objects.create(name="Sở Mây")
    RoleGroup.objects.create(group=group, role=Role.WRITER, agency=agencies[1])
    shelf(agencies[1])  # made for a role, it has the role's rights
    arrange(Turns())
    person = django_user_model.objects.create_user("may")
    person.groups.add(group)
    may_edit = {page.code for page in ProcedurePage.objects.all() if page.permissions_for_user(person).can_edit()}
    assert may_edit == {"1.100003"}


def test_the_finder_hears_of_moves_onto_and_off_a_shelf_that_not_everybody_may_read(client, table, agencies):
    address = page_of("1.100003").url
    PageViewRestriction.objects.create(page=shelf(agencies[1]), restriction_type="login")
    PendingEntry.objects.all().delete()
    arrange(Turns())
    assert client.get(address).status_code == 302
    assert f"page:{page_of('1.100003').pk}" in set(PendingEntry.objects.values_list("key", flat=True))


def test_addresses_into_which_wagtails_own_command_wrote_the_shelves_are_put_right(table):
    arrange(Turns())
    before = set(Page.objects.values_list("pk", "url_path"))
    call_command("set_url_paths")
    assert "/van-phong/" in page_of("1.100005").url_path
    assert arrange(Turns()) == 0
    assert set(Page.objects.values_list("pk", "url_path")) == before


@pytest.mark.slow
def test_many_are_moved_by_as_many_questions_as_few():
    def asked(last: int) -> int:
        wind = Agency.objects.create(name=f"Sở số {last}", kind="department")
        OwnerRule.objects.all().delete()
        OwnerRule.objects.create(executing_name="Ủy ban nhân dân cấp xã", owner=wind)
        with CaptureQueriesContext(connection) as queries:
            arrange(Turns())
        return len(queries)

    bring(*[national_row(f"1.1000{number:02}") for number in range(5)])
    few = asked(1)
    bring(*[national_row(f"1.1000{number:02}") for number in range(5, 60)])
    assert asked(2) == few
