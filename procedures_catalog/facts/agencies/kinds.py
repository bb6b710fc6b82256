"""The kinds of agency that procedures name, and which of them take papers at the one-stop centres of their level."""

from collections.abc import Mapping
from dataclasses import dataclass

#: Kind → what it is.
KINDS: Mapping[str, str] = {
    "committee": "people's committees and their chairmen",
    "centre": "one-stop centres and counters",
    "department": "what works under a people's committee: departments, divisions, boards of zones, whom it names",
    "council": "people's councils",
    "ministry": "ministries, their departments and branches, other bodies of the central government",
    "leader": "who signs and has no counter: the President, the Prime Minister, the National Assembly",
    "police": "police of all levels",
    "military": "the army, its commands and units, cryptography",
    "border": "border guards",
    "customs": "customs",
    "tax": "tax offices",
    "social_insurance": "social insurance",
    "treasury": "the state treasury",
    "bank": "the State Bank and other banks",
    "enforcement": "enforcement of judgments",
    "court": "courts",
    "prosecutor": "prosecutors",
    "port": "port authorities, the ships' register",
    "inspection": "inspection of vehicles and ships",
    "land": "land registration offices",
    "notary": "notaries",
    "embassy": "representations abroad",
    "school": "schools and places of training",
    "health": "hospitals, medical boards, disease control",
    "service": "public service units: jobs, legal aid, social care",
    "fund": "funds",
    "company": "companies",
    "association": "associations, unions, professional bodies",
    "unnamed": "words that name no agency: “cơ quan có thẩm quyền”",
    "other": "an agency of none of these kinds",
}
#: Kinds whose papers the one-stop centre of their level takes (Decree 118/2025/NĐ-CP).
AT_CENTRES = frozenset({"committee", "centre", "department"})
#: Kinds that are no level of government, wherever they are.
IN_SOCIETY = frozenset(
    {"company", "association", "fund", "school", "health", "service", "notary", "embassy", "court", "prosecutor"}
) | {"other"}
#: Kinds that say nothing of a place.
SILENT = frozenset({"leader", "unnamed"})
#: And the one that is at no level at home.
ABROAD = "embassy"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a name says: a key of KINDS, and the level: commune, district, province, region (more than one province or a
    part of one that is no unit of government), central; "" where the name does not say it."""

    kind: str
    level: str = ""
