"""Names for headings and addresses, made from official names that may be 1,192 characters long."""

from collections.abc import Container

from vietnamese.slug import slug
from vietnamese.spelling import squeeze

LONGEST_TITLE = 250


def short_name(name: str, longest: int = LONGEST_TITLE) -> str:
    """The name itself, or its beginning up to a whole word and an ellipsis."""
    name = " ".join(name.split())
    if len(name) <= longest:
        return name
    return name[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"


def page_slug(code: str, name: str) -> str:
    """The last part of a procedure's address: its code and the beginning of its name."""
    return slug(f"{code} {name}", max_length=80)


def numbered(wanted: str, taken: Container[str]) -> str:
    """The wanted slug, or the first numbered one that is not taken."""
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def name_key(name: str) -> str:
    """By what a name of an agency or a sector is looked up: white space and capitals make no difference."""
    return squeeze(name).casefold()
