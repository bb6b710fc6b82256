"""What people say of procedures, of many at once; filled from the starting texts, which leave alone what an editor has
changed since."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from agencies.store.desk_index import put_in_desk_index
from consequences.registry import tell, touches
from pages.turns import Turns
from procedures_catalog.facts.everyday.reading import Everyday
from procedures_catalog.models import EverydayWords, ProcedurePage

IN_FIRST_TURN = 100
_COLUMNS = ("used_when", "not_used_when", "names", "situations", "questions", "loaded", "folded")
#: Code of a procedure → what people say of it.
Texts = Mapping[str, Everyday]
#: Identity and what the starting texts say of its procedure.
Wanted = tuple[int, Everyday]


def said_of(page_ids: Iterable[int]) -> Mapping[int, Everyday]:
    """Page → what is published of what people say of its procedure; one query."""
    words = EverydayWords.objects.published().filter(identity__page__in=page_ids).select_related("identity__page")
    return {each.identity.page.pk: each.said() for each in words}


def ensure_everyday(turns: Turns, texts: Texts) -> int:
    """To be run after each update and each import with the starting texts; run again, it changes nothing. How many
    procedures it filled."""
    wanted = list(_wanted(texts))
    for portion in turns.portions(wanted, IN_FIRST_TURN):
        with turns.turn():
            _fill(portion)
    return len(wanted)


def _wanted(texts: Texts) -> Iterator[Wanted]:
    """The procedures of the catalogue that have no words yet, or have older ones that nobody changed."""
    rows = {words.identity_id: words for words in EverydayWords.objects.iterator()}
    pages = ProcedurePage.objects.filter(code_base__in=texts).order_by("pk")
    for identity, code in pages.values_list("identity", "code_base"):
        if identity not in rows or rows[identity].is_older_than(texts[code]):
            yield identity, texts[code]


def _fill(portion: Sequence[Wanted]) -> None:
    held: Mapping[int, EverydayWords] = {
        words.identity_id: words
        for words in EverydayWords.objects.select_for_update().filter(identity__in=[pk for pk, _ in portion])
    }
    rows = [held.get(identity) or EverydayWords(identity_id=identity) for identity, _ in portion]
    for row, (_, said) in zip(rows, portion, strict=True):
        row.fill(said)
    EverydayWords.objects.bulk_create(row for row in rows if row.identity_id not in held)
    EverydayWords.objects.bulk_update([row for row in rows if row.identity_id in held], _COLUMNS)
    written = list(EverydayWords.objects.filter(identity__in=[row.identity_id for row in rows]))
    for row in written:
        row.keep_written()
    tell(EverydayWords, touches(EverydayWords, [row.pk for row in written]))
    put_in_desk_index(EverydayWords, written)
