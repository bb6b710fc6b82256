"""Who can be asked of what is not published: the desk that takes the papers, whoever's it is."""

import re

from procedures_catalog.facts.agencies.filing import Filing
from vietnamese.fold import fold

#: Who is asked where the papers go to a one-stop centre, and where nobody knows where they go.
_ONE_STOP = "bộ phận một cửa"
#: Who is asked where the office has a name that no line holds.
_WHERE_IT_GOES = "nơi nộp hồ sơ"
_LONGEST = 50
_OF_A_CENTRE = re.compile(r"mot cua|hanh chinh cong|hcc\b|uy ban nhan dan|ubnd|tra ket qua|diem tiep nhan|quay so")
_ADDRESS = re.compile(
    r"(?i)(?<=.{8})\s*(?:[(:;–]|,\s*(?:số|tầng|tòa|đường|khu|địa chỉ)?\s*\d"
    r"|,?\s*(?:tại )?địa (?:chỉ|điểm)\b|\s(?:số )?\d).*$"
)


def desk_to_ask(filing: Filing) -> str:
    """The office in a few words, without its address."""
    if not filing.offices or (filing.centres and _OF_A_CENTRE.search(fold(filing.offices[0][:_LONGEST]))):
        return _ONE_STOP
    name = _ADDRESS.sub("", filing.offices[0]).strip(" ,.;:–-")
    return name if 0 < len(name) <= _LONGEST else _WHERE_IT_GOES
