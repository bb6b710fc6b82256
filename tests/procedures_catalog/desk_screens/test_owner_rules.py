"""The table of owners at the desk: what a change of it moves, and who says so when it is much."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from agencies.models import Agency
from cms.models import Editor
from procedures_catalog.desk_screens import owner_rules
from procedures_catalog.models import CatalogueSettings, OwnerRule, ProcedurePage, Sector
from procedures_catalog.models.owner_rule import ONE_SUBJECT, TAKEN_NAME
from procedures_catalog.shelves.shelves import COMMON
from tests.procedures_catalog.factories import bring, national_row, page_of, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
EXECUTING = "Ủy ban nhân dân cấp xã"


@pytest.fixture
def wind() -> Agency:
    """An agency, and two procedures on the common shelf."""
    bring(national_row("1.100001"), national_row("1.100002"))
    return Agency.objects.create(name="Sở Gió", kind="department")


def _address(name: str, *args) -> str:
    return reverse(OwnerRule.snippet_viewset.get_url_name(name), args=args)


def _add(client, owner: Agency, **values):
    empty = {"executing_name": "", "executing": "", "sector": "", "owner": owner.pk}
    return client.post(_address("add"), empty | values, follow=True)


def _shelf_of(code: str) -> str:
    return page_of(code).get_parent().title


def test_few_are_moved_as_soon_as_the_table_is_changed(admin_client, wind):
    answer = _add(admin_client, wind, executing_name=EXECUTING).content.decode()
    assert "Đã chuyển 2 thủ tục" in answer
    assert _shelf_of("1.100001") == "Sở Gió"
    row = OwnerRule.objects.get()
    assert admin_client.post(_address("delete", row.pk), follow=True).status_code == 200
    assert _shelf_of("1.100001") == COMMON


def test_many_are_moved_when_somebody_has_seen_how_many(admin_client, wind, monkeypatch):
    monkeypatch.setattr(owner_rules, "FEW", 1)
    answer = BeautifulSoup(_add(admin_client, wind, executing_name=EXECUTING).content, "html.parser")
    (link,) = [each["href"] for each in answer.select(".messages a") if each.text == "Xem và chuyển"]
    assert "2 thủ tục đang ở ngăn khác" in answer.select_one(".messages").text
    assert _shelf_of("1.100001") == COMMON
    shown = admin_client.get(link).content.decode()
    assert f"{COMMON} → Sở Gió: 2" in shown
    assert _shelf_of("1.100001") == COMMON
    assert "Đã chuyển 2 thủ tục" in admin_client.post(link, follow=True).content.decode()
    assert _shelf_of("1.100001") == "Sở Gió"
    assert "Mọi thủ tục đã ở ngăn" in admin_client.get(link).content.decode()


@pytest.mark.parametrize("values", [{}, {"executing_name": "  "}, {"executing_name": "Gió", "sector": "1"}])
def test_a_row_is_about_one_thing(admin_client, wind, values):
    if "sector" in values:
        values = values | {"sector": Sector.objects.first().pk}
    assert ONE_SUBJECT in _add(admin_client, wind, **values).content.decode()
    assert not OwnerRule.objects.exists()


def test_a_name_stands_in_the_table_once_however_it_is_written(admin_client, wind):
    _add(admin_client, wind, executing_name="Văn phòng  Đất đai")
    assert TAKEN_NAME in _add(admin_client, wind, executing_name="VĂN PHÒNG ĐẤT ĐAI").content.decode()
    assert OwnerRule.objects.get().executing_name == "Văn phòng Đất đai"


def test_the_table_is_read_in_words(admin_client, wind):
    OwnerRule.objects.create(executing_name=EXECUTING, owner=wind)
    OwnerRule.objects.create(executing=wind, owner=wind)
    OwnerRule.objects.create(sector=Sector.objects.get(), owner=wind)
    html = BeautifulSoup(admin_client.get(_address("list")).content, "html.parser")
    lines = [list(line.stripped_strings) for line in html.select("table.listing tbody tr")]
    assert {(line[0], line[-1]) for line in lines} == {
        (EXECUTING, "Sở Gió"),
        ("Sở Gió", "Sở Gió"),
        ("Lĩnh vực Diều, sáo", "Sở Gió"),
    }
    assert [str(row) for row in OwnerRule.objects.filter(sector__isnull=False)] == ["Lĩnh vực Diều, sáo → Sở Gió"]


def test_nobody_moves_procedures_who_may_not_change_the_table(client, wind):
    person = Editor.objects.create_user("hoa")
    client.force_login(person)
    OwnerRule.objects.create(executing_name=EXECUTING, owner=wind)
    for answer in (client.get(reverse("arrange_shelves")), client.post(reverse("arrange_shelves"))):
        assert answer.status_code in (302, 403)
    assert _shelf_of("1.100001") == COMMON


def test_another_keeper_of_the_catalogue_moves_what_is_nobodys(admin_client, wind):
    address = reverse(
        "wagtailsettings:edit", args=["procedures_catalog", "cataloguesettings", CatalogueSettings.load().pk]
    )
    form = querydict_from_html(admin_client.get(address).content.decode(), form_id="w-editor-form").dict()
    admin_client.post(address, form | {"keeping_agency": wind.pk})
    assert _shelf_of("1.100001") == "Sở Gió"


def test_who_moves_a_procedure_against_the_table_is_told_that_it_will_not_stay(admin_client, wind):
    place, page = shelf(wind), page_of("1.100001")
    confirm = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, place.pk])
    told = admin_client.post(confirm, follow=True).content.decode()
    assert "sẽ chuyển nó về đó" in told
    ProcedurePage.objects.filter(pk=page.pk).update(agency=wind)
    page_of("1.100001").move(shelf(), pos="last-child")
    assert "sẽ chuyển nó về đó" not in admin_client.post(confirm, follow=True).content.decode()
    assert _shelf_of("1.100001") == "Sở Gió"
