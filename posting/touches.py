"""Whom papers name in their heads: what a change of an office, a unit or the portal touches on paper."""

from collections.abc import Sequence

from wagtail.models import Site

from agencies.models import AdministrativeUnit, Agency
from consequences.keys import PORTAL_PAPER, agency_key, unit_key
from consequences.registry import say
from consequences.touched import Touched
from pages.models import PortalSettings


def connect() -> None:
    """Says it; twice changes nothing."""
    say(Agency, agencies)
    say(AdministrativeUnit, units)
    say(PortalSettings, portal_settings)
    say(Site, portal_settings)


def agencies(ids: Sequence[int]) -> Touched:
    """The heads that name these offices."""
    return Touched.of(papers=map(agency_key, ids))


def units(ids: Sequence[int]) -> Touched:
    """The heads that name these communes."""
    return Touched.of(papers=map(unit_key, ids))


def portal_settings(_ids: Sequence[int]) -> Touched:
    """Every head names the province, as the main site has it; which site that is can change, too."""
    return Touched.of(papers=[PORTAL_PAPER])
