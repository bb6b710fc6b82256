"""Forms without a number: a paper names one by its title and says that there is a blank for it ("Tờ khai đăng ký khai
sinh theo mẫu quy định"). A title alone is a form's only in one sector, and only where the desk has said so."""

import re

from procedures_catalog.facts.forms.issuing import plain
from vietnamese.slug import slug
from vietnamese.spelling import squeeze

#: What blanks are called.
_KIND = r"(?:tờ khai|đơn|phiếu|bản khai|bản kê khai|giấy đề nghị|văn bản đề nghị|giấy đăng ký|bản đăng ký|bản cam kết)"
_TITLE = rf"(?P<title>{_KIND}(?:\ [^\W\d_]+)+?)"
_IN_A_PAPER = re.compile(
    rf"[-+*•\s]*(?:[0-9]{{1,2}}[.)]\s*|[a-zđ]\)\s*)?{_TITLE}\s*[,(]?\s*"
    r"(?:(?:lập\ |được\ lập\ )?theo\ (?:đúng\ )?mẫu|mẫu)(?![^\W_])",
    re.IGNORECASE,
)
_CALLED = re.compile(rf"[-+*•\s]*(?:[0-9]{{1,2}}[.)]\s*|[a-zđ]\)\s*)?{_KIND}(?![^\W_])", re.IGNORECASE)
_ALONE = re.compile(rf"(?:mẫu\ )?{_TITLE}", re.IGNORECASE)
#: Titles of fewer words name no form: "Tờ khai", "Đơn đề nghị", "Văn bản đề nghị".
_LEAST_WORDS = 5


def title_in(paper: str) -> str:
    """The title of the blank that a paper names without a number: "Tờ khai đăng ký khai sinh"; "" for none, and for
    one of so few words that it names no form. Takes any text."""
    found = _IN_A_PAPER.match(plain(paper))
    return _whole(found["title"]) if found else ""


def is_called_a_form(paper: str) -> bool:
    """Whether a paper is called what blanks are called, with or without a number. Takes any text."""
    return bool(_CALLED.match(paper))


def title_typed(text: str) -> str:
    """The same of a title that somebody typed alone."""
    found = _ALONE.fullmatch(plain(text))
    return _whole(found["title"]) if found else ""


def title_key(title: str, sector: str) -> str:
    """One for all spellings of a title in a sector; "" without a sector."""
    return f"{slug(sector, max_length=60)}-{slug(title, max_length=130)}" if sector and title else ""


def _whole(title: str) -> str:
    title = squeeze(title).removesuffix(" theo")
    return f"{title[:1].upper()}{title[1:]}" if len(title.split()) >= _LEAST_WORDS else ""
