"""Binds PDFs that Typst wrote into one, and keeps their tags: PDF/UA-1 in, PDF/UA-1 out.

Typst holds a whole document in memory, about 3 MB a sheet, so thousands of sheets are set in portions. Libraries that
join PDFs lose the structure tree (ISO 32000-1, 14.7) or take minutes. What Typst writes is plain: an old-style
table of offsets, no object streams, one structure tree whose lists stand in its root. So joining is renumbering.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

_CATALOG, _PAGES, _TAGS, _OUTLINES, _INFO = range(1, 6)
_FIRST_FREE = 6

_TO_RENUMBER = re.compile(
    rb"\((?P<text>(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)|(?P<object>\d+) 0 R|(?<=/StructParents )(?P<key>\d+)"
)
_HEADER_ID = re.compile(rb"U\d+x\d+y\d+")  # by which the cells of a table name their headers


@dataclass(frozen=True, slots=True)
class _Portion:
    """One PDF, cut into its objects; the numbers are those of its own."""

    objects: dict[int, bytes]
    catalog: int
    pages: int
    tags: int
    outlines: int
    info: int


def bind(portions: Sequence[tuple[str, bytes]]) -> bytes:
    """One PDF of all, in order; each (label, PDF) becomes a bookmark with the portion's own bookmarks under it.

    Title, language and metadata are the first one's. Raises ValueError when a PDF is not as Typst writes it.
    """
    if len(portions) == 1:
        return portions[0][1]
    return _written(_bound(portions))


# --- Reading --------------------------------------------------------------------------------------


def _cut(pdf: bytes) -> _Portion:
    table = _number(rb"startxref\n(\d+)\n%%EOF\s*$", pdf[-64:])
    offsets = [int(offset) for offset in re.findall(rb"(\d{10}) \d{5} n", pdf[table:])]
    ends = dict(zip(sorted(offsets), [*sorted(offsets)[1:], table], strict=False))
    objects = {number: _body(pdf[start : ends[start]]) for number, start in enumerate(offsets, 1)}
    catalog = _number(rb"/Root (\d+) 0 R", pdf[table:])
    pages, tags, outlines = (
        _number(rb"/%s (\d+) 0 R" % root, objects[catalog]) for root in (b"Pages", b"StructTreeRoot", b"Outlines")
    )
    return _Portion(objects, catalog, pages, tags, outlines, _number(rb"/Info (\d+) 0 R", pdf[table:]))


def _body(raw: bytes) -> bytes:
    return raw.partition(b" obj\n")[2].rpartition(b"\nendobj")[0]


def _number(pattern: bytes, text: bytes) -> int:
    found = re.search(pattern, text)
    if not found:
        raise ValueError(f"not a PDF as Typst writes it: no {pattern!r}")
    return int(found[1])


def _list(name: bytes, text: bytes) -> bytes:
    """What stands in a list of numbers, references and header names."""
    found = re.search(rb"/%s ?\[([^\[\]]*)\]" % name, text)
    return found[1] if found else b""


# --- Joining --------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Roots:
    """What the new roots gather: references to each portion's pages and bookmarks, its tags, and how many there are.

    `keys` counts the entries of the parent tree, by which a page finds the tags of what stands on it.
    """

    pages: list[int] = field(default_factory=list)
    bookmarks: list[tuple[int, bytes]] = field(default_factory=list)
    kids: list[bytes] = field(default_factory=list)
    parents: list[bytes] = field(default_factory=list)
    names: list[bytes] = field(default_factory=list)
    role_map: bytes = b""
    page_count: int = 0
    keys: int = 0


def _bound(portions: Sequence[tuple[str, bytes]]) -> Iterator[tuple[int, bytes]]:
    """Every object of the bound PDF with its number."""
    roots, shift = _Roots(), _FIRST_FREE - 1
    for place, (label, pdf) in enumerate(portions):
        portion = _cut(pdf)
        renumbered = _Renumbering(portion, shift, roots.keys, place)
        for number, body in portion.objects.items():
            if number not in (portion.catalog, portion.tags, portion.outlines):
                yield number + shift, _under_new_root(renumbered(body), number == portion.pages)
        bookmark = _bookmark(renumbered(portion.objects[portion.outlines]), label)
        roots.bookmarks.append((portion.outlines + shift, bookmark))
        if not place:
            yield _CATALOG, _catalog(renumbered(portion.objects[portion.catalog]))
            yield _INFO, portion.objects[portion.info]
        _gather(roots, renumbered(portion.objects[portion.tags]), portion, shift)
        shift += len(portion.objects)
    yield from _new_roots(roots)


class _Renumbering:
    """Gives everything in an object that has a number or a name of its own a new one, unique in the bound PDF."""

    def __init__(self, portion: _Portion, shift: int, first_key: int, place: int) -> None:
        self.moved = {portion.tags: _TAGS}
        self.shift, self.first_key, self.place = shift, first_key, place

    def __call__(self, body: bytes) -> bytes:
        facts, stream, data = body.partition(b"\nstream\n")
        return _TO_RENUMBER.sub(self._new, facts) + stream + data

    def _new(self, match: re.Match[bytes]) -> bytes:
        if match["object"]:
            number = int(match["object"])
            return b"%d 0 R" % self.moved.get(number, number + self.shift)
        if match["key"]:
            return b"%d" % (int(match["key"]) + self.first_key)
        return b"(P%05d%s)" % (self.place, match["text"]) if _HEADER_ID.fullmatch(match["text"]) else match[0]


def _under_new_root(body: bytes, is_pages: bool) -> bytes:
    return body.replace(b"<<", b"<</Parent %d 0 R" % _PAGES, 1) if is_pages else body


def _bookmark(outlines: bytes, label: str) -> bytes:
    """A portion's root of bookmarks as one closed bookmark."""
    title = label.encode("utf-16-be").hex().upper().encode()
    closed = re.sub(rb"/Count (\d+)", rb"/Count -\1", outlines)
    return closed.replace(b"<</Type/Outlines", b"<</Parent %d 0 R/Title<FEFF%s>" % (_OUTLINES, title), 1)


