"""`make bench-log`: how fast the log is verified, and what writing it adds to a publication."""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.portal_process import ROOT, environment, manage
from tests.template_file import begin_with_template

FIGURES = "from tests.bench.log_figures import main; main()"


def main() -> None:
    """A portal of its own with the demonstration; what is measured is measured inside of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begin_with_template(folder)
        for words in (("migrate", "--verbosity", "0"), ("load_demo",)):
            manage(folder, *words)
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", FIGURES]
        subprocess.run(command, cwd=ROOT, env=environment(folder), check=True)


if __name__ == "__main__":
    main()
