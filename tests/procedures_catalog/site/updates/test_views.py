"""What changed on a day, for people and for a channel; what is minor, closed or the beginning of all is told nobody."""

import datetime
from html import unescape

import pytest
from wagtail.models import PageViewRestriction

from pages.models import ShownChange
from procedures_catalog.models import ChangeNote, PublishedVersion
from procedures_catalog.versions import news
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]
CODE, CONDITIONS = "1.100001", "Yêu cầu, điều kiện thực hiện"
PAGE, TEXT = "/cap-nhat/", "/cap-nhat/zalo.txt"
NOTE = "Yêu cầu, điều kiện: Có diều. → Có dây"


@pytest.fixture
def changed(portal):
    """A procedure that changed today; it came yesterday."""
    published(CODE)
    earlier(1)
    bring(national_row(CODE, **{CONDITIONS: "Có dây."}))
    return page_of(CODE)


def earlier(days: int) -> None:
    """All that was noted so far is so many days older."""
    for version in PublishedVersion.objects.all():
        version.noted_at -= datetime.timedelta(days=days)
        version.save()
    ShownChange.note()


def shown(client, address: str) -> str:
    """The page as people read it."""
    return unescape(client.get(address).content.decode())


def test_a_day_tells_what_changed_under_its_sector_and_leads_to_the_procedures_history(client, changed):
    page = shown(client, PAGE)
    assert "<h1>Hôm nay cập nhật</h1>" in " ".join(page.split()).replace("<h1> ", "<h1>").replace(" </h1>", "</h1>")
    assert "Diều, sáo" in page
    assert NOTE in page
    assert f'href="{changed.url}#ban-2"' in page
    assert 'id="ban-2"' in shown(client, changed.url)


def test_from_a_day_one_goes_to_the_nearest_days_with_changes(client, changed):
    yesterday = today() - datetime.timedelta(days=1)
    page = shown(client, PAGE)
    assert f'href="/cap-nhat/?ngay={yesterday.isoformat()}"' in page
    before = shown(client, f"{PAGE}?ngay={yesterday:%d/%m/%Y}")
    assert "Thủ tục mới trên cổng" in before
    assert f'href="/cap-nhat/?ngay={today().isoformat()}"' in before


@pytest.mark.parametrize(
    ("day", "status", "said"),
    [
        ("hôm qua", 400, ""),
        ("31/02/2026", 400, ""),
        ("01/01/2001", 200, "không có thủ tục nào thay đổi"),
        ("01/01/2099", 200, "Ngày này chưa tới"),
    ],
)
def test_any_day_that_is_typed_gets_an_answer(client, changed, day, status, said):
    answer = client.get(PAGE, {"ngay": day})
    assert answer.status_code == status
    assert said in unescape(answer.content.decode())
    assert client.get(TEXT, {"ngay": day}).status_code == status


@pytest.mark.parametrize("way", ["minor", "closed", "down"])
def test_what_is_minor_closed_or_taken_down_is_told_nobody(client, changed, way):
    if way == "minor":
        ChangeNote.objects.update(is_minor=True)
    elif way == "closed":
        PageViewRestriction.objects.create(page=changed, restriction_type="password", password="gio")
    else:
        changed.unpublish()
    for address in (PAGE, TEXT, "/thu-tuc.atom", f"/thu-tuc/linh-vuc/{changed.sector.slug}/thay-doi.atom", "/"):
        assert "Có dây" not in shown(client, address)


def test_a_day_on_which_nothing_changed_is_in_no_index_of_the_web(client, changed):
    assert client.get(PAGE, {"ngay": "01/01/2001"})["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get(PAGE)


def test_a_minor_change_stays_in_the_history(client, changed):
    ChangeNote.objects.update(is_minor=True)
    assert NOTE in shown(client, changed.url)


def test_a_catalogue_that_is_brought_in_is_no_news(client, monkeypatch):
    monkeypatch.setattr(news, "FEWEST", 3)
    bring(*(national_row(f"1.10000{number}", number) for number in range(2, 6)))
    assert "Thủ tục mới" not in shown(client, PAGE)
    assert client.get(TEXT).content == b""


def test_a_channels_text_has_short_addresses_and_no_more_than_it_may(client, monkeypatch):
    monkeypatch.setattr(news, "FEWEST", 1000)
    bring(*(national_row(f"1.1000{number:02}", number) for number in range(2, 60)))
    text = client.get(TEXT).content.decode()
    assert client.get(TEXT)["Content-Type"] == "text/plain; charset=utf-8"
    assert len(text) <= 2000
    page = page_of("1.100002")
    assert page.identity.get_absolute_url() in text
    assert text.rstrip().endswith(f"/cap-nhat/?ngay={today().isoformat()}")


@pytest.mark.parametrize("address", [PAGE, TEXT, "/thu-tuc.atom"])
def test_queries_do_not_grow_with_the_changes(client, address, django_assert_max_num_queries):
    for first, last in ((0, 1), (1, 40)):
        bring(*(national_row(f"1.1000{number:02}") for number in range(first, last)))
        client.get(address)
        with django_assert_max_num_queries(13):
            assert client.get(address).status_code == 200


def test_more_than_a_page_are_told_on_several(client, monkeypatch):
    monkeypatch.setattr("procedures_catalog.site.updates.views._AT_ONCE", 2)
    bring(*(national_row(f"1.10000{number}", number, **{"Tên thủ tục": f"Diều {number}"}) for number in range(2, 7)))
    first, last = shown(client, PAGE), shown(client, f"{PAGE}?trang=3")
    assert ("Diều 2" in first, "Diều 6" in first, "Diều 6" in last) == (True, False, True)
    assert client.get(f"{PAGE}?trang=x").status_code == 200
