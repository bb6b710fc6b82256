"""Addresses that other systems printed, in one spelling, so that every way of writing one of them finds it."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

#: Characters of an address as it stands on paper or is typed; what is longer was printed nowhere.
MAX_LENGTH = 1000
#: Characters of host and of path with query that the database keeps.
MAX_HOST, MAX_PATH = 255, 500

_MOST_PARAMETERS = 50
_DEFAULT_PORTS = (None, 80, 443)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?/")
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

    These make no difference: http or https, the case of the host, the port 80 or 443, a slash at the end of the path,
    the order of the query's parameters, how characters are percent-encoded (RFC 3986, 6.2.2), and a fragment, which
    no browser sends.
    """
    text = text.strip()
    if len(text) > MAX_LENGTH or not is_address(text):
        return None
    try:
        parts = urlsplit(text if _SCHEME.match(text) else f"http://{text}")
        found = PrintedAddress(_host(parts), _path(parts))
    except ValueError:  # a bad port or bracket, a host that is no name, too many parameters
        return None
    return found if len(found.host) <= MAX_HOST and len(found.path) <= MAX_PATH else None


def _host(parts: SplitResult) -> str:
    """The host with a port that is not the usual one. Raises ValueError for what is no host."""
    name = (parts.hostname or "").rstrip(".").encode("idna").decode()
    if not _HOST.fullmatch(name):
        raise ValueError(name)
    return name if parts.port in _DEFAULT_PORTS else f"{name}:{parts.port}"


def _path(parts: SplitResult) -> str:
    """Path and query. Raises ValueError for more parameters than any address has."""
    path = quote(unquote(parts.path).rstrip("/")) or "/"
    query = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=_MOST_PARAMETERS)
    return f"{path}?{urlencode(sorted(query))}" if query else path
