"""The list of wrong papers found the slow way: each procedure of each hanging paper is looked at by itself."""

import datetime

from pages.models import PortalSettings
from posting.models import PaperItem, PostedPaper
from posting.rules.kinds import PAPER_KINDS
from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.presenting.fingerprints import FACE_PARTS


def wrong_by_hand(today: datetime.date) -> dict[int, set[int]]:
    """Paper → identities on it that are wrong; a paper whose office is no more or has moved is there even without."""
    versions = {version.pk: version for version in PublishedVersion.objects.all()}
    current = {version.identity_id: version for version in versions.values() if version.is_current}
    pages = {page.identity_id: page for page in ProcedurePage.objects.all()}
    items: dict[int, list[tuple[int, int]]] = {}
    for paper, identity, version in PaperItem.objects.values_list("paper", "identity", "version"):
        items.setdefault(paper, []).append((identity, version))
    found = {}
    for paper in PostedPaper.objects.select_related("unit", "counter"):
        if paper.hung_on is None or paper.ended_on is not None:
            continue
        shown = FACE_PARTS[PAPER_KINDS[paper.kind].face]
        wrong = {
            identity
            for identity, version in items.get(paper.pk, ())
            if _gone(pages.get(identity), today) or _differ(versions[version], current[identity], shown)
        }
        if wrong or _ended(paper.unit, today) or _ended(paper.counter, today) or _moved(paper):
            found[paper.pk] = wrong
    return found


def _gone(page, today: datetime.date) -> bool:
    return page is None or not page.live or (page.valid_to is not None and page.valid_to <= today)


def _differ(printed: PublishedVersion, now: PublishedVersion, shown: tuple[str, ...]) -> bool:
    return any(printed.parts[part] != now.parts[part] for part in shown)


def _moved(paper: PostedPaper) -> bool:
    """Whether it names another office, address, telephone or hotline than the office has."""
    office, portal = paper.counter or paper.unit, PortalSettings.of_main_site()
    truth = {"hotline": portal.hotline, "office": office.name if office else ""}
    truth |= {part: getattr(paper.counter, part, "") for part in ("address", "phone")}
    return any(part in paper.head and paper.head[part] != text for part, text in truth.items())


def _ended(place, today: datetime.date) -> bool:
    return place is not None and place.valid_to is not None and place.valid_to <= today
