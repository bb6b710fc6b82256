"""`make bench-pages`: the home page and the list of the real catalogue beside the page of a stock Wagtail site.

By turns in one run; one JSON line a figure.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.say import say
from tests.parts import SHARED_DATA
from tests.portal_process import ROOT, environment, manage

NATIONAL = SHARED_DATA / "procedures" / "national-2026-07.jsonl.gz"
TURNS = 3
Figures = dict[str, dict[str, float]]


def make_stock_site(folder: Path) -> dict[str, str]:
    """Wagtail's own starting project with its one page, migrated; the environment that it runs in."""
    start = [sys.executable, "-c", "from wagtail.bin.wagtail import main; main()", "start", "stock", str(folder)]
    subprocess.run(start, check=True, capture_output=True)
    stock = os.environ | {"DJANGO_SETTINGS_MODULE": "stock.settings.dev", "PYTHONPATH": str(folder)}
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=folder, env=stock, check=True)
    return stock


def make_portal(folder: Path) -> dict[str, str]:
    """A portal with the demonstration and the real catalogue; the environment that it runs in."""
    manage(folder, "migrate", "--verbosity", "0")
    manage(folder, "load_demo")
    manage(folder, "import_procedures", str(NATIONAL), "--publish")
    return environment(folder)


def page_times(project: Path, variables: dict[str, str], *addresses: str) -> Figures:
    """What `page_times.py` says of the addresses of a project."""
    script = Path(__file__).with_name("page_times.py")
    command = [sys.executable, "-P", str(script), *addresses]  # -P: our modules beside it are not the project's
    variables = variables | {"PYTHONPATH": str(project)}
    run = subprocess.run(command, cwd=project, env=variables, check=True, capture_output=True, text=True)
    return json.loads(run.stdout.splitlines()[-1])


def main() -> None:
    """Of each page the quickest of its turns counts: what else the machine does only makes a turn slower."""
    with tempfile.TemporaryDirectory() as stock_folder, tempfile.TemporaryDirectory() as folder:
        stock_variables, variables = make_stock_site(Path(stock_folder)), make_portal(Path(folder))
        turns = [
            (page_times(Path(stock_folder), stock_variables, "/"), page_times(ROOT, variables, "/", "/thu-tuc/"))
            for _ in range(TURNS)
        ]
    bare = min(stock["/"]["processor_ms"] for stock, _ in turns)
    say("stock_page_processor_ms", bare, "-")
    for name, address in (("home", "/"), ("catalogue", "/thu-tuc/")):
        best = min((ours[address] for _, ours in turns), key=lambda figures: figures["processor_ms"])
        say(
            f"{name}_to_stock_page",
            best["processor_ms"] / bare,
            "<= 1.5",
            processor_ms=best["processor_ms"],
            ms=best["ms"],
        )
        say(f"{name}_html_bytes", best["bytes"], "<= 46080" if name == "catalogue" else "-")


if __name__ == "__main__":
    main()
