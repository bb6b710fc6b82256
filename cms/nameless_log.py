"""What the log says of an address that went wrong: never what somebody asked, nor a number that may be somebody's."""

import logging
import re

from procedures_catalog.facts.in_hand.reading import PERSONAL, read
from vietnamese.plain_signs import plain
from vietnamese.somebodys_numbers import may_hold_number

#: A link for guests, or to set a password, is worth what its secret is worth.
_SECRET = re.compile(r"(?:(?<=/xem-truoc/)|(?<=/tai-khoan/lien-ket/))[^/]+")
#: What stands in place of a piece of a path that is not written down.
LEFT_OUT = "…"


class NamelessPaths(logging.Filter):
    """Stands at the handler, so that it reads whatever any part of the portal says of a request."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every line through, with its paths made nameless."""
        if isinstance(record.args, tuple):
            record.args = tuple(_said(each) for each in record.args)
        return True


def nameless_path(path: str) -> str:
    """A path without its query, without the secret of a link, and without the pieces that may be somebody's number."""
    told = _SECRET.sub(LEFT_OUT, path.partition("?")[0])
    return "/".join(LEFT_OUT if _is_somebodys(piece) else piece for piece in told.split("/"))


def _said(value: object) -> object:
    return nameless_path(value) if isinstance(value, str) and value.startswith("/") else value


def _is_somebodys(piece: str) -> bool:
    return "@" in piece or may_hold_number(plain(piece)) or read(piece).kind in PERSONAL
