"""Brings a portal's fixed pages into being: home, catalogue with its shelf, documents and news, each once."""

from django.db import transaction

from legal_documents.store.load import ensure_document_index
from pages.load import ensure_home, ensure_news_index
from pages.models import HomePage
from procedures_catalog.models import ProcedureIndexPage
from procedures_catalog.shelves.owners import owner_table
from procedures_catalog.shelves.shelves import Shelves


def ensure_pages(title: str = "Cổng thông tin thủ tục hành chính"):
    """The home page with the lists below it; whatever exists is left as it is. Returns (home, documents, news)."""
    home = ensure_home(title)
    _ensure_catalogue(home)
    return home, ensure_document_index(home), ensure_news_index(home)


@transaction.atomic
def _ensure_catalogue(home: HomePage) -> None:
    """The catalogue, and the shelf of whoever keeps it: a procedure that is added needs one to stand on."""
    if not ProcedureIndexPage.objects.exists():
        page = ProcedureIndexPage(title="Danh mục thủ tục", slug="thu-tuc", show_in_menus=True)
        home.add_child(instance=page)
        page.save_revision().publish()
    Shelves().of(owner_table().keeper)
