"""An agency's own shelves: of procedures, of news and of documents."""

from wagtail.log_actions import log

from agencies.models import Agency
from legal_documents.models import DocumentIndexPage
from legal_documents.store.shelves import document_shelves
from pages.models import NewsIndexPage
from pages.models.shelf import shelf_kinds
from pages.shelves.news import news_shelves
from procedures_catalog.models import ProcedureIndexPage
from procedures_catalog.shelves.shelves import Shelves

_LONGEST = 255
_LISTS = ((ProcedureIndexPage, Shelves), (NewsIndexPage, news_shelves), (DocumentIndexPage, document_shelves))


def rename_shelves(agency: Agency, former: str) -> None:
    """Those that were called as the agency was; a name that somebody has typed stays. The log tells of each where
    somebody acts."""
    name = agency.name[:_LONGEST]
    for kind in shelf_kinds():
        for shelf in kind._default_manager.filter(agency=agency, title=former[:_LONGEST]).exclude(title=name):
            kind._default_manager.filter(pk=shelf.pk).update(title=name, draft_title=name)
            log(instance=shelf, action="wagtail.rename", data={"title": {"old": shelf.title, "new": name}})


def ensure_shelves(agency: Agency) -> None:
    """Makes those that the agency does not have yet, in each list that the portal has. In a transaction of the
    caller's."""
    for lists, shelves in _LISTS:
        if lists.objects.exists():
            shelves().of(agency.pk)
