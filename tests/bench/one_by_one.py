"""Publishes pages one by one in Wagtail's own way, for comparison; prints pages a second as JSON."""

import json
import time

import django

django.setup()

from procedures_catalog.models import ProcedurePage  # noqa: E402 - Django must be set up first

COUNT = 60


def main() -> None:
    """Changes a word and publishes, page after page."""
    pages = list(ProcedurePage.objects.live().order_by("pk")[:COUNT])
    began = time.monotonic()
    for page in pages:
        page.keywords = f"{page.keywords} đo"
        page.save_revision().publish()
    print(json.dumps({"pages_per_second": COUNT / (time.monotonic() - began)}))


if __name__ == "__main__":
    main()
