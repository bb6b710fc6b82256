"""Whoever changes something at the desk is told how many hanging papers that makes wrong, by whatever screen."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from agencies.models import Agency
from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.models import PortalSettings
from posting.ledger import telling
from posting.ledger.papers import take_down
from procedures_catalog.models import ProcedureLegalBasis, Sector
from tests.clock import today
from tests.cms.desk.form import DeskForm, opened_with
from tests.editors import in_role
from tests.legal_documents.documents_factory import make_document
from tests.pages.factories import settled
from tests.posting.factories import commune, counter_of, hung, printed
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = pytest.mark.django_db
NONE = "tờ niêm yết đang treo"


@pytest.fixture
def editor(client, portal):
    """A reviewer, signed in."""
    ensure_access()
    user = Editor.objects.create_user("duyet", password="x")
    in_role(user, "Người duyệt")
    client.force_login(user)
    return user


@pytest.fixture
def administrator(client, portal):
    """An administrator, signed in."""
    client.force_login(Editor.objects.create_superuser("quan-tri", password="x"))


def _told(client, page):
    address = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    return client.post(address, {"reason": "Thủ tục đã bị bãi bỏ."}, follow=True).content.decode()


def test_an_editor_is_told_how_many_papers_are_wrong_now_and_where(client, editor):
    page = published()
    for number in (1, 2):
        hung([page], unit=commune(number))
    hung([page], counter=counter_of(commune(3)))
    take_down(hung([page]), today())
    said = _told(client, page)
    assert "3 tờ niêm yết đang treo ở 3 xã, phường không còn khớp với thủ tục này" in said
    assert f"{reverse('posting_ledger')}?state=wrong&amp;procedure=1.100001" in said


def test_a_paper_of_no_commune_is_told_without_one(client, editor):
    page = published()
    hung([page])
    assert "1 tờ niêm yết đang treo không còn khớp" in _told(client, page)


def test_whoever_changes_an_office_is_told_how_many_papers_that_makes_wrong(client, administrator):
    counter = counter_of(commune(), phone="0200 111")
    hung([published()], counter=counter, head={"phone": "0200 111"})
    known = {"name": counter.name, "slug": counter.slug, "kind": counter.kind, "unit": counter.unit_id, "order": 0}
    rows = ("next_steps", "special_days")
    known |= {f"{row}-{name}_FORMS": 0 for row in rows for name in ("TOTAL", "INITIAL")}
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[counter.pk])
    known |= opened_with(client, address)
    said = client.post(address, known | {"phone": "0200 222"}, follow=True).content.decode()
    assert "1 tờ niêm yết đang treo của Một cửa Xã Diều 1 không còn đúng" in said
    known |= opened_with(client, address)
    assert "tờ niêm yết" not in client.post(address, known | {"phone": "0200 111"}, follow=True).content.decode()


def test_nothing_is_said_where_no_paper_is_touched(client, editor):
    page = published()
    printed([page], "short")
    assert "tờ niêm yết đang treo" not in _told(client, page)


def test_who_publishes_a_law_is_told_of_the_procedures_that_rest_on_it(client, administrator, portal):
    law = make_document(portal[1], "1/2020/NĐ-CP", effective_from="2020-01-01")
    bring(national_row("1.100001"), national_row("1.100002"))
    pages = [page_of(code) for code in ("1.100001", "1.100002")]
    for page in pages:
        ProcedureLegalBasis.objects.create(page=page, document=law, title=law.title)
    hung(pages, "full")
    law.expires_on = date(2021, 1, 1)
    law.save_revision()
    said = DeskForm.open(client, law.pk).send("publish")
    said = client.get(said.url).content.decode()
    assert "1 tờ niêm yết đang treo không còn khớp với các thủ tục mà thay đổi này động tới" in said


def test_who_renames_a_sector_is_told(client, administrator):
    page = published()
    hung([page])
    address = reverse(type(page.sector).snippet_viewset.get_url_name("edit"), args=[page.sector_id])
    form = {"name": "Diều và sáo", "slug": page.sector.slug} | opened_with(client, address)
    said = client.post(address, form, follow=True).content.decode()
    assert "1 tờ niêm yết đang treo không còn khớp với thủ tục này" in said


def test_who_changes_the_portals_telephone_is_told(client, administrator):
    settings = settled(hotline="1022")
    hung([published()], head={"hotline": "1022"})
    address = reverse("wagtailsettings:edit", args=["pages", "portalsettings", settings.site_id])
    shown = client.get(address, follow=True).content.decode()
    form = querydict_from_html(shown, form_id="w-editor-form").dict() | {"hotline": "1900"}
    said = client.post(address, form, follow=True).content.decode()
    assert PortalSettings.objects.get().hotline == "1900"
    assert "1 tờ niêm yết đang treo không còn đúng" in said


def test_who_saves_a_draft_is_told_nothing(client, administrator):
    page = published()
    hung([page])
    said = DeskForm.open(client, page.pk).send(everyday_names="diều")
    assert NONE not in client.get(said.url).content.decode()


def test_whoever_changes_very_many_procedures_is_told_that_they_are_looked_at(client, administrator, monkeypatch):
    hung([published(f"1.10000{number}") for number in range(3)])
    monkeypatch.setattr(telling, "VERSIONS_AT_ONCE", 2)
    sector = Sector.objects.get()
    address = reverse(Sector.snippet_viewset.get_url_name("edit"), args=[sector.pk])
    form = {"name": "Khí cầu", "slug": sector.slug} | opened_with(client, address)
    said = client.post(address, form, follow=True).text
    assert "3 thủ tục mà thay đổi này động tới đang được xem lại" in said
