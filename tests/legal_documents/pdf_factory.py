"""Makes tiny PDFs for tests: written by hand, or damaged, locked and emptied on purpose."""

from collections.abc import Iterable
from io import BytesIO

from pypdf import PdfWriter

_HEAD = b"%PDF-1.7\n"


def pdf(*pages: str) -> bytes:
    """A PDF with a page for each text, whose letters are found through the map that every honest font carries."""
    letters = sorted(set("".join(pages)) - {"\n"})
    codes = {letter: f"{place:04x}" for place, letter in enumerate(letters, 1)}
    kids = [7 + 2 * place for place in range(len(pages))]
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/Tre/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Tre/CIDSystemInfo 5 0 R/DW 500>>",
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        _stream(_map_of(codes)),
    ]
    for kid, text in zip(kids, pages, strict=True):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {kid + 1} 0 R"
            f"/Resources<</Font<</F 3 0 R>>>>>>".encode()
        )
        objects.append(_stream(_shown(text.split("\n"), codes)))
    return _file(objects)


def locked(data: bytes, password: str) -> bytes:
    """The same PDF under a password; with "" it is only protected from being changed."""
    writer = PdfWriter(clone_from=BytesIO(data))
    writer.encrypt(password, owner_password="chu", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _shown(lines: Iterable[str], codes: dict[str, str]) -> str:
    rows = ("".join(codes[letter] for letter in line) for line in lines)
    return "BT /F 12 Tf 14 TL 50 800 Td " + " ".join(f"<{row}> Tj T*" for row in rows) + " ET"


def _map_of(codes: dict[str, str]) -> str:
    rows = "\n".join(f"<{code}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    return f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(codes)} beginbfchar\n{rows}\nendbfchar"


def _stream(content: str) -> bytes:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream".encode()


def _file(objects: Iterable[bytes]) -> bytes:
    body, places = _HEAD, []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}trailer<</Size {len(places) + 1}/Root 1 0 R>>\n"
    return body + f"{table}startxref\n{len(body)}\n%%EOF".encode()
