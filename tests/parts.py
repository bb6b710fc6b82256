"""Parts that tests need besides Python: what is there, and what to say where one is missing."""

import os
from pathlib import Path

import pytest

SHARED_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


def missing(what: str) -> None:
    """Skips the test by name where a part is missing; in continuous integration nothing may be missing."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"Thiếu: {what}")
    pytest.skip(f"Thiếu: {what}")
