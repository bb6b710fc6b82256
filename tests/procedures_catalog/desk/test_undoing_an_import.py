"""What an import changed can be compared and undone from the history, also where it was the first change of a page."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from cms.access.upkeep import ensure_access
from procedures_catalog.facts.held import official_record
from tests.editors import in_role, published_by_another
from tests.procedures_catalog.desk.test_procedure_tabs import FULL
from tests.procedures_catalog.factories import bring, channel, national_row, page_of, published

pytestmark = pytest.mark.usefixtures("portal")
LATER = FULL | {
    "Yêu cầu, điều kiện thực hiện": "Có diều và gió.",
    "Cách thức thực hiện": [channel("DIRECT", "7 WORKING_DAY", ("9000 VNĐ (mỗi bản sao)",))],
    "Cơ quan thực hiện": "Sở Diều",
}


@pytest.fixture
def reviewer(client):
    """A client of somebody who may review, and no more."""
    ensure_access()
    user = get_user_model().objects.create_user("nguoiduyet", password="x")
    in_role(user, "Người duyệt")
    client.force_login(user)
    return client


def links(client, page, name: str) -> list[str]:
    """The addresses of one kind that the history of a page offers."""
    html = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content
    addresses = (link["href"] for link in BeautifulSoup(html, "html.parser").select("main a[href]"))
    return list(dict.fromkeys(address for address in addresses if name in address))


def imported_twice(*, touched: bool):
    """A page that an import made and another one changed; in between somebody at the desk published it, or nobody."""
    page = published("1.100001", **FULL)
    if touched:
        page.everyday_names = "thẻ diều"
        page.save_revision(log_action=True).publish()
    before = official_record(page_of("1.100001"))
    bring(national_row("1.100001", **LATER))
    return page_of("1.100001"), before


@pytest.mark.parametrize("touched", [False, True], ids=["first change", "after the desk"])
def test_the_history_leads_from_the_imports_line_to_what_it_changed(reviewer, touched):
    page, _ = imported_twice(touched=touched)
    shown = "".join(reviewer.get(address).content.decode() for address in links(reviewer, page, "/compare/"))
    assert "<ins>9.000</ins>" in "".join(shown.split())


@pytest.mark.parametrize("touched", [False, True], ids=["first change", "after the desk"])
def test_an_earlier_version_is_published_again_by_another_and_is_what_it_was(reviewer, touched):
    page, before = imported_twice(touched=touched)
    assert official_record(page) != before
    # What stood there before anybody at the desk changed it is offered, too.
    *_, last_before = links(reviewer, page, "/revert/")[: -1 if touched else None]
    data = querydict_from_html(reviewer.get(last_before).content.decode(), form_id="page-edit-form").dict()
    response = reviewer.post(last_before, data | {"overlay-count": "0", "action-publish": "1"})
    assert response.status_code == 302
    again = published_by_another(page)
    assert again.live
    assert official_record(again) == before
