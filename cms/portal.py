"""Brings a portal's fixed pages into being: home, catalogue, documents and news, each once."""

from legal_documents.store.load import ensure_document_index
from pages.load import ensure_home, ensure_news_index
from procedures_catalog.models import ProcedureIndexPage


def ensure_pages(title: str = "Cổng thông tin thủ tục hành chính"):
    """The home page with the lists below it; whatever exists is left as it is. Returns (home, documents, news)."""
    home = ensure_home(title)
    if not ProcedureIndexPage.objects.exists():
        page = ProcedureIndexPage(title="Danh mục thủ tục", slug="thu-tuc", show_in_menus=True)
        home.add_child(instance=page)
        page.save_revision().publish()
    return home, ensure_document_index(home), ensure_news_index(home)
