"""The desk's list of procedures tells the tier of each, and is narrowed by it and by what is missing."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import Agency
from procedures_catalog.models import Judged, ProcedurePage
from procedures_catalog.store.judged import judge_anew
from tests.editors import published_by_another
from tests.procedures_catalog.desk_screens.test_listing import in_table
from tests.procedures_catalog.factories import DAY, bring, local_row, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
FULL, ENTRY, UNTOLD = "1.100001", "1.100002", "1.100003"
PHOTO = {"Thành phần hồ sơ": [{"truong_hop": None, "giay_to": [{"ten": "Ảnh cánh diều", "ban_chinh": 1}]}]}


@pytest.fixture(autouse=True)
def _one_of_each(portal):
    bring(national_row(FULL, **PHOTO), national_row(UNTOLD, **PHOTO, **{"Yêu cầu, điều kiện thực hiện": ""}))
    bring(local_row(ENTRY))


def shown(client, query: str = "") -> dict[str, str]:
    address = reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])
    return in_table(client.get(f"{address}?{query}").content.decode())


def test_each_row_tells_its_tier_and_how_many_parts_are_missing(admin_client):
    rows = {code: " ".join(str(row).split()) for code, row in shown(admin_client).items()}
    assert "Đầy đủ" in rows[FULL]
    assert "Danh mục, còn 1 phần trống" in rows[UNTOLD]
    assert f"Danh mục, còn {len(Judged.objects.get(page__code=ENTRY).gaps.split())} phần trống" in rows[ENTRY]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("tier=full", {FULL}),
        ("tier=list", {ENTRY, UNTOLD}),
        ("gap=conditions", {ENTRY, UNTOLD}),
        ("gap=law&gap=conditions", {ENTRY, UNTOLD}),
        ("gap=law", {ENTRY}),
        ("tier=nothing", {FULL, ENTRY, UNTOLD}),
    ],
)
def test_the_list_is_narrowed_by_them(admin_client, query, codes):
    assert shown(admin_client, query).keys() == codes


def test_what_is_published_by_hand_is_known_at_once(admin_client):
    page = page_of(UNTOLD)
    page.blanks = "conditions.none"
    page.save_revision()
    published_by_another(page)
    assert Judged.objects.get(page__code=UNTOLD).tier == "full"


def test_a_day_on_which_a_text_of_the_province_ends_is_noticed():
    page = page_of(UNTOLD)
    said = {"value": "Có gió.", "decision": "", "valid_from": None, "valid_to": date(2030, 1, 1)}
    page.overlay = [("conditions", said)]
    page.save_revision().publish()
    judged = Judged.objects.get(page=page)
    assert (judged.tier, judged.until) == ("full", date(2030, 1, 1))
    assert judge_anew(date(2029, 12, 31)) == 0
    assert judge_anew(date(2030, 1, 1)) == 1
    assert Judged.objects.get(page=page).tier == "list"


def test_looking_again_where_nothing_changed_costs_three_questions():
    judge_anew(DAY)
    with CaptureQueriesContext(connection) as asked:
        assert judge_anew(DAY) == 0
    assert len(asked) <= 3


def test_the_front_page_counts_for_an_agency_what_is_public_as_a_list(admin_client, admin_user):
    said = "thủ tục đang công bố ở mức danh mục"
    assert said not in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    admin_user.agency = Agency.objects.create(name="Sở Gió", slug="so-gio", kind="department")
    admin_user.save()
    front = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert said in front
    assert "state=live&amp;tier=list" in front
