"""Times single papers on the portal that PORTAL_DATA_DIR names, beside WeasyPrint; prints JSON."""

import json
import logging
from time import perf_counter
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from pages.models import PortalSettings  # noqa: E402
from paper.make import sheets_pdf  # noqa: E402
from posting.place.place import header_of  # noqa: E402
from posting.printing.edition import code_of, stamp_of  # noqa: E402
from posting.printing.order import PrintOrder  # noqa: E402
from posting.printing.printing import print_papers  # noqa: E402
from posting.printing.reading import read_whole  # noqa: E402
from posting.printing.sheet_content import sheet_of  # noqa: E402
from posting.rules.selection import Selection  # noqa: E402
from posting.selection.choosing import Chosen, choose  # noqa: E402
from procedures_catalog.models import ProcedurePage  # noqa: E402
from tests.bench.timing import times  # noqa: E402

try:
    from weasyprint import HTML
except (ImportError, OSError):  # OSError: its system library is missing
    HTML = None

ON_BOARD, SHEETS = 294, 40
logging.getLogger("weasyprint").setLevel(logging.ERROR)
logging.getLogger("fontTools").setLevel(logging.ERROR)


def board(chosen: list[Chosen]) -> dict[str, Any]:
    """A board of many procedures, from the order to the bytes."""
    order = PrintOrder("board", Selection(codes=tuple(one.short_code for one in chosen[:ON_BOARD])), size="A1")
    begun = perf_counter()
    printed = print_papers(order, timezone.now())
    seconds = perf_counter() - begun
    return {"seconds": seconds, "procedures": printed.papers[0].items.count(), "kb": len(printed.pdf) // 1000}


def sheets(codes: list[str]) -> dict[str, dict[str, float]]:
    """One sheet after the other, from the order to the bytes, the row in the ledger with it."""
    return {
        kind: times(
            lambda code, kind=kind: print_papers(PrintOrder(kind, Selection(codes=(code,))), timezone.now()), codes
        )
        for kind in ("short", "full", "large")
    }


def public(client: Client, pages: list[ProcedurePage]) -> dict[str, float]:
    """The citizen's sheet, from the request to the bytes, never out of the cache."""

    def fetch(address: str) -> None:
        cache.clear()
        if client.get(address, HTTP_HOST="127.0.0.1").status_code != 200:
            raise RuntimeError(address)

    return times(fetch, [reverse("procedure_sheet", args=[page.slug]) for page in pages])


def typst(chosen: list[Chosen]) -> dict[str, float]:
    """Only the setting of full sheets, whose texts are at hand."""
    stamp, header = stamp_of(timezone.now()), header_of(None, None, PortalSettings.of_main_site())
    made = {
        one.code: sheet_of(page, record, forms, timezone.localdate(), header, code_of(one.short_code), stamp)
        for one, page, record, forms in read_whole(chosen, timezone.localdate())
    }
    return times(lambda code: sheets_pdf([made[code]], "full"), made)


def weasyprint(client: Client, pages: list[ProcedurePage]) -> dict[str, float] | None:
    """Only the setting of the same procedures' pages, whose HTML is at hand, with the portal's print style sheet."""
    if HTML is None:
        return None
    told = {page.code: client.get(page.get_url(), HTTP_HOST="127.0.0.1").content.decode() for page in pages}
    near = {code: html.replace('"/static/', '"static/') for code, html in told.items()}
    base = f"{settings.PROJECT_DIR}/"
    return times(lambda code: HTML(string=near[code], base_url=base).write_pdf(pdf_variant="pdf/ua-1"), near)


def scan_queries(client: Client) -> int:
    """The most queries that a scan of a paper's code costs."""
    printed = print_papers(
        PrintOrder("poster", Selection(codes=(ProcedurePage.objects.live().first().code,))), timezone.now()
    )
    address = f"/q/{printed.papers[0].items.get().identity.short_code}/{printed.papers[0].tag}"
    client.get(address, HTTP_HOST="127.0.0.1")
    with CaptureQueriesContext(connection) as queries:
        client.get(address, HTTP_HOST="127.0.0.1")
    return len(queries)


def main() -> None:
    """`python -m tests.bench.paper_figures`."""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    chosen = choose(Selection(everything=True), timezone.localdate())
    spread = chosen[:: max(len(chosen) // SHEETS, 1)][:SHEETS]
    pages = list(ProcedurePage.objects.filter(pk__in=[one.page for one in spread]))
    client = Client()
    figures = {
        "sheet_ms": sheets([one.short_code for one in spread]),
        "board": board(chosen),
        "public_ms": public(client, pages),
        "typst_ms": typst(spread),
        "weasyprint_ms": weasyprint(client, pages),
        "scan_queries": scan_queries(client),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
