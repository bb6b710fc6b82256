"""What a change of a legal document touches on this floor, and where its pages show files and agencies."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Site

from agencies.models import Agency
from consequences.keys import page_key
from consequences.registry import say
from consequences.touched import Touched
from legal_documents.models import DocumentIndexPage, LegalDocumentPage
from pages.addresses import addresses, parent_path
from pages.models import PortalSettings


def connect() -> None:
    """Says it; twice changes nothing."""
    say(LegalDocumentPage, documents)
    say(DocumentIndexPage, document_index)
    say(get_document_model(), documents_with_files)
    say(Agency, entries_of_agencies, when=["slug"])
    say(PortalSettings, portal_settings)
    say(Site, portal_settings)


def documents(ids: Sequence[int]) -> Touched:
    """Legal documents: their list, the home page, the feed."""
    paths = LegalDocumentPage.objects.filter(pk__in=ids).values_list("url_path", flat=True)
    return Touched.of(lists=[*addresses(set(map(parent_path, paths))), reverse("home")], feeds=_feed())


def document_index(ids: Sequence[int]) -> Touched:
    """A list of documents: itself, and the feed, which leads to it."""
    paths = DocumentIndexPage.objects.filter(pk__in=ids).values_list("url_path", flat=True)
    return Touched.of(lists=addresses(paths), feeds=_feed())


def documents_with_files(ids: Sequence[int]) -> Touched:
    """The documents that offer these files; what they are found by is what an open file says."""
    rows = list(LegalDocumentPage.objects.filter(file__in=ids).values_list("pk", "url_path"))
    return Touched.of(entries=(page_key(pk) for pk, _ in rows), pages=addresses(path for _, path in rows))


def entries_of_agencies(ids: Sequence[int]) -> Touched:
    """What can be narrowed by its agency is found under that agency's address."""
    owned = LegalDocumentPage.objects.filter(agency__in=ids).values_list("pk", flat=True)
    return Touched.of(entries=map(page_key, owned))


def portal_settings(_ids: Sequence[int]) -> Touched:
    """The feed names the portal as its author."""
    return Touched.of(feeds=_feed())


def _feed() -> Iterable[str]:
    return [reverse("documents_feed")]
