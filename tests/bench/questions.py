"""Questions to time a search engine with, made from the catalogue's own names and the judged questions."""

from collections.abc import Iterable, Sequence
from itertools import cycle, islice

from vietnamese.fold import fold

SHORT, LONG = 200, 100
LONG_WORDS = 60


def short_questions(names: Sequence[str]) -> list[str]:
    """Two to four words out of names spread over the catalogue, with and without marks."""
    chosen = names[:: max(len(names) // SHORT, 1)][:SHORT]
    pieces = [" ".join(name.split()[2 : 4 + place % 3]) for place, name in enumerate(chosen)]
    return [fold(piece) if place % 2 else piece for place, piece in enumerate(pieces) if piece]


def long_questions(asked: Iterable[str]) -> list[str]:
    """Real questions one after the other until there are sixty words."""
    words = cycle([word for question in asked for word in question.split()])
    return [" ".join(islice(words, LONG_WORDS)) for _ in range(LONG)]


def beginnings(names: Sequence[str]) -> list[str]:
    """Names as they stand while somebody types them without marks: three letters, seven, twelve."""
    chosen = names[:: max(len(names) // SHORT, 1)][:SHORT]
    return [fold(name)[: (3, 7, 12)[place % 3]] for place, name in enumerate(chosen)]
