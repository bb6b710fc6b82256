"""Short codes: the six readable characters and the check character of an address that is printed for good.

The alphabet leaves out 0 O 1 I L, which leaves 31 characters. 31 is a prime, so a sum with a different weight for each
place (as in ISBN-10) finds every single mistyped character and every exchange of any two characters.
"""

import re
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 6
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_MONTH = "JAN|FEB|MAR|MARCH|APR|MAY|JUN|JUNE|AUG|SEP|SEPT|DEC"  # the others have letters that no code has
_TAKEN_FOR_ANOTHER = re.compile(rf"[0-9]+E[0-9]+|[0-9]{{0,2}}(?:{_MONTH})[0-9]+")
_WEIGHTS = range(LENGTH + 1, 0, -1)  # the check character has weight 1


def new_short_code() -> str:
    """A random code with its check character, seven characters; the caller makes sure it was never issued."""
    while True:
        body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        code = body + check_character(body)
        if not is_spoiled_in_tables(code):
            return code


def is_spoiled_in_tables(code: str) -> bool:
    """Whether a spreadsheet program that opens a text file makes something else of a code: “2345E67” a number with that
    many zeros, “JUN2345” a day."""
    return bool(_TAKEN_FOR_ANOTHER.fullmatch(code))


def check_character(body: str) -> str:
    """The check character of six characters of the alphabet. Raises KeyError for any other character."""
    return ALPHABET[-_weighted_sum(body) % len(ALPHABET)]


def _weighted_sum(characters: str) -> int:
    return sum(weight * _VALUES[character] for weight, character in zip(_WEIGHTS, characters, strict=False))


def tidy_short_code(typed: str) -> str:
    """What a person typed or a linker cut out of a sentence, in upper case: the letters and digits of it alone."""
    return "".join(character for character in typed.upper() if character.isalnum())


def is_well_formed(code: str) -> bool:
    """Whether a tidied code has the right length, alphabet and check character, so that it may have been issued."""
    if len(code) != LENGTH + 1 or not set(code) <= set(ALPHABET):
        return False
    return _weighted_sum(code) % len(ALPHABET) == 0
