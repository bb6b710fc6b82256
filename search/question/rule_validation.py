"""Why a rule about words cannot be taken, in words that an editor can act on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from search.question.phrases import folded_words
from search.question.synonyms import Rule
from vietnamese.spelling import exact, squeeze

LONGEST_WORDING = 100  # characters
MOST_WORDINGS = 20  # of a rule, both sides together
SHORTEST_WORDING = 2  # letters and digits


def complaints(rule: Rule, others: Iterable[Rule] = ()) -> tuple[str, ...]:
    """Sentences about what is wrong with the rule beside the others; none when it can be taken."""
    found = tuple(_about_sides(rule))
    return found or tuple(_about_wordings(rule)) or tuple(_about_circles(rule, list(others)))


def _about_sides(rule: Rule) -> Iterator[str]:
    if not any(map(folded_words, rule.everyday)):
        yield "Hãy ghi ít nhất một cách người dân nói."
    if not any(map(folded_words, rule.official)):
        yield "Hãy ghi ít nhất một cách văn bản viết."
    if (count := len(rule.everyday) + len(rule.official)) > MOST_WORDINGS:
        yield f"Một luật có nhiều nhất {MOST_WORDINGS} cách nói, luật này có {count}: hãy tách thành nhiều luật."


def _about_wordings(rule: Rule) -> Iterator[str]:
    for wording in (*rule.everyday, *rule.official):
        if len(wording) > LONGEST_WORDING:
            yield f"“{wording[:30]}…” dài quá {LONGEST_WORDING} ký tự: hãy rút gọn."
        elif sum(map(len, folded_words(wording))) < SHORTEST_WORDING:
            yield f"“{wording}” ngắn quá: cần ít nhất {SHORTEST_WORDING} chữ cái."
    for same in _in_both(rule):
        yield f"“{same}” có ở cả hai bên: hãy bỏ ở một bên."


def _in_both(rule: Rule) -> list[str]:
    """Wordings that stand on both sides; other marks make another wording."""
    official = set(map(_form, rule.official))
    return [wording for wording in rule.everyday if _form(wording) in official]


def _form(wording: str) -> str:
    """What two spellings of one wording have in common."""
    return exact(squeeze(wording))


def _about_circles(rule: Rule, others: Sequence[Rule]) -> Iterator[str]:
    """Rules that lead back to where they began: "a → b" beside "b → a" is one rule with two directions."""
    leads = _leads([*others, rule])
    for wording in rule.everyday:
        path = _way_back(_form(wording), leads)
        if path:
            yield (
                f"Luật đi vòng tròn: {' → '.join(f'“{step}”' for step in path)}. "
                "Hãy gộp các luật này thành một luật hai chiều."
            )
            return


def _leads(rules: Iterable[Rule]) -> Mapping[str, set[str]]:
    """Where one-way rules lead; what both ways mean is no circle."""
    leads: dict[str, set[str]] = {}
    for rule in rules:
        if not rule.both_ways:
            for wording in rule.everyday:
                leads.setdefault(_form(wording), set()).update(map(_form, rule.official))
    return leads


def _way_back(start: str, leads: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The shortest way from a wording back to itself; () when there is none. Looks at each wording once."""
    seen = {start}
    ways: list[tuple[str, ...]] = [(start,)]
    while ways:
        way = ways.pop(0)
        for step in sorted(leads.get(way[-1], ())):
            if step == start:
                return (*way, step)
            if step not in seen:
                seen.add(step)
                ways.append((*way, step))
    return ()
