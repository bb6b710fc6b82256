"""Addresses that other systems printed, in one spelling, so that every way of writing one of them finds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from procedures_catalog.facts.codes import code_query
from procedures_catalog.facts.temporary_code import temporary_in_path
from vietnamese.fold import words

#: Characters of an address as it stands on paper or is typed; what is longer was printed nowhere.
MAX_LENGTH = 1000
#: Characters of host and of path with query that the database keeps.
MAX_HOST, MAX_PATH = 255, 500

#: Signs that a sentence, a bracket or a chat puts behind an address and that its linker takes along.
CLOSING = ".,;:!?…)]}>»›\"'“”‘’`*\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
#: Parameters by which networks and campaigns follow an address; they name nothing on the page.
_TRACKING = re.compile(
    r"utm_\w+|zarsrc|zalo_\w+|zclid|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|gad_source|msclkid|yclid|ttclid|twclid|igsh(?:id)?"
    r"|mibextid|gidzl|fb_action_\w+|fb_source|__tn__|__cft__\[\d\]|srsltid|mc_[ce]id|li_fat_id|_g[al]|_hs\w+|ref_src"
    r"|jsessionid",
    re.IGNORECASE,
)
_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_HYPHENED_CODE = re.compile(r"/([0-9])-([0-9]{6})(?![0-9])")
# A number of seven figures is a code only below a part of the path that speaks of procedures, and only with two figures
# that are 0 or 1, as every code has.
_BARE_CODE = re.compile(
    r"(?:thu-tuc|thutuc|tthc|procedure)[^#]*/((?=(?:[0-9]*[01]){2})[0-9]{7})(?![^/.])", re.IGNORECASE
)
_CODE = re.compile(r"(?<![0-9.])[0-9]\.[0-9]{6}(?![0-9])")
#: Parameters that hold a code even where its dot is lost, folded and without separators.
_CODE_PARAMETERS = frozenset({"ma", "mathutuc", "matthc", "mathutuchanhchinh", "code", "procedurecode"})
_MOST_PARAMETERS = 50
_DEFAULT_PORTS = (None, 80, 443)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
# 66.18/2026/NQ-CP is none; four numbers are a machine's address, and "/q/…" what is left of one of our own.
_BARE_HOST = re.compile(
    r"(?:[\w-]+(?:\.[\w-]+)*\.[^\W\d][\w-]*|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|localhost)(?::[0-9]+)?/|/q/", re.IGNORECASE
)
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")


@dataclass(frozen=True, slots=True)
class PrintedAddress:
    """A host in small letters (with its port unless it is 80 or 443), and the path with its sorted query."""

    host: str
    path: str

    @property
    def names_something(self) -> bool:
        """Whether path and query tell one thing from another; the front page of a host does not."""
        return self.path != "/"


def is_address(text: str) -> bool:
    """Whether a text is meant as an address rather than as a code."""
    return bool(_SCHEME.match(text) or _BARE_HOST.match(text))


def normal(text: str) -> PrintedAddress | None:
    """The address in the one spelling that is kept; None for what is no web address or is too long to be one.

    These make no difference: http or https, the case of the host, the port 80 or 443, a slash at the end of the path or
    one too many in it, the order of the query's parameters, how characters are percent-encoded (RFC 3986, 6.2.2), what
    a sentence or a network hangs on behind, and a fragment. Only one that is a path itself ("#/chi-tiet?ma=…") is kept:
    to their host such pages are one, and what they show stands there alone.
    """
    text = without_tail(text)
    if len(text) > MAX_LENGTH or not is_address(text):
        return None
    try:
        parts = urlsplit(text if _SCHEME.match(text) else f"http://{text}")
        found = PrintedAddress(_host(parts), _path(parts) + _route(parts.fragment))
    except ValueError:  # a bad port or bracket, a host that is no name, too many parameters
        return None
    return found if len(found.host) <= MAX_HOST and len(found.path) <= MAX_PATH else None


def without_tail(text: str) -> str:
    """The text without the white space around it and the closing signs behind it."""
    return text.strip().rstrip(CLOSING + " \t\n")


def code_in(address: PrintedAddress) -> str:
    """The base of the national code that an address carries in its path or query ("1.001193"); "" for none, or several.

    Portals put it there in many ways: `?ma_thu_tuc=1.001193`, `?ma=1.000494.000.00.00.H29`, `/chi-tiet-1.001193.html`,
    `/thu-tuc/1001193`, `/#/chi-tiet?ma=1.001193`.
    """
    found = {code for part in address.path.split("#") for code in _codes_in(*part.partition("?")[::2])}
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _codes_in(path: str, query: str) -> Iterator[str]:
    values = parse_qsl(query, max_num_fields=_MOST_PARAMETERS)
    for text in (unquote(path), *(value for _, value in values)):
        yield from _CODE.findall(text)
    yield from (code_query(value) for name, value in values if "".join(words(name)) in _CODE_PARAMETERS)
    if bare := _BARE_CODE.search(path):
        yield code_query(bare[1])


def hyphened_code_in(path: str) -> str:
    """The base of the code with which a part of a path begins as the portal writes it there ("/thu-tuc/1-001193-…",
    "/thu-tuc/tam-05660-…"); "" for none, or several."""
    found = {f"{match[1]}.{match[2]}" for match in _HYPHENED_CODE.finditer(path)} or {temporary_in_path(path)}
    return found.pop() if len(found) == 1 else ""


def _host(parts: SplitResult) -> str:
    """The host with a port that is not the usual one. Raises ValueError for what is no host."""
    name = (parts.hostname or "").rstrip(".").encode("idna").decode()
    if not _HOST.fullmatch(name):
        raise ValueError(name)
    return name if parts.port in _DEFAULT_PORTS else f"{name}:{parts.port}"


def _path(parts: SplitResult) -> str:
    """Path and query. Raises ValueError for more parameters than any address has."""
    whole = re.sub(r"/{2,}", "/", _SESSION.sub("", unquote(parts.path)))
    path = quote(whole.rstrip("/")) or "/"
    return path + _query(parts.query)


def _route(fragment: str) -> str:
    """A fragment that is a path ("#/chi-tiet?ma=1", "#!/chi-tiet"), as it is kept; "" for every other."""
    path, _, query = fragment.removeprefix("!").partition("?")
    if not path.startswith("/") or not (path.strip("/") or query):
        return ""
    whole = re.sub(r"/{2,}", "/", unquote(path)).rstrip("/")
    return f"#{quote(whole) or '/'}{_query(query)}"


def _query(query: str) -> str:
    """The parameters that name something, in a fixed order, behind their "?". Raises ValueError for too many."""
    query = query.replace("&amp;", "&")  # copied out of a page's source
    given = parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_PARAMETERS)
    kept = [(name, without_tail(value)) for name, value in given if not _TRACKING.fullmatch(name)]
    return f"?{urlencode(sorted(kept))}" if kept else ""
