"""The doors of uploaded files: pictures at their addresses below /media/, documents through Wagtail's own view."""

import posixpath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from pages.files.access import keeps, may_have

#: What editors upload as a picture of themselves; shown at the desk alone.
_PORTRAITS = "avatar_images"


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture; 404 for what this visitor may not have, as for what is not there. Never a document, and an original
    only for those who keep it: it may show more than was cut out of it, and where it was taken."""
    if not _may_see(request, path):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Content-Security-Policy"] = "default-src 'none'"
    return response


def _may_see(request: HttpRequest, path: str) -> bool:
    folder, name = posixpath.split(path)
    if folder == "images":
        image = _shown_as(f"images/{name}")
        return image is not None and may_have(request, image)
    if folder == "original_images":
        original = get_image_model().objects.filter(file=path).first()
        return original is not None and keeps(request, original)
    return folder == _PORTRAITS and request.user.has_perm("wagtailadmin.access_admin")


def _shown_as(path: str) -> AbstractImage | None:
    """The image of which a file is one size."""
    renditions = get_image_model().get_rendition_model().objects.filter(file=path)
    rendition = renditions.select_related("image__collection").first()
    return rendition.image if rendition else None


def hide_document(document: AbstractDocument, request: HttpRequest) -> HttpResponse | None:
    """Before a document is sent: 404 for what nobody but its keepers may have. What stands in a closed collection is
    left to Wagtail, which asks for the password or the account."""
    if not document.collection.get_view_restrictions() and not may_have(request, document):
        raise Http404
    return None
