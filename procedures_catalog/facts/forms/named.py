"""Which forms the text of a paper names: by a number of their own, or by one that a document beside it makes whole."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from legal_documents.facts.numbers import has_one_maker
from procedures_catalog.facts.forms.issuing import Issued, issued_beside, plain
from procedures_catalog.facts.forms.numbers import COUNTED, LETTERED, FormNumber, appendix_key, counted, lettered
from procedures_catalog.facts.forms.titled import title_in, title_key, title_typed
from procedures_catalog.facts.record import ProcedureRecord
from vietnamese.slug import slug

#: How long a key may be, as addresses and columns have it.
MAX_KEY = 200
_WORDS = r"(?:[Mm]ẫu|MẪU|[Bb]iểu|BIỂU)(?:\ (?:biểu|mẫu|đơn|tờ\ khai|phiếu|in|C/O))*(?:\ (?:số|SỐ|ký\ hiệu|là))?"
_MARK = rf"(?<![^\W_]){_WORDS}\ ?[:.]?\ ?[(“\"]?\ ?"
#: Behind these words, and alone in brackets, a number with letters is a form's without the word "mẫu".
_PAPER = r"(?:(?<![^\W_])(?:[Tt]ờ\ khai|[Pp]hiếu|[Bb]ản\ khai|[Đđ]ơn)\ \(?|\()"
_APPENDIX_MARK = re.compile(
    r"(?<![^\W_])[Mm]ẫu,?"
    r"(?:\ (?:số|biểu|được|như|quy\ định|qui\ định|ban\ hành|chi\ tiết|tại|kèm\ theo|theo|ở|các|trong))*"
    r"\ (?=[Pp]hụ\ lục\ )"
)
_AND = re.compile(r"\ ?(?:,|;|và|hoặc)\ ?(?:số\ )?")
#: Behind a further number of a list, so that in "Mẫu số 01, 02 bản chính" the second is none.
_LISTED = re.compile(
    r"(?=\ ?(?:$|[,;.)]|(?:và|hoặc|tại|[Pp]hụ\ lục|ban\ hành|quy\ định|kèm|thuộc|của|[Nn]ghị|[Tt]hông)(?![^\W_])))"
)
_NOT_COUNTED = re.compile(r"\ ?(?:bản|bộ|tờ|ảnh|cái|[x×%]|[Kk]g|gam|lít|mm|cm|ml)(?![^\W_])")


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_FIRST = re.compile(rf"(?:(?P<mark>{_MARK})|(?P<paper>{_PAPER}))(?=[0-9A-ZĐ])", re.VERBOSE)
_LETTERED, _COUNTED = re.compile(LETTERED, re.VERBOSE), re.compile(COUNTED, re.VERBOSE)
_MENTION = re.compile(rf"(?:{_MARK})?(?:{_unnamed(LETTERED)}|{_unnamed(COUNTED)})(?![^\W_])", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class NamedForm:
    """A form as a text names it. `number` is None where an appendix is the form, and where its `title` is all that is
    known of it: such a title is a form's in one sector, if the desk has said that there is one.

    `sector` is that of the procedure, for decisions of provinces: each counts its own, former ones that became one
    province too, but hardly two of one number in one sector.
    """

    number: FormNumber | None
    issued: Issued
    sector: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        """One for all its spellings; "" where the text does not say which document's it is."""
        if self.title:
            return title_key(self.title, self.sector)
        if self.number and self.number.is_own:
            return self.number.key
        if not self.issued.document_key or (self.is_local and not self.sector):
            return ""
        return slug(" ".join((self.issued.document_key, *self._places())), max_length=MAX_KEY)

    @property
    def is_local(self) -> bool:
        """Whether its number is whole only with the sector."""
        if self.title:
            return True
        is_own = bool(self.number and self.number.is_own)
        return not is_own and bool(self.issued.document_key) and not has_one_maker(self.issued.document_key)

    def _places(self) -> Iterator[str]:
        """What tells it apart from other forms of the document, and the document from others of its number."""
        if self.is_local:
            yield slug(self.sector, max_length=60)
        if self.issued.appendix:
            yield f"phu luc {appendix_key(self.issued.appendix)}"
        if self.issued.section:
            yield f"muc {appendix_key(self.issued.section)}"
        if self.number:
            yield f"mau {self.number.key}"

    @property
    def written(self) -> str:
        """As lists show it: "CT01", "Mẫu số 01, Phụ lục II, 31/2018/NĐ-CP"."""
        if self.number and self.number.is_own:
            return self.number.written
        if self.title:
            return self.title
        said = (
            f"Mẫu số {self.number.written}" if self.number else "",
            f"Mục {self.issued.section}" if self.issued.section else "",
            f"Phụ lục {self.issued.appendix}" if self.issued.appendix else "",
            self.issued.document,
        )
        return ", ".join(filter(None, said))


