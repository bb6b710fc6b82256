"""How a procedure is handed in online: by its own page, else by its code on a portal; named by what the link opens."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.temporary_code import is_temporary
from procedures_catalog.facts.vocabulary import PARTIAL_REASONS

#: The National Public Service Portal, where filing is done (Decree 224/2026/NĐ-CP, article 15).
NATIONAL_PORTAL = "https://dichvucong.gov.vn"
_NATIONAL_HOST = "dichvucong.gov.vn"
_NAMES = {_NATIONAL_HOST: "Cổng Dịch vụ công quốc gia"}


@dataclass(frozen=True, slots=True)
class FilingOnline:
    """A link and what it opens. `code` is to be looked for there, "" where the link leads to the procedure itself;
    `reason` says why only a part can be done online, "" where nobody says it."""

    label: str
    url: str
    code: str = ""
    reason: str = ""


def filing_online(record: ProcedureRecord, is_broken: bool = False) -> FilingOnline | None:
    """Where it is handed in online; None where it is not, as far as the record says, or where nobody could find it: on
    a portal's front page without a national code to look for. With its own link broken it is looked for by its code on
    the National Portal.

    A link to a front page leads to no form: it is said to open the portal, with the code to look for. Where the level
    of online service is not stated, a way online among the ways to hand in tells that there is one.
    """
    if not _is_online(record):
        return None
    url = "" if is_broken else record.filing_url
    host, is_own = _opened(url)
    if is_own:
        return FilingOnline(f"Nộp trực tuyến tại {_NAMES.get(host, host)}", url, reason=_reason(record))
    if is_temporary(record.code):
        return None
    label = f"Tìm mã {record.code} trên {_NAMES.get(host, host or _NAMES[_NATIONAL_HOST])}"
    return FilingOnline(label, url or NATIONAL_PORTAL, record.code, _reason(record))


def _is_online(record: ProcedureRecord) -> bool:
    if record.online_level:
        return record.online_level in ("full", "partial")
    return any(channel.channel == "online" for channel in record.channels)


def _opened(url: str) -> tuple[str, bool]:
    """Its host as people know it, and whether it leads to more than the front page."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that are no address
        return "", False
    return (parts.hostname or "").removeprefix("www."), bool(parts.path.strip("/") or parts.query or parts.fragment)


def _reason(record: ProcedureRecord) -> str:
    if record.online_level != "partial" or record.reason_partial not in PARTIAL_REASONS:
        return ""
    basis = f" ({record.reason_partial_basis})" if record.reason_partial_basis else ""
    return f"Chỉ nộp trực tuyến được một phần: {PARTIAL_REASONS[record.reason_partial].lower()}{basis}."
