"""“Dùng ở đâu”: for everything that is said once the desk tells what shows it, counted and linked."""

import datetime

import pytest
from django.urls import reverse
from wagtail.models import Site

from agencies.models import Agency, CommonDay, CounterDay, Role
from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.models import PortalSettings
from posting.place.letterhead import head_said
from posting.place.place import header_of
from posting.where_used.found import of_amount
from posting.where_used.screen import AGENCY, AMOUNT, COMMON_DAY, HOTLINE, INDEX, address
from tests.clock import today
from tests.editors import browser_of, member
from tests.posting.factories import commune, counter_of, hung
from tests.procedures_catalog.amounts import amount_of, becomes, channels_with, taking
from tests.procedures_catalog.dated.sets import approved, make_set
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
CODES = ("1.100001", "1.100002", "1.100003")


@pytest.fixture
def keeper():
    """Who administers the portal."""
    return browser_of(Editor.objects.create_superuser("quan-tri"))


def _read(client, kind, number) -> str:
    return " ".join(client.get(address(kind, number)).content.decode().split())


def test_an_amount_tells_its_procedures_and_its_papers(keeper):
    amount = amount_of()
    pages = taking(amount, *CODES)
    paper = hung(pages, "book")
    hung(pages, "board")
    becomes(amount, amount=9_000)
    shown = _read(keeper, AMOUNT, amount.pk)
    assert "Thủ tục đang công bố: 3" in shown
    assert all(page.get_url() in shown for page in pages)
    assert "Tờ đang treo: 1" in shown
    assert f"tờ {paper.tag}" in shown
    assert "đã sai, cần in lại" in shown


def test_an_amount_tells_procedures_that_will_take_it(keeper):
    amount, page, soon = amount_of(), published(CODES[0]), today() + datetime.timedelta(days=5)
    approved(make_set(soon, (page, "channels", channels_with(amount))), today())
    assert f"mục phí đổi từ ngày {soon:%d/%m/%Y}" in _read(keeper, AMOUNT, amount.pk)


def test_of_several_sets_the_day_of_the_first_is_told(keeper):
    amount, page = amount_of(), published(CODES[0])
    days = [today() + datetime.timedelta(days=number) for number in (9, 5, 7)]
    for day in days:
        make_set(day, (page, "channels", channels_with(amount)), state="approved")
    shown = _read(keeper, AMOUNT, amount.pk)
    assert [f"từ ngày {day:%d/%m/%Y} theo gói" in shown for day in days] == [False, True, False]


def _headed(counter: Agency, kind: str):
    head = head_said(kind, header_of(counter.unit, counter, PortalSettings.of_main_site()))
    return hung([published("1.100009")], kind, unit=counter.unit, counter=counter, head=head)


def test_a_counter_tells_its_pages_and_the_papers_that_print_its_hours(keeper):
    counter = counter_of(commune(), opening_hours="Thứ Hai–Thứ Sáu: 7:30–17:00")
    sheet, label = _headed(counter, "short"), _headed(counter, "poster")
    shown = _read(keeper, AGENCY, counter.pk)
    assert counter.get_absolute_url() in shown
    assert reverse("counter_list", args=[counter.slug]) in shown
    assert sheet.tag in shown
    assert label.tag not in shown
    assert "1 tờ đang treo" in keeper.get(reverse(INDEX)).content.decode()


def test_the_hotline_tells_the_papers_whose_head_has_it(keeper):
    site = Site.objects.get()
    PortalSettings.objects.update_or_create(site=site, defaults={"hotline": "1900 0000"})
    paper = _headed(counter_of(commune()), "poster")
    shown = _read(keeper, HOTLINE, site.pk)
    assert "1900 0000" in shown
    assert paper.tag in shown


def test_a_day_of_all_counters_tells_those_that_do_not_say_otherwise(keeper):
    other, own = counter_of(commune(1)), counter_of(commune(2))
    day = CommonDay.objects.create(begins=datetime.date(2027, 1, 1), kind="closed", reason="Tết")
    CounterDay.objects.create(agency=own, begins=day.begins, kind="open", hours="8:00–11:00")
    CounterDay.objects.create(agency=other, begins=day.begins, kind="note", reason="Nhớ mang ô")
    CounterDay.objects.create(agency=other, begins=day.ends, kind="closed", reason="Dọn quầy")
    shown = _read(keeper, COMMON_DAY, day.pk)
    assert other.get_absolute_url() in shown
    assert own.get_absolute_url() not in shown


def test_of_another_agencys_amount_nothing_is_told():
    ensure_access()
    ours, theirs = (Agency.objects.create(name=name) for name in ("Sở Diều", "Sở Sáo"))
    writer = browser_of(member(Role.WRITER, ours, "an"))
    own, other = amount_of(agency=ours, name="Phí diều"), amount_of(agency=theirs, name="Phí sáo")
    assert writer.get(address(AMOUNT, own.pk)).status_code == 200
    assert writer.get(address(AMOUNT, other.pk)).status_code == 404
    index = writer.get(reverse(INDEX)).content.decode()
    assert "Phí diều" in index
    assert "Phí sáo" not in index


def test_papers_of_other_agencies_are_not_told():
    ensure_access()
    amount = amount_of()
    pages = taking(amount, CODES[0])
    ours, theirs = counter_of(commune(1)), counter_of(commune(2))
    own, other = (hung(pages, "book", unit=each.unit, counter=each) for each in (ours, theirs))
    sections = list(of_amount(amount, member(Role.UNIT_ADMIN, ours, "an"), today()))
    assert [(each.label, each.count) for each in sections] == [("Thủ tục đang công bố", 1), ("Tờ đang treo", 1)]
    (line,) = sections[1].lines
    assert (own.tag in line.text, other.tag in line.text) == (True, False)


def test_what_there_is_not_is_not_found(keeper):
    assert keeper.get(address(AMOUNT, 999)).status_code == 404
    assert keeper.get(address("gi-do", 1)).status_code == 404
    assert keeper.post(address(AMOUNT, 999)).status_code == 405


def test_many_procedures_ask_no_more_than_few(keeper, django_assert_max_num_queries):
    few, many = amount_of(), amount_of(9_000)
    hung(taking(few, CODES[0]), "book")
    hung(taking(many, *CODES[1:], *(f"1.2{number:05}" for number in range(10))), "book")
    keeper.get(address(AMOUNT, few.pk))
    with django_assert_max_num_queries(40):
        keeper.get(address(AMOUNT, many.pk))
