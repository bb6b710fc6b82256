"""What is said once and read everywhere is public as soon as one person saves it: a counter's hours and days, the days
of all counters, the hotline. Everybody at the desk is told what was changed, until another has looked at it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model
from django.http import HttpRequest

from agencies.day import asked_at
from agencies.models import Agency, CommonDay
from agencies.models.role import Role
from agencies.reach import agencies_of
from cms.four_eyes.asking_why import GIVEN
from pages.afterwards import Looking, looked_at_afterwards, tell_of_change
from pages.models import PortalSettings
from pages.models.emergency import Kind
from posting.where_used.screen import AGENCY, COMMON_DAY, HOTLINE, address

#: Label → what stands there.
Said = Mapping[str, str]
LONGEST = 1_000
NOTHING = "(không ghi)"
#: What is kept with a request from before a form is taken to after it.
_HELD, _GONE = "_shared_facts_before", "_shared_facts_deleted"
_PUBLISHES = frozenset({Role.PUBLISHER})


def _of_agency(row: Any) -> Said:
    days = row.special_days.model.objects.filter(agency=row.pk).order_by("begins", "pk")
    return {
        "giờ làm việc": "; ".join(row.opening_hours.splitlines()),
        "ngày nghỉ, giờ khác": "; ".join(map(_day, days)),
    }


def _day(day: Any) -> str:
    return f"{day} ({day.get_kind_display().lower()})"


_SAID: dict[type[Model], Callable[[Any], Said]] = {
    Agency: _of_agency,
    CommonDay: lambda row: {"ngày nghỉ, làm bù chung": f"{_day(row)}, {row.span.in_words()}"},
    PortalSettings: lambda row: {"đường dây nóng": row.hotline},
}
#: What is no news where nothing stood before: the first hours of a counter are no change of anything.
_BEGINS = ("giờ làm việc", "đường dây nóng")


def _said(row: Any) -> Said:
    """What the database says of a row; nothing of one that is no more, and of other kinds."""
    held = type(row)._base_manager.filter(pk=row.pk).first() if type(row) in _SAID and row.pk else None
    return _SAID[type(row)](held) if held else {}


# --- Hooks ----------------------------------------------------------------------------------------


def hold(request: HttpRequest, row: Any) -> None:
    """Before a form is taken: what stands there."""
    if request.method == "POST" and type(row) in _SAID:
        setattr(request, _HELD, {(type(row), row.pk): _said(row)})


def hold_deleted(request: HttpRequest, rows: Iterable[Any]) -> None:
    """Before rows are deleted: what they say."""
    days = [row for row in rows if request.method == "POST" and isinstance(row, CommonDay)]
    setattr(request, _GONE, [(row.pk, str(row), _said(row)) for row in days])


def tell_deleted(request: HttpRequest, _rows: Iterable[Any]) -> None:
    """After they were: a day on which all counters were closed is one like others again."""
    for number, title, said in getattr(request, _GONE, ()):
        _tell(request, CommonDay(pk=number), title, (said, {}))


def tell(request: HttpRequest, row: Any) -> None:
    """After the form was taken: everybody is told what is another now."""
    if type(row) in _SAID:
        held = getattr(request, _HELD, {}).get((type(row), row.pk), {})
        _tell(request, row, str(row), (held, _said(row)))


def _tell(request: HttpRequest, row: Model, title: str, both: tuple[Said, Said]) -> None:
    before, after = both
    labels = [label for label in {**before, **after} if before.get(label, "") != after.get(label, "")]
    changed = [label for label in labels if before.get(label) or label not in _BEGINS]
    lines = [f"{label}: {before.get(label) or NOTHING} → {after.get(label) or NOTHING}" for label in changed]
    why = [f"lý do: {given}"] if (given := getattr(request, GIVEN, "")) else []
    if lines:
        said = "; ".join(["; ".join(lines)[:LONGEST], *why])
        tell_of_change(row, title, said, request.user.pk, asked_at(request), Kind.SHARED)


# --- The other pair of eyes -----------------------------------------------------------------------


def may_look(row: Any, user: Any) -> bool:
    """Whether somebody answers for such a fact: who publishes for the counter, for the whole portal, or keeps the
    portal's settings."""
    if user.is_superuser:
        return True
    if isinstance(row, Agency):
        return row.pk in agencies_of(user, _PUBLISHES)
    if isinstance(row, CommonDay):
        return agencies_of(user, _PUBLISHES).is_all
    return bool(user.has_perm("pages.change_portalsettings"))


def where(row: Any) -> str:
    """What shows it, at the desk."""
    if isinstance(row, PortalSettings):
        return address(HOTLINE, row.site_id)
    return address(AGENCY if isinstance(row, Agency) else COMMON_DAY, row.pk)


def connect() -> None:
    """Says how such facts are looked at; twice changes nothing."""
    for model in _SAID:
        looked_at_afterwards(model, Looking(may_look, where))
