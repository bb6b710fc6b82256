"""What stands on the picture of one procedure, as plain shapes (`contents` for what is printed)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardLine:
    """One of the five questions with its answer in a few words; `is_known` False where the portal does not know."""

    question: str
    text: str
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """The picture that a chat shows of a procedure's address: who speaks, the name, the five answers, the code.

    `state` is what is to be said of a procedure that is not simply in force ("Đã bãi bỏ"); `site` the portal's address
    as people type it.
    """

    speaker: str
    name: str
    code: str
    answers: tuple[CardLine, ...]
    state: str = ""
    site: str = ""
