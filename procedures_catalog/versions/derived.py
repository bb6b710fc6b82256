"""The columns of a version that follow from what it keeps: digests, faces, short answers, the name."""

from collections.abc import Mapping

from procedures_catalog.models import PublishedVersion
from procedures_catalog.presenting.fingerprints import FACE_PARTS, face, part_digests, short_texts
from procedures_catalog.presenting.shown import Shown

#: Their names.
DERIVED = ("title", "parts", "answers", *(f"{name}_face" for name in FACE_PARTS))


def derive(version: PublishedVersion, shown: Shown) -> PublishedVersion:
    """Fills them from what is shown."""
    version.title, version.answers = shown.title, short_texts(shown)
    return with_parts(version, part_digests(shown))


def with_parts(version: PublishedVersion, parts: Mapping[str, str]) -> PublishedVersion:
    """Gives a version the digests of its parts, and the faces with them."""
    version.parts = dict(parts)
    for name in FACE_PARTS:
        setattr(version, f"{name}_face", face(version.parts, name))
    return version
