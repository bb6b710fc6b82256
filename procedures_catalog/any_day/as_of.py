"""A page as it stands on the day that is asked about: by the version that held then, or by what is dated for later.

From today on a page says by itself what holds, for levels, fees, the province's texts and the end have their days; and
what was approved for a later day is laid upon it.
"""

from datetime import date

from django.db.models import Min

from procedures_catalog.any_day.brought import bring, bring_forward
from procedures_catalog.dated.announced import differences_of
from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.versions.reading import versions_on
from vietnamese.days import written

_NOT_KEPT = "Cổng có ghi rằng ngày {} thủ tục này đã được công bố, nhưng khi ấy chưa giữ nguyên văn để xem lại."
_WITHDRAWN = "Ngày {}, thủ tục này không được công bố trên cổng."
_BEFORE = "Cổng giữ nội dung của thủ tục này từ ngày {}; không có bản nào của ngày {}."
_NONE = "Cổng chưa giữ bản nào của thủ tục này từ trước hôm nay."


def as_of(page: ProcedurePage, on: date, today: date) -> PublishedVersion | None:
    """Brings a page that was loaded whole to what it says on a day, and returns the version that says so of a day
    before today. Where nothing of that day can be shown, a sentence in `page.not_told` says why, and the page is not
    brought. No query for today, else one, two where the day is before all that is kept or an end by then is approved.
    """
    if on > today:
        bring_forward(page, differences_of([page.identity_id]).get(page.identity_id, ()), on)
    return _as_of_former(page, on) if on < today else None


def _as_of_former(page: ProcedurePage, on: date) -> PublishedVersion | None:
    version = versions_on([page.identity_id], on).get(page.identity_id)
    shown = version.shown() if version else None
    if version is None or shown is None or shown.state == "withdrawn":
        page.not_told = _why(page, version, on)
        return None
    bring(page, shown, version.noted_at, on)
    return version


def _why(page: ProcedurePage, version: PublishedVersion | None, on: date) -> str:
    if version is None:
        first = PublishedVersion.objects.filter(identity=page.identity_id).aggregate(first=Min("valid_from"))["first"]
        return _BEFORE.format(written(first), written(on)) if first else _NONE
    return (_WITHDRAWN if version.kept else _NOT_KEPT).format(written(on))
