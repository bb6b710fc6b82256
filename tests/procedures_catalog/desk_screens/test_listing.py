"""The desk's list of procedures: what a row tells, what it can be narrowed by, and in what order it comes."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency
from cms.access.upkeep import ensure_access
from cms.models import Editor
from procedures_catalog.desk_screens.states import STATES
from procedures_catalog.models import EverydayWords, ProcedurePage, Sector
from tests.clock import today
from tests.editors import in_role
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]


@pytest.fixture
def editor() -> Editor:
    """An editor, who may not publish."""
    ensure_access()
    person = Editor.objects.create_user("bien-tap", last_name="Nguyễn Thị", first_name="Hoa")
    in_role(person, "Biên tập viên")
    return person


@pytest.fixture
def rows(client, editor):
    """Asks for the list with a query; code → the texts of its row, in the order of the list."""
    client.force_login(editor)

    def ask(query: str = "") -> dict[str, list[str]]:
        address = reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])
        answer = client.get(f"{address}?{query}")
        assert answer.status_code == 200
        return in_table(answer.content.decode())

    return ask


def in_table(html: str) -> dict[str, list[str]]:
    """Code → the texts of the row."""
    lines = BeautifulSoup(html, "html.parser").select("table.listing tbody tr")
    cells = [[" ".join(cell.stripped_strings) for cell in line.find_all("td")] for line in lines]
    return {cell[1]: cell for cell in cells}


def draft(page: ProcedurePage, user: Editor | None) -> None:
    """Leaves a change that is not published."""
    page.everyday_names = "thẻ gió"
    page.save_revision(user=user)


def a_catalogue(editor: Editor) -> None:
    """One procedure for each thing that the list can be narrowed by; 1.100009 has nothing special."""
    bring(*[national_row(f"1.10000{number}") for number in (1, 2, 6, 7, 8, 9)])
    bring(national_row("1.100003", **{"Cách thức thực hiện": [], "Lĩnh vực": "Sáo"}))
    bring(national_row("1.100004", **{"Cấp thực hiện": "Cấp Tỉnh", "Cơ quan thực hiện": "Sở Gió"}))
    bring(national_row("1.100005"), publish=False)
    draft(page_of("1.100001"), None)
    draft(page_of("1.100002"), editor)
    page_of("1.100006").unpublish()
    ProcedurePage.objects.filter(code="1.100007").update(valid_to=today())
    of_the_province(page_of("1.100008"))


def of_the_province(page: ProcedurePage) -> None:
    """Gives a procedure an agency in charge and a text of the province's own."""
    page.agency = Agency.objects.create(name="Ban Mây", kind="department")
    page.overlay = [("conditions", {"value": "Có dây dù."})]
    page.save()


def test_a_row_tells_what_an_editor_must_know(rows, editor):
    published("1.100001", **{"Tên thủ tục": "Cấp thẻ thả diều " + "rất dài " * 40})
    draft(page_of("1.100001"), editor)
    row = " | ".join(rows()["1.100001"])
    for told in (
        "Cấp thẻ thả diều " + ("rất dài " * 40).strip(),
        "Diều, sáo",
        "Cấp xã",
        "Ủy ban nhân dân cấp xã",
        "Đang công bố Có bản nháp",
        "bản nháp của Nguyễn Thị Hoa",
        "đủ",
    ):
        assert told in row


def test_procedures_of_one_name_differ_in_their_rows(rows):
    for code in ("1.100001", "1.100002"):
        published(code, **{"Tên thủ tục": "Cấp thẻ"})
    one, other = rows().values()
    assert one[2] == other[2]
    assert (one[1], other[1]) == ("1.100002", "1.100001") or (one[1], other[1]) == ("1.100001", "1.100002")


NARROWED = {
    "q=diều&layer=yes": {"1.100008"},
    "q=1100008": {"1.100008"},
    "level=province": {"1.100004"},
    "office=sở gió": {"1.100004"},
    "office=SO GIO": {"1.100004"},
    "office=ban mây": {"1.100008"},
    "state=abolished": {"1.100007"},
    "state=new": {"1.100005"},
    "state=withdrawn": {"1.100006"},
    "state=new&state=withdrawn": {"1.100005", "1.100006"},
    "draft=mine": {"1.100002"},
    "draft=people": {"1.100002"},
    "draft=import&state=live": {"1.100001"},
    "missing=time": {"1.100003"},
    "missing=time&missing=result": {"1.100003"},
    "missing=time&level=province": set(),
    "layer=yes": {"1.100008"},
    "layer=no&state=withdrawn": {"1.100006"},
}


def test_each_filter_leaves_what_it_says(rows, editor):
    a_catalogue(editor)
    assert {query: set(rows(query)) for query in NARROWED} == NARROWED
    sector = Sector.objects.get(name="Sáo")
    assert set(rows(f"sector={sector.pk}")) == {"1.100003"}


def test_a_state_in_a_row_and_the_filter_of_that_state_agree(rows, editor):
    a_catalogue(editor)
    page = page_of("1.100009")
    page.go_live_at = timezone.now() + datetime.timedelta(days=3)
    page.save_revision(user=editor).publish()
    page_of("1.100002").get_workflow().start(page_of("1.100002"), editor)
    shown = rows()
    for state, label in STATES.items():
        having = {code for code, row in shown.items() if f" {label} " in f" {row[6]} "}
        assert set(rows(f"state={state}")) == having, label


def test_the_latest_change_comes_first_and_pages_of_the_list_do_not_overlap(rows, editor):
    bring(*[national_row(f"1.1{number:05}") for number in range(52)])
    draft(page_of("1.100042"), editor)
    first, second = list(rows()), list(rows("p=2"))
    assert first[0] == "1.100042"
    assert (len(first), len(second)) == (50, 2)
    assert not set(first) & set(second)
    assert list(rows("ordering=code_base"))[:3] == ["1.100000", "1.100001", "1.100002"]
    assert next(iter(rows("ordering=-code_base"))) == "1.100051"


def test_an_order_or_a_value_that_nobody_offers_is_let_pass(rows):
    published("1.100001")
    assert set(rows("ordering=password&state=nope&sector=999&level=x&p=77")) == {"1.100001"}


def test_the_same_list_is_reached_from_the_report_of_page_types(client, editor):
    published("1.100001")
    client.force_login(editor)
    answer = client.get(reverse("wagtailadmin_pages:type_use", args=["procedures_catalog", "procedurepage"]))
    assert set(in_table(answer.content.decode())) == {"1.100001"}


def test_what_was_never_published_is_said_to_be_unknown(rows):
    bring(national_row("1.100001"), publish=False)
    assert rows()["1.100001"][7] == "chưa rõ (chưa công bố)"


def test_what_nobody_has_written_down_of_what_people_say_is_found(rows):
    bring(*[national_row(f"1.10000{number}") for number in (1, 2, 3)])
    EverydayWords.objects.create(identity=page_of("1.100001").identity, names="thẻ diều")
    EverydayWords.objects.create(identity=page_of("1.100002").identity)
    page_of("1.100003").unpublish()
    assert set(rows("words=none")) == {"1.100002"}
