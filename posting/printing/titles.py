"""The headings of papers that hold many procedures."""

from datetime import date

from agencies.models import AdministrativeUnit
from posting.models.paper import LONGEST_TITLE
from posting.rules.selection import Selection
from posting.selection.choosing import agency_of, commune_by_name, sector_of
from procedures_catalog.facts.naming import short_name


def title_of(beginning: str, selection: Selection, unit: AdministrativeUnit | None, on: date) -> str:
    """ "Thủ tục hành chính lĩnh vực Hộ tịch tại Xã Đại Phong": the beginning and how the procedures were chosen."""
    commune = commune_by_name(selection.commune, on) if selection.commune else unit
    said = (
        beginning,
        f"lĩnh vực {sector_of(selection.sector).name}" if selection.sector else "",
        f"do {selection.executing} thực hiện" if selection.executing else "",
        f"của {agency_of(selection.agency, on).name}" if selection.agency else "",
        f"tại {_in_a_sentence(commune.name)}" if commune and not selection.agency else "",
    )
    return short_name(" ".join(filter(None, said)), LONGEST_TITLE)


def _in_a_sentence(name: str) -> str:
    """ "Xã Đại Phong" → "xã Đại Phong"."""
    return name[:1].lower() + name[1:]
