"""Asks the portal that PORTAL_DATA_DIR names what people ask a server process, so that its memory can be read."""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.test import Client  # noqa: E402 - Django must be set up first

from procedures_catalog.models import ProcedurePage  # noqa: E402
from tests.bench.questions import beginnings, long_questions, short_questions  # noqa: E402

#: How long the process answered before its memory is of use to anybody.
ROUNDS = 2


def main() -> None:
    """`python -m tests.bench.warm QUERIES`: pages of results, suggestions, procedures."""
    asked = [json.loads(line)["q"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    pages = ProcedurePage.objects.live().order_by("pk")
    names, keys = list(pages.values_list("title", flat=True)), list(pages.values_list("pk", flat=True))
    addresses = [page.url for page in pages.filter(pk__in=keys[:: max(len(keys) // 100, 1)]).only("slug", "url_path")]
    client = Client(headers={"host": "127.0.0.1"})
    for _ in range(ROUNDS):
        for text in (*short_questions(names), *long_questions(asked)[:20], *asked):
            assert client.get("/tim-kiem/", {"q": text}).status_code == 200
        for text in beginnings(names):
            assert client.get("/api/v1/suggest", {"q": text}).status_code == 200
        for address in addresses:
            assert client.get(address).status_code == 200


if __name__ == "__main__":
    main()
