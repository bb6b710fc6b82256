"""The values of a list's column of online levels, today's words and the numbers of older lists."""

from procedures_catalog.facts.vocabulary import ONLINE_LEVELS
from vietnamese.fold import words


def _key(text: str) -> str:
    return " ".join(words(text))


_ONLINE = {
    **{_key(text): key for key, text in ONLINE_LEVELS.items()},
    **dict.fromkeys(("toan trinh", "dvc truc tuyen toan trinh", "muc do 4", "muc 4", "4"), "full"),
    **dict.fromkeys(("mot phan", "dvc truc tuyen mot phan", "muc do 3", "muc 3", "3"), "partial"),
    **dict.fromkeys(("muc do 1", "muc do 2", "muc 1", "muc 2", "1", "2"), "information"),
    **dict.fromkeys(("con lai", "cung cap thong tin", "cung cap thong tin truc tuyen"), "information"),
}
#: What the message about an unknown value offers.
ONLINE_CHOICES = "Toàn trình, Một phần, Còn lại, Mức độ 1, Mức độ 2, Mức độ 3, Mức độ 4"


def online_level(text: str) -> str | None:
    """The key of `vocabulary.ONLINE_LEVELS`; "" for an empty cell, None for an unknown value.

    Older lists number the levels, as the catalogue of 2021 did: 1 and 2 only inform, 3 and 4 file online.
    Here 4 (filing and paying online) is "toàn trình", 3 (filing, with a visit left) "một phần", and 1 and 2
    are information.
    """
    return _ONLINE.get(_key(text)) if text else ""


def is_numbered(text: str) -> bool:
    """Whether an online level is written by its old number ("Mức độ 4")."""
    return text[-1:].isdigit()
