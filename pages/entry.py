"""SearchEntry: what a published thing says of itself to the finder; the one shape that crosses floors."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One findable thing.

    `key` is unique over all kinds ("page:123", "agency:7", "form:5"); `kind` is one of `PAGE_KINDS`. `names` are other
    names people use for it, `said` are phrases in which people speak of it, `codes` are numbers it is known by (in
    their own spelling), `body` is plain text. `facets` maps a facet's name to the values it has
    ("level": ("commune",)). `is_current` is false for what is abolished or has expired: it never stands above what is
    in force. `rank` nudges equals (nearer up).
    """

    key: str
    kind: str
    title: str
    url: str
    names: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    body: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_current: bool = True
    rank: float = 0.0


#: Kind → what a citizen reads on the tab.
PAGE_KINDS: Mapping[str, str] = {
    "procedure": "Thủ tục",
    "form": "Biểu mẫu",
    "document": "Văn bản",
    "news": "Tin tức",
    "agency": "Cơ quan",
    "guidance": "Hướng dẫn",
}
