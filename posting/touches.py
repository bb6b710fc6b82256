"""What a change of an office, a unit or the portal touches on paper, whose heads name them; and where a commune's notes
stand."""

from collections.abc import Sequence

from wagtail.models import Site

from agencies.models import AdministrativeUnit, Agency
from consequences.keys import PORTAL_PAPER, agency_key, unit_key
from consequences.registry import say
from consequences.rows import listen
from consequences.touched import Touched
from pages.addresses import addresses
from pages.models import PortalSettings
from posting.models import CommuneNote
from procedures_catalog.models import ProcedurePage


def connect() -> None:
    """Says it; twice changes nothing."""
    say(Agency, agencies)
    say(AdministrativeUnit, units)
    say(PortalSettings, portal_settings)
    say(Site, portal_settings)
    say(CommuneNote, notes)
    listen(CommuneNote)


def agencies(ids: Sequence[int]) -> Touched:
    """The heads that name these offices."""
    return Touched.of(papers=map(agency_key, ids))


def units(ids: Sequence[int]) -> Touched:
    """The heads that name these communes."""
    return Touched.of(papers=map(unit_key, ids))


def notes(ids: Sequence[int]) -> Touched:
    """The pages of the procedures that they stand on, for readers who chose the commune."""
    pages = ProcedurePage.objects.filter(identity__in=CommuneNote.objects.filter(pk__in=ids).values("identity"))
    return Touched.of(pages=addresses(pages.values_list("url_path", flat=True)))


def portal_settings(_ids: Sequence[int]) -> Touched:
    """Every head names the province, as the main site has it; which site that is can change, too."""
    return Touched.of(papers=[PORTAL_PAPER])
