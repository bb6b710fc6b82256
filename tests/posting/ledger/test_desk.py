"""The ledger at the desk: read by those who may, narrowed, counted by commune, and told to whoever publishes."""

import csv
import io

import pytest
from django.urls import reverse

from cms.access.upkeep import ensure_access
from cms.models import Editor
from posting.ledger.papers import replace
from procedures_catalog.models import ProcedurePage
from tests.clock import today
from tests.editors import in_role
from tests.posting.factories import commune, hung, printed
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, portal):
    """A reviewer, signed in."""
    ensure_access()
    user = Editor.objects.create_user("duyet", password="x")
    in_role(user, "Người duyệt")
    client.force_login(user)
    return user


@pytest.fixture
def wall(editor):
    """Four papers: right, wrong, replaced, never hung."""
    one, two = commune(1), commune(2)
    bring(national_row("1.100001"), national_row("1.100002"))
    first, second = page_of("1.100001"), page_of("1.100002")
    hung([second], unit=one, title="Còn đúng")
    hung([first], unit=one, title="Đã sai")
    replace(hung([second], unit=two, title="Đã thay"), printed([second], title="Tờ thay"), today())
    printed([second], "short", title="Đưa tận tay")
    _publish(first, title="Cấp thẻ diều sáo")


def _publish(page, **values):
    page = ProcedurePage.objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def _rows(client, address="posting_ledger", **asked):
    response = client.get(reverse(address), {"export": "csv", **asked})
    return list(csv.DictReader(io.StringIO(b"".join(response).decode("utf-8-sig"))))


def test_the_ledger_says_how_each_paper_stands(client, wall):
    states = {row["Tên tờ"]: row["Tình trạng"] for row in _rows(client)}
    assert states["Còn đúng"] == "Đang treo, còn đúng"
    assert states["Đã sai"] == "Đang treo, đã sai: cần in lại"
    assert states["Đã thay"].startswith("Đã thay bằng tờ ")
    assert states["Đưa tận tay"] == "Không treo"
    assert client.get(reverse("posting_ledger"), {"export": "xlsx"}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"state": "wrong"}, {"Đã sai"}),
        ({"state": "hanging"}, {"Còn đúng", "Đã sai", "Tờ thay"}),
        ({"state": "ended"}, {"Đã thay"}),
        ({"state": "kept"}, {"Đưa tận tay"}),
        ({"kind": "short"}, {"Đưa tận tay"}),
        ({"procedure": "1.100001"}, {"Đã sai"}),
        ({"procedure": "1.100001.000.00.00.H50"}, {"Đã sai"}),
        ({"procedure": "khong-co"}, set()),
    ],
)
def test_the_ledger_can_be_narrowed(client, wall, asked, titles):
    assert {row["Tên tờ"] for row in _rows(client, **asked)} == titles


def test_it_is_a_page_with_a_place_in_the_menu(client, wall):
    page = client.get(reverse("posting_ledger"), {"state": "wrong"}).content.decode()
    assert "Đã sai" in page
    assert "Còn đúng" not in page
    assert reverse("posting_ledger") in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(reverse("posting_ledger_results")).status_code == 200


def test_the_counts_name_each_commune_that_has_a_wrong_paper(client, wall):
    assert _rows(client, "wrong_papers") == [{"Nơi": "Xã Diều 1", "Tờ đã sai": "1", "Tờ đang treo": "2"}]
    page = client.get(reverse("wrong_papers")).content.decode()
    assert "Xã Diều 1" in page
    assert "state=wrong" in page


def test_nobody_else_reads_them(client, portal):
    ensure_access()
    officer = Editor.objects.create_user("canbo", password="x")
    in_role(officer, "Cán bộ một cửa")
    client.force_login(officer)
    for address in ("posting_ledger", "wrong_papers"):
        assert client.get(reverse(address)).status_code == 302
