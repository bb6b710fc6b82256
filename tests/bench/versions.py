"""`make bench-versions`: how much room ten years of daily changes take, one procedure in a hundred a day.

Measured on a copy of the real catalogue: some thousands of versions more, each with another text and its note, and by
how much the file has grown. `PORTAL=folder` takes a copy of that portal.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.desk.__main__ import _imported
from tests.portal_process import ROOT, environment, manage


def main() -> None:
    """One JSON line."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-versions-") as name:
        folder = Path(name, "portal")
        if os.environ.get("PORTAL"):
            shutil.copytree(os.environ["PORTAL"], folder)
            manage(folder, "migrate", "--verbosity", "0")
        else:
            _imported(folder)
        inside = [sys.executable, "-m", "tests.bench.versions_inside"]
        subprocess.run(inside, cwd=ROOT, env=environment(folder), check=True)


if __name__ == "__main__":
    main()
