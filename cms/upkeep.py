"""What an update of the portal brings along is filled in, and what its rules have judged is judged anew."""

from datetime import date

from pages.turns import Turns
from procedures_catalog.facts.everyday.reading import starting_texts
from procedures_catalog.forms.uses import ensure_uses
from procedures_catalog.importing.taking_down import take_down_internal
from procedures_catalog.names.upkeep import ensure_names
from procedures_catalog.store.everyday import ensure_everyday
from procedures_catalog.store.judged import judge_anew
from search.referrals.reading import starting_referrals
from search.words.starting_referrals import ensure_referrals


def bring_up_to_date(on: date) -> int:
    """To be run after each update, once procedures have their versions; run again, it changes nothing. In portions, so
    that others write meanwhile and a kill loses little. How many internal procedures it took down."""
    ensure_names(Turns())
    ensure_everyday(Turns(), starting_texts())
    ensure_referrals(starting_referrals())
    ensure_uses(Turns(), on)
    taken = take_down_internal()
    judge_anew(on)
    return taken
