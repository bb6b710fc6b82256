"""What a text in hand is: a code, an address, a decision's number, somebody's number, or words."""

import re
from dataclasses import dataclass
from typing import Literal

from procedures_catalog.facts.in_hand.addresses import own_codes, page_in, web_addresses
from procedures_catalog.facts.in_hand.decisions import decision_alone
from procedures_catalog.facts.in_hand.national import is_only, national_code_alone, national_codes
from procedures_catalog.facts.in_hand.temporary import temporary_in
from procedures_catalog.facts.legacy_addresses import code_in, hyphened_code_in, normal
from procedures_catalog.facts.short_code import is_well_formed, tidy_short_code
from vietnamese.plain_signs import labels, plain, rest_of
from vietnamese.somebodys_numbers import TOLD, has_dossier, is_identity, is_telephone, without_numbers_among

Kind = Literal["words", "short", "national", "temporary", "address", "decision", "dossier", "identity", "telephone"]

#: Kinds that are somebody's: answered with a sentence, kept nowhere and not shown again.
PERSONAL: frozenset[Kind] = frozenset({"dossier", "identity", "telephone"})
#: Kinds by whose code a procedure has or had it is looked up.
CODES: frozenset[Kind] = frozenset({"national", "temporary"})
_ONE_PIECE = re.compile(r"\W*[A-Za-z0-9]{1,7}\W*")  # rather a short code with a slip in it than "22QDA2V" of a decision
_SHORT_LABELS = labels("ma so qr code cua la to phieu tren giay")


@dataclass(frozen=True, slots=True)
class InHand:
    """What a text is. `alone`: it says hardly anything else.

    `code`: the short code, the base of the national code (also one that an address carries), the temporary one, or the
    decision's key; "" where there is none. `tag`: of the paper, in a short code's address. `slug`: the page's, in a
    page's address. `address`: the web address as it was pasted; "" for a code that was given without one.
    """

    kind: Kind = "words"
    code: str = ""
    tag: str = ""
    slug: str = ""
    address: str = ""
    alone: bool = True

    @property
    def may_be_words(self) -> bool:
        """Whether it is a short code of letters alone, which only those that were issued can tell from words."""
        return self.kind == "short" and not self.address and not any(map(str.isdigit, self.code))


_WORDS = InHand()


def read(text: str) -> InHand:
    """What a text is, of which 1,300 characters are read. Takes any text, raises nothing.

    What is not certain is words: signs around a code never make another of it.
    """
    said = plain(text)
    for look in (_own, _dossier, _web, _temporary, _dotted, _short, _without_dot, _decision, _somebodys):
        if found := look(said):
            return found
    return _WORDS


def without_numbers(text: str) -> tuple[str, str]:
    """What a box may show, keep and lead on with, and the sentence for what it may not: ("", sentence) for somebody's
    number, the words beside one and a sentence, else the text and ""."""
    kind = read(text).kind
    if kind in PERSONAL:
        return "", TOLD[kind]
    return (text, "") if kind == "address" else without_numbers_among(text)


def _own(said: str) -> InHand | None:
    """One of the portal's own printed addresses; several mean none."""
    found = own_codes(said)
    if len({code for code, _tag in found}) != 1:
        return _WORDS if found else None
    code, tag = max(found, key=lambda each: is_well_formed(each[1]))
    return InHand("short", code, tag, address=f"/q/{code}")


def _dossier(said: str) -> InHand | None:
    return InHand("dossier") if has_dossier(said) else None


def _web(said: str) -> InHand | None:
    """The one web address; a code that it carries comes with it."""
    addresses, around = web_addresses(said)
    if len(addresses) != 1:
        return _WORDS if addresses else None
    address = addresses[0]
    printed = normal(address)
    if printed is None:
        return InHand("address", address=address, alone=not around)
    slug = page_in(printed.path)
    code = code_in(printed) or (hyphened_code_in(printed.path) if slug else "")
    return InHand("address", code, slug=slug, address=address, alone=not around)


def _temporary(said: str) -> InHand | None:
    code, alone = temporary_in(said)
    return InHand("temporary", code, alone=alone) if code else None


def _short(said: str) -> InHand | None:
    """A short code alone, in one piece or parted."""
    code = tidy_short_code("".join(rest_of(said, _SHORT_LABELS)))
    return InHand("short", code) if is_well_formed(code) else None


def _dotted(said: str) -> InHand | None:
    """A national code with its dot, wherever it stands; several mean none."""
    codes = national_codes(said)
    if len(codes) > 1:
        return _WORDS
    return InHand("national", codes[0], alone=is_only(said)) if codes else None


def _without_dot(said: str) -> InHand | None:
    code = national_code_alone(said)
    return InHand("national", code) if code else None


def _decision(said: str) -> InHand | None:
    if _ONE_PIECE.fullmatch(said):
        return None
    key = decision_alone(said)
    return InHand("decision", key) if key else None


def _somebodys(said: str) -> InHand | None:
    if is_telephone(said):
        return InHand("telephone")
    return InHand("identity") if is_identity(said) else None
