"""The rows of the desk's list of procedures, with all that they tell, in a number of queries that never grows."""

from collections.abc import Sequence
from datetime import date

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextField,
)
from django.db.models.functions import Cast, Length
from wagtail.models import PageQuerySet, WorkflowState

from procedures_catalog.desk_screens.states import with_states
from procedures_catalog.facts.complete.rules import TIERS
from procedures_catalog.facts.parts.table import HELD
from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.models import ProcedureAgency, ProcedurePage, PublishedVersion
from procedures_catalog.presenting.gaps import SILENT, gaps

_HEAVY = (*(part.held_in for part in HELD if part.shape.is_long), "overlay", "folded", "latest_revision__content")
_EMPTY_STREAM = 2  # the length of "[]"
NEVER_PUBLISHED = "chưa rõ (chưa công bố)"
DRAFT_BY_IMPORT = "do nhập dữ liệu"


def in_full(numbers: Sequence[int], on: date) -> list[ProcedurePage]:
    """The pages of these numbers in their order, with everything that a row of the list shows on a day."""
    pages = _listed(ProcedurePage.objects.filter(pk__in=numbers), on).in_bulk()
    found = [pages[number] for number in numbers if number in pages]
    for page in found:
        page.level_names = ", ".join(LEVELS[level] for level in page.present_levels(on))
    return found


def _listed(pages: PageQuerySet, on: date) -> PageQuerySet:
    executing = ProcedureAgency.objects.filter(role="executing").exclude(name="")
    reviews = WorkflowState.objects.active().select_related("current_task_state__task")
    return (
        with_states(with_layer(pages), on)
        .annotate_approved_schedule()
        .annotate(answers=Subquery(_current_version().values("answers")[:1]))
        .defer(*_HEAVY)
        .select_related("content_type", "identity", "sector", "agency", "latest_revision__user", "judged")
        .prefetch_related(
            "levels",
            Prefetch("agencies", executing, to_attr="executing_rows"),
            Prefetch("_specific_workflow_states", reviews, to_attr="_current_workflow_states"),
        )
    )


def with_layer(pages: PageQuerySet) -> PageQuerySet:
    """The pages, each with `has_overlay`: whether the province says something of its own, in force or not."""
    said = Q(overlay_length__gt=_EMPTY_STREAM)
    return pages.alias(overlay_length=Length(Cast("overlay", TextField()))).annotate(
        has_overlay=ExpressionWrapper(said, BooleanField())
    )


def lacking(pages: PageQuerySet, key: str) -> PageQuerySet:
    """The pages whose published text leaves one of `gaps.ASKED` open."""
    silent = _current_version().filter(**{f"answers__{key}__in": SILENT[key]})
    return pages.filter(Exists(silent))


def _current_version() -> QuerySet[PublishedVersion]:
    return PublishedVersion.objects.filter(identity=OuterRef("identity"), is_current=True).order_by()


# --- What a cell says -----------------------------------------------------------------------------


def agency_of(page: ProcedurePage) -> str:
    """The agency in charge; where none is chosen, the first that carries it out and how many others do."""
    if page.agency:
        return page.agency.name
    names = [row.name for row in page.executing_rows]
    others = f" và {len(names) - 1} cơ quan khác" if len(names) > 1 else ""
    return f"{names[0]}{others}" if names else ""


def missing_of(page: ProcedurePage) -> str:
    """What citizens ask for and are not told, of the text that is published."""
    if page.answers is None:
        return NEVER_PUBLISHED
    return ", ".join(gaps(page.answers)) or "đủ"


def tier_said(page: ProcedurePage) -> str:
    """The tier of what citizens read, and of how many parts nothing is told; "" where nobody has looked yet."""
    judged = getattr(page, "judged", None)
    if judged is None or not judged.tier:
        return ""
    count = len(judged.gaps.split())
    return f"{TIERS[judged.tier]}, còn {count} phần trống" if count else TIERS[judged.tier]


def draft_source(page: ProcedurePage) -> str:
    """Where what is not published came from; "" where there is no draft."""
    if not page.has_unpublished_changes:
        return ""
    writer = page.latest_revision and page.latest_revision.user
    return f"bản nháp của {writer.get_full_name() or writer.username}" if writer else f"bản nháp {DRAFT_BY_IMPORT}"
