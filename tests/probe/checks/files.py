"""Uploaded files, the database and what else lies in the data folder: given to nobody by nginx or by the portal."""

import json
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from tests.probe.found import Found, check, nothing
from tests.probe.portal import manage
from tests.probe.probe import Probe

_MAKE = """
import json
from io import BytesIO
from PIL import Image as Picture
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
drawn = BytesIO()
Picture.new("RGB", (40, 30), "red").save(drawn, "PNG")
document = get_document_model().objects.create(title="Dự thảo", file=ContentFile(b"%PDF-1.4 mat", "du-thao.pdf"))
image = get_image_model().objects.create(title="Ảnh", file=ContentFile(drawn.getvalue(), "anh.png"))
shown = image.get_rendition("width-20")
files = [document.file.url, image.file.url, shown.url, document.url]
print(json.dumps({"document": document.pk, "image": image.pk, "files": files}))
"""
_UNMAKE = """
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
get_document_model().objects.filter(pk={document}).delete()
get_image_model().objects.filter(pk={image}).delete()
"""


@contextmanager
def _uploaded(probe: Probe) -> Iterator[list[str]]:
    """The addresses of a document and a picture that no published page uses."""
    written = manage(probe.data, "shell", "-v0", "-c", _MAKE).stdout.strip().splitlines()[-1]
    made = json.loads(written)
    try:
        yield made["files"]
    finally:
        manage(probe.data, "shell", "-v0", "-c", _UNMAKE.format(**made))


@check
def what_no_page_shows_is_given_to_nobody(probe: Probe) -> Found:
    """No file of the folder, neither by the address of its folder nor by that of the library."""
    with _uploaded(probe) as files:
        there = [name for name in files[:3] if not (probe.data / name.removeprefix("/")).exists()]
        answers = [(door.name, path, door.ask(path).status) for door in probe.doors for path in files]
    return nothing([*there, *(answer for answer in answers if answer[2] not in (403, 404))])


@check
def the_data_are_for_the_portals_account_alone(probe: Probe) -> Found:
    """Databases, index, uploaded, collected and printed files can be read by nobody else on the machine."""
    with _uploaded(probe):
        probe.portal.ask("/tim-kiem/?q=khai+sinh")
        paths = [path for path in probe.data.rglob("*") if path.exists()]
        found = [str(path.relative_to(probe.data)) for path in paths if stat.S_IMODE(path.stat().st_mode) & 0o007]
    return Found(bool(paths) and not found, found[:20])