def forms_named(text: str, sector: str = "") -> tuple[NamedForm, ...]:
    """The forms that a text about a procedure of a sector names, each once, in their order.

    A number that stands with its document in one place of the text is whole in the others. Where it names none by a
    number it may name one by its title. Takes any str, raises nothing.
    """
    said = plain(text)
    named = [(end, NamedForm(number, issued_beside(said, end, _MENTION), sector)) for end, number in _numbers(said)]
    named += ((end, NamedForm(None, issued, sector)) for end, issued in _appendices(said))
    forms = [form for _, form in sorted(named, key=lambda each: each[0])]
    if not forms and sector and (title := title_in(text)):
        return (NamedForm(None, Issued(), sector, title),)
    whole = {form.number for form in forms if form.key}
    return _each_once(form for form in forms if form.key or form.number not in whole)


def forms_of(record: ProcedureRecord) -> tuple[NamedForm, ...]:
    """The forms that the papers of a procedure name, each once."""
    papers = (paper.name for case in record.cases for paper in case.papers)
    return _each_once(form for name in papers for form in forms_named(name, record.sector))


def told_number(written: str) -> str:
    """A number in a sentence: "Mẫu CT01", "Mẫu số 01, Phụ lục II, 31/2018/NĐ-CP"."""
    return written if written.startswith(("Mẫu", "Mục", "Phụ lục")) else f"Mẫu {written}"


def typed_form(text: str, sector: str = "") -> NamedForm | None:
    """The form that somebody typed by its number alone, as papers and `NamedForm.written` write it, or by its title;
    None for none."""
    for before in ("", "mẫu ", "mẫu tại "):
        if found := forms_named(f"{before}{text}", sector):
            return found[0]
    title = title_typed(text)
    return NamedForm(None, Issued(), sector, title) if title else None


def _each_once(forms: Iterable[NamedForm]) -> tuple[NamedForm, ...]:
    """Those that the text leaves open are told apart by what it says."""
    return tuple({form.key or form.written: form for form in reversed(list(forms))}.values())[::-1]


def _numbers(said: str) -> Iterator[tuple[int, FormNumber]]:
    """Each number with the place where it ends; of a list that begins with one, all."""
    place = 0
    while first := _FIRST.search(said, place):
        place = first.end()
        found = _number_at(said, place, with_mark=bool(first["mark"]))
        while found:
            place, number = found
            yield place, number
            further = _AND.match(said, place)
            found = _listed_at(said, further.end(), number) if further else None


def _number_at(said: str, place: int, *, with_mark: bool) -> tuple[int, FormNumber] | None:
    if match := _LETTERED.match(said, place):
        number = lettered(match)
        return (match.end(), number) if number and (with_mark or _stands_alone(match, number)) else None
    match = _COUNTED.match(said, place) if with_mark else None
    return (match.end(), counted(match)) if match and not _NOT_COUNTED.match(said, match.end()) else None


def _stands_alone(match: re.Match[str], number: FormNumber) -> bool:
    """Without the word "mẫu" it is a form's number only if little else looks like it: "NA12", not "B1", "TNHH 1",
    "VN2000"."""
    behind = match.string[match.end() : match.end() + 1]
    is_short = len(match["count"]) < 4 or bool(match["tail"])
    return number.is_own and is_short and " " not in match["gap"] and not behind.isalnum()


def _listed_at(said: str, place: int, first: FormNumber) -> tuple[int, FormNumber] | None:
    """A further number of the same list."""
    match = _LETTERED.match(said, place) or _COUNTED.match(said, place)
    if not match or not _LISTED.match(said, match.end()):
        return None
    number = lettered(match) if "prefix" in match.groupdict() else counted(match)
    return (match.end(), number) if number and _alike(number, first) else None


def _alike(number: FormNumber, first: FormNumber) -> bool:
    """Whether both begin with a letter or both with a digit, as numbers of one list do."""
    return number.written[0].isdigit() == first.written[0].isdigit()


#: "Phụ lục III, V", "Phụ lục I/II": each is a form.
_APPENDICES = re.compile(
    r"[Pp]hụ\ lục\ (?P<all>[IVX]+(?:\ ?(?:/|,|;|và|hoặc)\ ?[IVX]+(?![^\W_]))+)"
    r"(?=\ ?(?:ban|kèm|quy|của|[Nn]ghị|[Tt]hông))"
)


def _appendices(said: str) -> Iterator[tuple[int, Issued]]:
    """Appendices that are a form themselves: "theo mẫu tại Phụ lục III …", "theo mẫu Phụ lục I/II …"."""
    for mark in _APPENDIX_MARK.finditer(said):
        if several := _APPENDICES.match(said, mark.end()):
            issued = issued_beside(said, several.end(), _MENTION)
            yield from ((mark.end(), replace(issued, appendix=each)) for each in re.findall("[IVX]+", several["all"]))
        elif (issued := issued_beside(said, mark.end(), _MENTION)).appendix:
            yield mark.end(), issued
