"""The desk's report: exact numbers for those who may read them, as a page and as files."""

import csv
import datetime
import io

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cms.access.upkeep import ensure_access
from cms.models import Editor
from posting.models import PostedPaper
from tests.editors import in_role
from tests.posting.statistics.factories import count_scans, make_paper


@pytest.fixture
def editor(client, identities):
    """Signed in."""
    ensure_access()
    editor = Editor.objects.create_user("bien-tap", password="x")
    in_role(editor, "Biên tập viên")
    client.force_login(editor)
    return editor


@pytest.fixture
def paper(db) -> PostedPaper:
    return make_paper(tag="AAAAAAA", title="=HYPERLINK(1)")


@pytest.fixture
def counted(identities, paper):
    """Three scans today, two of a month ago."""
    today = timezone.localdate()
    count_scans(identities[0], today, 2, hour=8, paper=paper)
    count_scans(identities[1], today, 1, hour=9)
    count_scans(identities[2], today - datetime.timedelta(days=40), 2)


def report(client, **asked) -> list[dict[str, str]]:
    response = client.get(reverse("scan_report"), {"export": "csv", **asked})
    return list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"))))


def test_it_adds_up_the_last_thirty_days_by_procedure(client, editor, counted):
    assert [(row["Chi tiết"], row["Lượt quét"]) for row in report(client)] == [("1.100001", "2"), ("1.100002", "1")]


def test_another_period_and_another_group_can_be_chosen(client, editor, counted):
    old = timezone.localdate() - datetime.timedelta(days=40)
    assert [row["Lượt quét"] for row in report(client, day_from=f"{old:%d/%m/%Y}")] == ["2", "2", "1"]
    rows = report(client, day_from=f"{old:%d/%m/%Y}", day_to=f"{old:%d/%m/%Y}", by="sector")
    assert rows == [{"Lĩnh vực": "Đất đai", "Chi tiết": "", "Lượt quét": "2"}]


@pytest.mark.parametrize(
    "asked",
    [
        {"day_from": "hôm qua"},
        {"day_from": "01/01/0001", "day_to": "31/12/9999"},
        {"day_from": "31/12/9999"},
        {"by": "nonsense"},
        {"by": "hour", "p": "99"},
    ],
)
def test_odd_wishes_are_answered(client, editor, counted, asked):
    assert client.get(reverse("scan_report"), asked).status_code == 200
    assert client.get(reverse("scan_report"), {"export": "csv", **asked}).status_code == 200


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_title_becomes_a_formula(client, editor, counted, ending):
    response = client.get(reverse("scan_report"), {"export": ending, "by": "paper"})
    content = b"".join(response)
    if ending == "csv":
        assert "'=HYPERLINK(1)" in content.decode()
    else:
        cells = [cell for row in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
        assert "=HYPERLINK(1)" in [cell.value for cell in cells]
        assert all(cell.data_type != "f" for cell in cells)


def test_the_page_shows_pictures_with_their_numbers_and_the_papers_to_look_at(client, editor, counted, paper):
    paper.hung_on = timezone.localdate() - datetime.timedelta(days=60)
    paper.save()
    forgotten = make_paper(title="Bảng bỏ quên", hung_on=paper.hung_on)
    page = client.get(reverse("scan_report")).content.decode()
    assert "3 lượt quét" in page
    assert page.count('<svg class="chart"') == 2
    assert "Treo đã 30 ngày, 30 ngày qua không ai quét: 1 tờ" in page
    assert forgotten.tag in page
    assert client.get(reverse("scan_report_results"), {"by": "hour"}).status_code == 200


def test_it_is_in_the_menu_of_reports(client, editor):
    assert reverse("scan_report") in client.get(reverse("wagtailadmin_home")).content.decode()


def test_nobody_else_reads_it(client, identities):
    assert client.get(reverse("scan_report")).status_code == 302
    client.force_login(Editor.objects.create_user("ai", password="x"))
    assert client.get(reverse("scan_report")).status_code == 302
