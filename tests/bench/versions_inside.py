"""What `make bench-versions` measures inside of the portal."""

import os
from dataclasses import replace
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")
django.setup()

from django.db import connection  # noqa: E402

from procedures_catalog.comparing.shown_json import pack_shown  # noqa: E402
from procedures_catalog.models import ChangeNote, ProcedurePage, PublishedVersion  # noqa: E402
from procedures_catalog.versions.derived import derive  # noqa: E402
from tests.bench.say import say  # noqa: E402

MEASURED = 3_000
YEARS, SHARE = 10, 0.01
NOTE = "Thời hạn: 5 ngày làm việc → 3 ngày làm việc"


def main() -> None:
    """Prints the room of all those years, and of one version."""
    current = PublishedVersion.objects.filter(is_current=True).exclude(kept=b"").order_by("pk")
    before = _size()
    made = PublishedVersion.objects.bulk_create([_next(each) for each in current[:MEASURED]], batch_size=200)
    ChangeNote.objects.bulk_create(
        [ChangeNote(version=each, text=NOTE, proposed=NOTE, parts="channels") for each in made], batch_size=200
    )
    one = (_size() - before) / len(made)
    count = round(ProcedurePage.objects.count() * SHARE * 365.25 * YEARS)
    say("versions_of_ten_years_bytes", round(one * count), "< 1e9", versions=count, bytes_of_one=round(one))


def _next(version: PublishedVersion) -> PublishedVersion:
    """The version after it, with another condition, as a person would have changed it; it takes the last one's place in
    nothing but its room."""
    shown: Any = version.shown()
    changed = replace(shown, record=replace(shown.record, conditions=f"{shown.record.conditions} Sửa {version.pk}."))
    follower = PublishedVersion(identity_id=version.identity_id, number=version.number + 1, noted_at=version.noted_at)
    follower.valid_from, follower.valid_to, follower.is_current = version.valid_from, version.valid_from, False
    follower.kept, follower.basis = pack_shown(changed), "import"
    return derive(follower, changed)


def _size() -> int:
    """Bytes of the database, without what is free in it."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute("PRAGMA page_size")
        return int(pages * cursor.fetchone()[0])


if __name__ == "__main__":
    main()
