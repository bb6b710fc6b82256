"""Who made a publishing decision, as its number says it: a province, or the central state."""

import re

from vietnamese.fold import fold

#: Words in the number of a decision of a provincial committee or council, of its office or its centre of public
#: administration ("QĐ-UBND", "QĐUBND", "QĐ-VP.UBND.KSTT", "QĐ-TTPVHCC"). "dacthu" is what some provinces add to
#: numbers of their own in the national database.
_PROVINCIAL = re.compile(
    r"ubnd|hdnd|^ttpvhcc$|dacthu|^(?:so|s)(?:nnmt|nnptnt|nn|xd|ct|yt|tc|nv|khcn|gddt|vhttdl|vhtt|dl)$"
)
#: The office of a provincial committee alone signs as "VP"; a ministry's has the ministry beside it ("BNG-VP").
_OFFICE = "vp"
#: Words that say of nobody.
_GENERIC = re.compile(r"^(?:qd|so|quyet|dinh|ttr|tb|[a-d]|cb|qdcb)$|test|demo")


def issuer_of(decision_number: str) -> str:
    """ "province" or "centre"; "" where the number does not say ("1704", no number at all)."""
    words = [word for word in re.findall(r"[a-z]+", fold(decision_number)) if not _GENERIC.search(word)]
    if any(map(_PROVINCIAL.search, words)) or words == [_OFFICE]:
        return "province"
    return "centre" if words else ""
