"""Addresses in a text: those that the portal prints, on whatever host, and the one web address that a message holds."""

import re
from urllib.parse import unquote

from procedures_catalog.facts.legacy_addresses import without_tail
from procedures_catalog.facts.short_code import is_well_formed, tidy_short_code

_NO_HOST = "http://localhost"
_ROUNDS = 2  # an address inside another's parameter is encoded once more
_STROKE = r"\s?[/\\]{1,3}\s?"
_OWN_CODE = re.compile(
    rf"(?:^|[/\\\s(\"'“])q{_STROKE}([A-Za-z0-9-]+)(?:{_STROKE.replace(' ', '')}([A-Za-z0-9-]+))?", re.IGNORECASE
)
_OWN_PAGE = re.compile(r"(?:^|[^\s])/thu-tuc/+([^\s/?#&]+)", re.IGNORECASE)
_SCHEME = re.compile(r"\b(https?)\s?:?\s?[/\\]{1,2}\s?", re.IGNORECASE)
_BACKWARDS = re.compile(r"\\+")
_END = r"[^\s<>\"“”]"
_ADDRESS = re.compile(
    rf"https?://{_END}+|(?<![\w./@:-])(?:(?:[\w-]+\.)+[a-z][\w-]*|localhost)(?::[0-9]+)?/{_END}*"
    rf"|(?:^/|(?<![^\s(“\"])/thu-tuc/){_END}+",
    re.IGNORECASE,
)


def own_codes(text: str) -> set[tuple[str, str]]:
    """Each well-formed short code with its paper's tag or "" in addresses as the portal prints them, somewhere in a
    plain text or inside another address of it."""
    found = {match.groups(default="") for match in _OWN_CODE.finditer(_decoded(text))}
    tidy = {(tidy_short_code(code), tidy_short_code(tag)) for code, tag in found}
    return {(code, tag) for code, tag in tidy if is_well_formed(code)}


def web_addresses(text: str) -> tuple[list[str], str]:
    """The web addresses in a plain text, each once, with their scheme in one spelling, and the letters and figures
    around them. A path alone is read as one of a host without a name."""
    mended = _SCHEME.sub(lambda match: f"{match[1].lower()}://", text)
    mended = _BACKWARDS.sub("/", mended) if "://" in mended else mended
    found = [without_tail(each) for each in _ADDRESS.findall(mended)]
    around = re.sub(r"[\W_]+", "", _ADDRESS.sub(" ", mended))
    return list(dict.fromkeys(f"{_NO_HOST}{each}" if each.startswith("/") else each for each in found)), around


def page_in(address: str) -> str:
    """The last part of the address of one of the catalogue's pages, as it is kept; "" for every other address."""
    found = _OWN_PAGE.search(_decoded(address))
    return without_tail(found[1]).lower() if found else ""


def _decoded(text: str) -> str:
    for _ in range(_ROUNDS):
        text = unquote(text)
    return text
