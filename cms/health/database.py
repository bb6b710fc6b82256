"""Whether the database is there, is this portal's, fits this version of the software, and holds a portal."""

from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from cms.health.check import DOWN, OK, Finding, PortalCheck
from pages.models import HomePage

UNANSWERED = "Cơ sở dữ liệu không trả lời hoặc không còn ở chỗ cũ."
FOREIGN = (
    "Cơ sở dữ liệu trống hoặc không phải của cổng này: xem lại PORTAL_DATA_DIR, DATABASE_URL, hay phục hồi bản sao lưu."
)
OUTDATED = "Cơ sở dữ liệu thiếu {} bước cập nhật so với phần mềm: chạy migrate."
NO_HOME = "Cơ sở dữ liệu không có trang chủ: chạy prepare_portal hoặc phục hồi bản sao lưu."


class Database(PortalCheck):
    """Its own words, which may name a host or a user, stay in the log."""

    key, name = "database", "Cơ sở dữ liệu"

    def look(self) -> Finding:
        """See above. Three queries."""
        try:
            problem = _problem()
        except DatabaseError:
            problem = UNANSWERED
        return Finding(DOWN, problem) if problem else Finding(OK, "Cơ sở dữ liệu trả lời bình thường.")


def _problem() -> str:
    applied = MigrationRecorder(connection).applied_migrations().keys()
    missing = _known_migrations() - applied
    if not any(app == "cms" for app, _ in applied):
        return FOREIGN
    if missing:
        return OUTDATED.format(len(missing))
    return "" if HomePage.objects.live().filter(sites_rooted_here__is_default_site=True).exists() else NO_HOME


@cache
def _known_migrations() -> frozenset[tuple[str, str]]:
    """(application, name) of all that this version of the software has; reads files, once a process."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.nodes)
