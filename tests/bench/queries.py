"""Counts the SQL queries of public pages on the portal that PORTAL_DATA_DIR names; prints them as JSON."""

import json

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.db import connection  # noqa: E402
from django.db.models.functions import Length  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from procedures_catalog.models import ProcedurePage  # noqa: E402


def count(client: Client, address: str) -> int:
    """How many queries an anonymous reader's request costs."""
    with CaptureQueriesContext(connection) as queries:
        status = client.get(address, HTTP_HOST="127.0.0.1").status_code
    if status != 200:
        raise RuntimeError(f"{address} answers {status}")
    return len(queries)


def main() -> None:
    """The longest and the shortest procedure and the list; first with an empty cache, then as readers meet them."""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    by_length = ProcedurePage.objects.live().order_by(Length("cases") + Length("steps"))
    shortest, longest = by_length.first(), by_length.last()
    client = Client()
    first = count(client, longest.get_url())
    figures = {
        "procedures": by_length.count(),
        "procedure_longest": count(client, longest.get_url()),
        "procedure_shortest": count(client, shortest.get_url()),
        "procedure_first_after_start": first,
        "catalogue": count(client, "/thu-tuc/"),
        "catalogue_filtered": count(client, "/thu-tuc/?cap=commune&q=khai"),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
