"""What a line of a list says of a procedure beside its name, of many at once and without their pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import OuterRef, Subquery, TextField
from django.db.models.functions import Cast

from procedures_catalog.facts.findable import phrases
from procedures_catalog.facts.parts.shapes import lines_of
from procedures_catalog.facts.turning_days import may_have_turned
from procedures_catalog.models import ProcedurePage, PublishedVersion
from procedures_catalog.store.at_centres import with_letter
from procedures_catalog.store.everyday import said_of


@dataclass(frozen=True, slots=True)
class InLine:
    """`note` tells it apart from others of its name, `answers` are those that its page gives, by key (none: not noted
    yet), `in_communes` the letter of `counters_part` for the centres of communes, `used_when` goes on from "Dùng khi"
    ("": nobody said it), `phrases` are what people say of it; `may_be_over` says that the day alone may have changed
    the answers since they were noted."""

    note: str = ""
    in_communes: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    used_when: str = ""
    phrases: tuple[str, ...] = ()
    may_be_over: bool = False


def answers_noted() -> Subquery:
    """The answers by key that a page's present version noted, for a query of pages."""
    current = PublishedVersion.objects.filter(is_current=True, identity=OuterRef("identity"))
    return Subquery(current.values("answers")[:1])


def in_lines(page_ids: Iterable[int], on: date) -> Mapping[int, InLine]:
    """Page → what its line says on a day. Two queries, none for no pages."""
    ids = list(page_ids)
    pages = with_letter(ProcedurePage.objects.filter(pk__in=ids), "commune", on).annotate(
        said=answers_noted(), **_DATED
    )
    columns = ("pk", "twin_note", "letter", "said", "everyday_names", *_DATED)
    rows, words = (pages.values_list(*columns), said_of(ids)) if ids else ((), {})
    return {
        pk: InLine(
            note,
            letter,
            answers or {},
            words[pk].used_when if pk in words else "",
            (*lines_of(own_names), *phrases(words.get(pk))),
            bool(since) and may_have_turned(f"{one} {two}", since, on),
        )
        for pk, note, letter, answers, own_names, since, one, two in rows
    }


#: Since when the answers are noted, and the texts whose days may change them: channels with their fees, the layer.
_DATED = {
    "since": Subquery(
        PublishedVersion.objects.filter(is_current=True, identity=OuterRef("identity")).values("valid_from")[:1]
    ),
    "channels_kept": Cast("channels", TextField()),
    "overlay_kept": Cast("overlay", TextField()),
}
