"""What a procedure's page says to somebody who scanned a paper: whether the paper is still right, and where to go."""

from dataclasses import dataclass
from datetime import date

from wagtail.models import Page

from agencies.day import local_day
from posting.models import PaperItem, PostedPaper
from posting.place.commune_place import Place, places_of
from posting.place.letterhead import HeadsToday
from posting.rules.changes import changed_since
from posting.rules.kinds import PAPER_KINDS
from procedures_catalog.comparing.changes import Change
from procedures_catalog.facts.short_code import is_well_formed, tidy_short_code
from procedures_catalog.models import PublishedVersion
from procedures_catalog.presenting.changed_parts import in_a_line
from vietnamese.days import Span

_ON_WALLS = ("poster", "board", "labels")


@dataclass(frozen=True, slots=True)
class ScannedPaper:
    """A paper from which somebody came: what to call it, the day it was printed, what changed since of this procedure
    and of the office in its head, whether the procedure has ended, and today's communes where the paper hangs. `moved`
    names the commune of then when it is no more."""

    called: str
    printed_on: date
    changes: tuple[Change, ...]
    has_ended: bool
    moved: str
    places: tuple[Place, ...]

    @property
    def changed_parts(self) -> str:
        """The parts that changed, in a line: "thời hạn; phí, lệ phí và 2 mục khác"."""
        return in_a_line([change.label for change in self.changes])


def scanned_paper(tag: str, page: Page, on: date) -> ScannedPaper | None:
    """The paper with that tag if the procedure of the page is on it, judged on a day; None for any other text."""
    tag = tidy_short_code(tag[:40])
    item = _item(tag, page) if is_well_formed(tag) else None
    if item is None:
        return None
    places = places_of(item.paper, page, on)
    return ScannedPaper(
        called=_called(item.paper),
        printed_on=local_day(item.paper.printed_at),
        changes=(*_changes(item), *HeadsToday().changes(item.paper)),
        has_ended=Span(ends=page.valid_to).has_ended(on),
        moved=_moved(item.paper, places),
        places=places,
    )


def _item(tag: str, page: Page) -> PaperItem | None:
    items = PaperItem.objects.filter(paper__tag=tag, identity=page.identity_id)
    items = items.select_related("version", "paper__unit", "paper__counter__unit")
    return items.defer("version__kept", "version__texts").first()


def _called(paper: PostedPaper) -> str:
    return "Tờ niêm yết này" if paper.hung_on or paper.kind in _ON_WALLS else "Tờ giấy này"


def _changes(item: PaperItem) -> tuple[Change, ...]:
    current = PublishedVersion.objects.without_text().filter(identity=item.identity_id, is_current=True).first()
    return changed_since(item.version, current, PAPER_KINDS[item.paper.kind].face) if current else ()


def _moved(paper: PostedPaper, places: tuple[Place, ...]) -> str:
    unit = paper.unit or (paper.counter.unit if paper.counter else None)
    return unit.name if unit and places and unit.name not in {place.name for place in places} else ""
