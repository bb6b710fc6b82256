"""A portal with something closed beside everything that is open, and the ways in which pages are closed."""

import datetime
from collections.abc import Callable

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from legal_documents.models import LegalDocumentPage
from pages.models import ContentPage, HomePage, NewsPage, PopularPage
from posting.models import ScanCount
from procedures_catalog.models import ProcedureLegalBasis, ProcedurePage
from tests.clock import today
from tests.legal_documents.documents_factory import make_document
from tests.pages.factories import make_content, make_news
from tests.procedures_catalog.factories import bring, national_row, page_of

#: Stands in every name and address of what is closed, and nowhere else.
MARK = "khongaibiet"
OPEN, CLOSED = "1.100001", "1.900001"
NAMES = {"Tên thủ tục": f"Thả diều {MARK}", "Lĩnh vực": f"Việc {MARK}", "Cơ quan thực hiện": f"Phòng {MARK}"}


def furnish(portal: tuple) -> None:
    """One open and one closed page of each kind, each leading to the other wherever a page can lead."""
    home, documents, news = portal
    bring(national_row(OPEN), national_row(CLOSED, 3, **NAMES))
    open_law = make_document(documents, "1/2020/NĐ-CP")
    closed_law = make_document(documents, f"2/2020/{MARK}", title=f"Luật {MARK}")
    make_news(news, "Tin cho mọi người")
    closed_news = make_news(news, f"Tin {MARK}", summary=f"Tóm tắt {MARK}")
    make_content(home, f"Hướng dẫn {MARK}", show_in_menus=True, in_footer=True)
    here, there = page_of(OPEN), page_of(CLOSED)
    for page, law in ((here, closed_law), (there, open_law)):
        ProcedureLegalBasis.objects.create(page=page, document=law, title="Căn cứ", number="9/2020/NĐ-CP")
    _replace(here, there)
    home.popular_pages.set([PopularPage(page=page.page_ptr) for page in (there, closed_news)])
    home.save()
    _scan(there)


def _replace(here: ProcedurePage, there: ProcedurePage) -> None:
    """Each took the other's place, which only a test would say."""
    day = today() - datetime.timedelta(days=3)
    ProcedurePage.objects.filter(pk=here.pk).update(successor=there, valid_to=day)
    ProcedurePage.objects.filter(pk=there.pk).update(successor=here)
    bring(national_row("1.100002", 2))


def _scan(page: ProcedurePage) -> None:
    last_month = timezone.localdate().replace(day=1) - datetime.timedelta(days=1)
    ScanCount.objects.create(identity=page.identity, day=last_month, hour=9, scans=50)


def closed_pages() -> list[Page]:
    """Those that nobody should hear of."""
    types = (ProcedurePage, LegalDocumentPage, NewsPage, ContentPage)
    return [page for page_type in types for page in page_type.objects.filter(title__contains=MARK)]


def _unpublish() -> None:
    for page in closed_pages():
        page.unpublish()


def _expire() -> None:
    Page.objects.filter(title__contains=MARK).update(expire_at=timezone.now() - datetime.timedelta(hours=1))
    call_command("publish_scheduled", verbosity=0)


def _restrict() -> None:
    for page in closed_pages():
        page.view_restrictions.create(restriction_type="password", password="diều giấy")


def _restrict_lists() -> None:
    """The lists above them, and the page of guidance itself."""
    for page in closed_pages():
        above = page.get_parent() if page.depth > 3 else page
        above.view_restrictions.get_or_create(restriction_type="login")


def _restrict_home() -> None:
    HomePage.objects.get().view_restrictions.create(restriction_type="login")


#: How pages are closed.
WAYS: dict[str, Callable[[], None]] = {
    "unpublished": _unpublish,
    "expired": _expire,
    "behind a password": _restrict,
    "below a closed list": _restrict_lists,
    "below a closed home page": _restrict_home,
}
