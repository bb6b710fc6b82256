"""The starting set of rules about words: read from its file, written into the database once."""

import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from search.question.synonyms import Rule

FILE = Path(__file__).with_name("starting_rules.txt")


def read_rules(text: str) -> Iterator[Rule]:
    """The rules of a text in the format that the file explains. Raises ValueError with the line that has no arrow."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield _rule(number, line)


def starting_rules() -> list[Rule]:
    """The rules of the file."""
    return list(read_rules(FILE.read_text(encoding="utf-8")))


def load_starting_rules(rule_model: Any, loaded_model: Any, stamp_model: Any) -> int:
    """Writes the rules that were never written before; returns how many.

    What an editor changed or deleted stays so. The models are `SynonymRule`, `StartingRule` and `WordsStamp`, or what
    they were in the migration that calls this.
    """
    known = set(loaded_model.objects.values_list("name", flat=True))
    fresh = [rule for rule in starting_rules() if rule.everyday[0] not in known]
    rule_model.objects.bulk_create(rule_model(**row) for row in _rows(fresh))
    loaded_model.objects.bulk_create(loaded_model(name=rule.everyday[0]) for rule in fresh)
    stamp_model.objects.update_or_create(pk=1, defaults={"version": uuid.uuid4()})
    return len(fresh)


def _rule(number: int, line: str) -> Rule:
    must, line = line.startswith("!"), line.removeprefix("!")
    arrow = "↔" if "↔" in line else "→"
    everyday, found, official = line.partition(arrow)
    if not found:
        raise ValueError(f"Dòng {number}: thiếu → hoặc ↔.")
    return Rule(_wordings(everyday), _wordings(official), arrow == "↔", "must" if must else "agree")


def _wordings(side: str) -> tuple[str, ...]:
    return tuple(wording.strip() for wording in side.split("|") if wording.strip())


def _rows(rules: Iterable[Rule]) -> Iterator[dict[str, Any]]:
    for rule in rules:
        yield {
            "everyday": "\n".join(rule.everyday),
            "official": "\n".join(rule.official),
            "both_ways": rule.both_ways,
            "marks": rule.marks,
        }
