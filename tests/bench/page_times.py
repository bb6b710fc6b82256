"""Times pages of the Django project in the current folder as an anonymous reader; prints them as JSON.

`DJANGO_SETTINGS_MODULE=… python -P page_times.py ADDRESS…` → address → {ms, processor_ms (both medians), bytes}. It
imports nothing of the portal, so that it can be run in any project.
"""

import json
import sys
from statistics import median
from time import perf_counter, process_time

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.test import Client  # noqa: E402

ROUNDS = 40


def timed(client: Client, address: str) -> tuple[float, float, int]:
    """Milliseconds by the clock and of the processor, and how long the answer is."""
    clock, processor = perf_counter(), process_time()
    response = client.get(address, HTTP_HOST="127.0.0.1")
    took = (perf_counter() - clock) * 1000, (process_time() - processor) * 1000
    if response.status_code != 200:
        raise RuntimeError(f"{address} answers {response.status_code}")
    return *took, len(response.content)


def main() -> None:
    """Each address is asked three times before it counts."""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    settings.DEBUG = False
    client, figures = Client(), {}
    for address in sys.argv[1:]:
        measured = [timed(client, address) for _ in range(ROUNDS + 3)][3:]
        clock, processor, sizes = zip(*measured, strict=True)
        figures[address] = {"ms": median(clock), "processor_ms": median(processor), "bytes": sizes[0]}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
