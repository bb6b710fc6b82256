"""How complete the real records are: which tier each has, and how many lack each part that the law asks for."""

from collections import Counter
from collections.abc import Iterable, Mapping

from procedures_catalog.facts.complete.blanks import gaps_of
from procedures_catalog.facts.complete.rules import RULES
from procedures_catalog.facts.record import ProcedureRecord


def completeness(records: Iterable[ProcedureRecord]) -> Mapping[str, int]:
    """How many are full, and under each part's key how many lack it, as the state's file tells them."""
    every = [gaps_of(record) for record in records]
    lacking = Counter(rule.key for gaps in every for rule in gaps)
    return {"full": sum(not gaps for gaps in every), **{rule.key: lacking[rule.key] for rule in RULES}}
