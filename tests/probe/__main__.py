"""`make probe [only=SUBJECT]`: one JSON line a check; ends with 1 when one fails."""

import json
import os
import sys
import tempfile
from pathlib import Path

import django
import pytest

from tests.probe.found import Check, all_checks
from tests.probe.probe import Probe


def main(only: str = "") -> int:
    """How many checks failed, of those whose name begins so."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings.development"
    django.setup()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="portal-probe-") as folder, Probe(Path(folder)) as probe:
        for name, check in all_checks().items():
            if name.startswith(only):
                failed += _say(name, check, probe)
    return failed


def _say(name: str, check: Check, probe: Probe) -> bool:
    """Runs one check and says what it found; whether it failed."""
    try:
        found = check(probe)
        ok, seen = found.ok, found.found
    except pytest.skip.Exception as missing:
        ok, seen = None, str(missing)
    print(json.dumps({"check": name, "ok": ok, "found": seen}, ensure_ascii=False), flush=True)
    return ok is False


if __name__ == "__main__":
    sys.exit(min(main(*sys.argv[1:2]), 1))
