"""Says how well questions are answered that were not learned: a fifth of what people say is left out and asked."""

import json
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from pages.entry import SearchEntry
from pages.published import published
from procedures_catalog.facts.everyday.reading import Everyday
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.everyday import said_of
from search.feed.engine import current_index
from search.feed.entries import all_entries
from search.finder import CORRECTED, Circumstances, find
from search.index.embedded import EmbeddedIndex
from search.index.port import SearchReader
from search.judging.corrections import corrected
from search.judging.figures import figures
from search.judging.marks import restored
from search.judging.questions import FIRST, Judged, ask, without_marks
from search.question.vocabulary import NamesVocabulary
from search.words.known_names import all_names

PARTS = 5
KINDS = ("names", "situations", "questions")
#: Which questions of a text are asked. Writing goes on at its end: the first three stay what they are, and figures of
#: them can be held against earlier ones; the others were written after those, in words that were not there yet.
WRITTEN = {"any": slice(None), "first": slice(3), "later": slice(3, None)}


class Command(BaseCommand):
    """`manage.py evaluate_everyday [--part N] [--most M] [--written WHEN] [--learned]`: figures as JSON.

    An index of its own is built without a fifth of the questions, and those are asked: each counts as answered by the
    one procedure that it was written for, although a twin may answer it as well. The same questions tell how well marks
    are read that are stripped from them, how often one is "corrected", and how often a slip in one is mended. With
    `--learned` names, situations and questions are asked of the portal's own index, which has them all: whatever is not
    found then, no searching finds.
    """

    help = "Đo khả năng trả lời câu hỏi chưa học: bỏ ra một phần năm lời người dân rồi hỏi chính phần ấy."

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("--part", type=int, default=0, choices=range(PARTS), help="phần nào bỏ ra, từ 0")
        parser.add_argument("--learned", action="store_true", help="hỏi chính những lời đã có trong chỉ mục")
        parser.add_argument(
            "--written",
            choices=WRITTEN,
            default="any",
            help="chỉ hỏi ba câu viết đầu tiên của mỗi thủ tục, hay những câu viết thêm về sau",
        )
        parser.add_argument("--most", type=int, default=1_000, help="nhiều nhất bao nhiêu câu được hỏi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Asks the questions that were left out as they were typed and without marks."""
        part, most = options["part"], options["most"]
        told = _of_learned(most) if options["learned"] else _of_left_out(part, most, WRITTEN[options["written"]])
        self.stdout.write(json.dumps(told, indent=2))


def _of_learned(most: int) -> dict[str, Any]:
    """Figures of each kind of words, as they stand in the portal's index."""
    on, index = timezone.localdate(), current_index()
    return {kind: _asked(_some(_judged(kind), most), on, index, None) for kind in KINDS}


def _of_left_out(part: int, most: int, written: slice) -> dict[str, Any]:
    """Figures of the questions of one part, which the index does not have; of those that stand so in their texts."""
    on = timezone.localdate()
    left_out = [one for one in _judged("questions") if zlib.crc32(one.text.encode()) % PARTS == part]
    asked = {one.text for one in _judged("questions", written)}
    with tempfile.TemporaryDirectory() as folder:
        index = EmbeddedIndex(Path(folder) / "search.sqlite3")
        entries = list(_without(all_entries(on), {one.text for one in left_out}))
        index.rebuild(entries)
        words = _words_of(entries)
        shown = _asked(_some([one for one in left_out if one.text in asked], most), on, index, words)
    texts = [one.text for one in left_out]
    short = [text for text in texts if len(text.split()) <= CORRECTED]
    told = {"marks": restored(texts, words), "corrections": corrected(short, words)}
    return {"procedures": len(_said()), "left_out": len(left_out), **shown, **told}


def _said() -> Mapping[str, Everyday]:
    """Published page's code → what people say of its procedure."""
    codes = dict(published(ProcedurePage.objects).values_list("pk", "code_base"))
    return {codes[page]: said for page, said in said_of(codes).items()}


def _judged(kind: str, written: slice = WRITTEN["any"]) -> list[Judged]:
    """What people say, each answered by the procedure that it was written for."""
    return [
        Judged(f"{code}-{number}", "everyday", phrase, frozenset([code]))
        for code, said in _said().items()
        for number, phrase in list(enumerate(getattr(said, kind)))[written]
    ]


def _some(judged: Iterable[Judged], most: int) -> list[Judged]:
    """So many of them, of all sectors."""
    return sorted(judged, key=lambda one: zlib.crc32(one.id.encode()))[:most]


def _asked(chosen: Sequence[Judged], on: date, index: SearchReader, words: NamesVocabulary | None) -> dict[str, Any]:
    """Figures as they were typed and without marks."""
    return {
        name: figures(list(ask(map(change, chosen), lambda text: _codes(text, on, index, words))))["all"]
        for name, change in (("as_typed", _as_is), ("without_marks", without_marks))
    }


def _words_of(entries: Iterable[SearchEntry]) -> NamesVocabulary:
    """The words that the portal would know if nobody had asked what was left out."""
    said = [phrase for entry in entries for phrase in entry.said]
    return NamesVocabulary.of(all_names(), said, (entry.body for entry in entries))


def _without(entries: Iterable[SearchEntry], left_out: set[str]) -> Iterator[SearchEntry]:
    for entry in entries:
        yield replace(entry, said=tuple(phrase for phrase in entry.said if phrase not in left_out))


def _as_is(question: Judged) -> Judged:
    return question


def _codes(text: str, on: date, index: SearchReader, names: NamesVocabulary | None) -> list[str]:
    under = Circumstances(index=index, names=names)
    results = find(text, on, kind="procedure", limit=FIRST, under=under).results
    return [next(iter(hit.codes), "") for hit in results.hits]
