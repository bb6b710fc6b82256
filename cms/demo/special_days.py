"""The demonstration's days that differ: the next 24/11, on which all are closed, and a Saturday that one works."""

from datetime import date, timedelta

from agencies.models import Agency, CommonDay, CounterDay
from agencies.models.special_days import SpecialDayKind

_DAY = timedelta(days=1)
_SATURDAY = 5
COUNTER = "trung-tam-phuc-vu-hanh-chinh-cong-phuong-truong-an"


def load_special_days(on: date) -> int:
    """Writes them where there are none yet, as seen from a day; how many."""
    written = 0
    if not CommonDay.objects.exists():
        CommonDay.objects.create(
            begins=_next_culture_day(on),
            kind=SpecialDayKind.CLOSED,
            reason="Ngày Văn hóa Việt Nam",
            source="Nghị quyết 28/2026/QH16, Điều 2",
        )
        written += 1
    counter = Agency.objects.filter(slug=COUNTER).first()
    if counter and not counter.special_days.exists():
        CounterDay.objects.create(
            agency=counter,
            begins=on + (_SATURDAY - on.weekday()) % 7 * _DAY + 7 * _DAY,
            kind=SpecialDayKind.OPEN,
            hours="7:30–11:30",
            reason="trả kết quả dịp cuối tuần",
        )
        written += 1
    return written


def _next_culture_day(on: date) -> date:
    this_year = date(max(on.year, 2026), 11, 24)
    return this_year if on <= this_year else this_year.replace(year=this_year.year + 1)
