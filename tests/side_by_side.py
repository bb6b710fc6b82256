"""`make test`: every test, in two processes side by side, for two cores. Plain `pytest` runs the same ones in one.

What needs servers of its own or a browser goes into the second process; whatever is not named here into the first, so
that nothing can be forgotten. The first begins the run on PostgreSQL as well (tests/postgres).
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECOND = ("tests/api", "tests/desk", "tests/journeys", "tests/search")


def main() -> int:
    """Shows the first process as it goes and what the second printed at its end; 0 when both passed."""
    given = sys.argv[1:]
    first = [f"--ignore={folder}" for folder in SECOND]
    with tempfile.TemporaryFile("w+") as said:
        beside = subprocess.Popen(_pytest(*SECOND, *given), cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        codes = [subprocess.run(_pytest("tests", *first, *given), cwd=ROOT, check=False).returncode, beside.wait()]
        said.seek(0)
        print(f"\n--- {', '.join(SECOND)} ---\n{said.read()}", flush=True)
    return next(filter(None, codes), 0)


def _pytest(*words: str) -> list[str]:
    return [sys.executable, "-m", "pytest", *words]


if __name__ == "__main__":
    sys.exit(main())
