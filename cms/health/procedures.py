"""Whether a procedure's page can be read as its readers read it: it asks the database for more than other pages do."""

from django.db import DatabaseError

from cms.health.check import DOWN, OK, Finding, PortalCheck
from pages.published import published
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.public import find_procedure


class Procedures(PortalCheck):
    """Reads one published procedure."""

    key, name = "procedures", "Trang thủ tục"

    def look(self) -> Finding:
        """Down where it cannot be read; a portal that is only being filled has none, which is no fault."""
        try:
            slug = published(ProcedurePage.objects).order_by("pk").values_list("slug", flat=True).first()
            page = find_procedure(slug) if slug else None
        except DatabaseError:
            return Finding(DOWN, "Không đọc được trang thủ tục từ cơ sở dữ liệu: xem nhật ký, khởi động lại cổng.")
        return Finding(OK, "Đọc được trang thủ tục." if page else "Chưa có thủ tục nào được công bố.")
