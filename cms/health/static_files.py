"""Whether the list that `collectstatic` makes has every static file of this version; naming another is a 500."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage

from cms.health.check import DEGRADED, DOWN, OK, Finding, PortalCheck

REMEDY = "chạy collectstatic rồi khởi động lại cổng"


@dataclass(frozen=True, slots=True)
class Missing:
    """Names of files without an address: of the portal's own pages, and of the applications that it is made of."""

    own: tuple[str, ...]
    others: tuple[str, ...]

    def sentence(self) -> str:
        """What is wrong and what to do; "" for nothing."""
        names = [*self.own, *self.others]
        return f"Thiếu {len(names)} tệp tĩnh so với phần mềm ({names[0]}…): {REMEDY}." if names else ""


class StaticFiles(PortalCheck):
    """Down when citizens' pages lack some, degraded when only the desk may."""

    key, name = "static", "Tệp tĩnh"

    def look(self) -> Finding:
        """No query; each process has read the list once, when it started."""
        missing = missing_files()
        level = DOWN if missing.own else DEGRADED if missing.others else OK
        return Finding(level, missing.sentence() or "Đủ tệp tĩnh.")


def missing_files() -> Missing:
    """The files of the software that this process has no address for."""
    return Missing(*(tuple(name for name in names if not address_of(name)) for names in _names()))


def address_of(name: str) -> str:
    """Where a static file is fetched; "" when it was not collected."""
    try:
        return staticfiles_storage.url(name)
    except ValueError:
        return ""


@cache
def _names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All static files of the software: in its own folder, and in those of its applications."""
    own, *others = (tuple(sorted(_listed(finder))) for finder in get_finders())
    return own, tuple(name for names in others for name in names)


def _listed(finder) -> Iterator[str]:
    return (str(Path(getattr(storage, "prefix", None) or "", path)) for path, storage in finder.list([]))
