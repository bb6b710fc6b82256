"""Reads 200 codes off boards of real procedures with two decoders, however bad they look; prints JSON."""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import django
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader

django.setup()

from paper.qr import QUIET_ZONE, qr_rows  # noqa: E402 - Django must be set up first
from posting.printing.order import PrintOrder  # noqa: E402
from posting.printing.printing import print_papers  # noqa: E402
from posting.rules.selection import Selection  # noqa: E402
from posting.selection.choosing import choose  # noqa: E402
from tests.paper.reading import picture  # noqa: E402
from tests.paper.scanning import codes_on, cut_out, hardships, read_by_zbar, read_by_zxing  # noqa: E402

CODES = 200


def codes() -> Iterator[tuple[str, Image.Image]]:
    """Each address with its code, cut out of a rendered page of an A3 board."""
    chosen = choose(Selection(everything=True), timezone.localdate())
    sample = chosen[:: len(chosen) // CODES][:CODES]
    pdf = print_papers(
        PrintOrder("board", Selection(codes=tuple(one.short_code for one in sample))), timezone.now()
    ).pdf
    for number in range(len(PdfReader(BytesIO(pdf)).pages)):
        page = picture(pdf, page=number, dots_per_mm=8)
        for code in codes_on(page):
            yield code.text, cut_out(page, code, len(qr_rows(code.text)) - 2 * QUIET_ZONE)


def main() -> None:
    """`python -m tests.bench.codes_read`: hardship → decoder → how many were read rightly."""
    read: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed, (address, code) in enumerate(codes()):
            for hardship, worse in hardships(code, seed):
                found = read.setdefault(hardship, Counter())
                found["codes"] += 1
                found["zxing"] += read_by_zxing(worse) == {address}
                found["zbar"] += read_by_zbar(worse, Path(folder)) == {address}
    print(json.dumps(read))


if __name__ == "__main__":
    main()