def _catalog(first: bytes) -> bytes:
    new = b"/Pages %d 0 R/StructTreeRoot %d 0 R/Outlines %d 0 R" % (_PAGES, _TAGS, _OUTLINES)
    return re.sub(rb"/(Pages|StructTreeRoot|Outlines) \d+ 0 R", b"", first).replace(b"<<", b"<<" + new, 1)


def _gather(roots: _Roots, tags: bytes, portion: _Portion, shift: int) -> None:
    parents = re.sub(rb"(\d+) (\d+ 0 R)", lambda m: b"%d %s" % (int(m[1]) + roots.keys, m[2]), _list(b"Nums", tags))
    roots.parents.append(parents)
    roots.names.append(_list(b"Names", tags))
    roots.kids.append(_list(b"K", tags))
    roots.pages.append(portion.pages + shift)
    roots.page_count += _number(rb"/Count (\d+)", portion.objects[portion.pages])
    roots.keys += _number(rb"/ParentTreeNextKey (\d+)", tags)
    if not roots.role_map:
        roots.role_map = re.findall(rb"/RoleMap<<[^>]*>>", tags)[0]


def _new_roots(roots: _Roots) -> Iterator[tuple[int, bytes]]:
    pages = b" ".join(b"%d 0 R" % number for number in roots.pages)
    yield _PAGES, b"<</Type/Pages/Count %d/Kids[%s]>>" % (roots.page_count, pages)
    yield (
        _TAGS,
        b"<</Type/StructTreeRoot%s/K[%s]/ParentTree<</Nums[%s]>>/IDTree<</Names[%s]>>/ParentTreeNextKey %d>>"
        % (
            roots.role_map,
            b" ".join(roots.kids),
            b" ".join(roots.parents),
            b" ".join(roots.names),
            roots.keys,
        ),
    )
    yield from _linked(roots.bookmarks)


def _linked(bookmarks: Sequence[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    """The bookmarks, each naming its neighbours, and their root."""
    numbers = [number for number, _ in bookmarks]
    for place, (number, body) in enumerate(bookmarks):
        before = b"/Prev %d 0 R" % numbers[place - 1] if place else b""
        after = b"/Next %d 0 R" % numbers[place + 1] if place + 1 < len(numbers) else b""
        yield number, body.replace(b"<<", b"<<" + before + after, 1)
    ends = b"/First %d 0 R/Last %d 0 R/Count %d" % (numbers[0], numbers[-1], len(numbers))
    yield _OUTLINES, b"<</Type/Outlines%s>>" % ends


# --- Writing --------------------------------------------------------------------------------------


def _written(objects: Iterable[tuple[int, bytes]]) -> bytes:
    """The file: objects, the table of their offsets, the trailer. Numbers that nobody uses are marked free."""
    out, offsets = bytearray(b"%PDF-1.7\n%\x80\x80\x80\x80\n\n"), {}
    for number, body in objects:
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n\n" % (number, body)
    table, size = len(out), max(offsets) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d 00000 n\r\n" % offsets[number] if number in offsets else b"0000000000 65535 f\r\n"
    digest = hashlib.sha256(out[-table:]).hexdigest().encode()
    ids = b"<%s><%s>" % (digest[:32], digest[:32])
    out += b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[%s]>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        _CATALOG,
        _INFO,
        ids,
        table,
    )
    return bytes(out)
