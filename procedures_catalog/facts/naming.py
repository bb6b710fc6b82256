"""Names for headings and addresses, made from official names that may be 1,192 characters long."""

from vietnamese.slug import slug

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
