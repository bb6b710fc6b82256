"""`make bench-desk`: the desk's screens on the real catalogue, spread over 60 shelves, as a department's people see
them.

`PORTAL=folder` takes a copy of that portal rather than importing the national catalogue anew, which takes minutes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.__main__ import import_national
from tests.portal_process import ROOT, environment, manage
from tests.template_file import begin_with_template


def main() -> None:
    """What is measured is measured inside of the portal."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-desk-") as name:
        folder = Path(name, "portal")
        (_copied if os.environ.get("PORTAL") else _imported)(folder)
        command = [sys.executable, "-m", "tests.bench.desk.figures"]
        subprocess.run(command, cwd=ROOT, env=environment(folder), check=True)


def _copied(folder: Path) -> None:
    shutil.copytree(os.environ["PORTAL"], folder)
    manage(folder, "migrate", "--verbosity", "0")


def _imported(folder: Path) -> None:
    folder.mkdir()
    begin_with_template(folder)
    for words in (("migrate", "--verbosity", "0"), ("load_demo",)):
        manage(folder, *words)
    import_national(folder)


if __name__ == "__main__":
    main()
