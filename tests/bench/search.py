"""`make bench-search`: how well and how fast the finder answers, beside Wagtail's own search over the same pages."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measure import measured
from tests.bench.say import say
from tests.elasticsearch.server import running_server as running_elasticsearch
from tests.parts import SHARED_DATA
from tests.portal_process import manage
from tests.postgres.server import running_server as running_postgresql
from tests.postgres.server import server_programs
from tests.unprivileged import folder_for_nobody

NATIONAL = SHARED_DATA / "procedures" / "national-2026-07.jsonl.gz"
QUESTIONS = SHARED_DATA / "search" / "dev-queries.jsonl"
JUDGED = (QUESTIONS, SHARED_DATA / "search" / "dev-queries-2.jsonl")
GOALS = {"colloquial": (">= 0.80", ">= 0.94", ">= 0.98"), "faq": (">= 0.70", ">= 0.86", ">= 0.95")}
SPEED = {"short": "p95 <= 25", "long": "p95 <= 60", "suggest": "p95 <= 15"}
STOCK = {"DJANGO_SETTINGS_MODULE": "tests.bench.stock_settings"}


def fill(folder: Path, **more: str) -> None:
    """The real catalogue, published."""
    manage(folder, "migrate", **more)
    manage(folder, "prepare_portal", **more)
    manage(folder, "import_procedures", str(NATIONAL), "--publish", **more)


def bench_quality(folder: Path, engine: str, **more: str) -> None:
    """Success on the judged questions, as they were asked and without marks."""
    told = json.loads(manage(folder, "evaluate_search", *map(str, JUDGED), "--engine", engine, **more).stdout)
    for half, by_marks in [("both", told), *told["halves"].items()]:
        for marks in ("as_typed", "without_marks"):
            for kind in GOALS:
                _say_success(by_marks[marks][kind], engine=engine, kind=kind, marks=marks, half=half)
    say("misses", told["misses"], "-", engine=engine)


def _say_success(found: Mapping[str, float], kind: str, **about: str) -> None:
    for cut, goal in zip((1, 3, 10), GOALS[kind], strict=True):
        error = found[f"error@{cut}"]
        say(f"success@{cut}", found[f"success@{cut}"], goal, kind=kind, standard_error=error, **about)


def bench_rebuild(folder: Path, engine: str, **more: str) -> None:
    """A whole rebuild, reading the database and all."""
    run = measured(folder, "manage.py", "rebuild_index", "--engine", engine, **more)
    processor = round(run.processor_seconds, 1)
    say("rebuild_seconds", run.seconds, "<= 25", engine=engine, processor_seconds=processor)


def bench_speed(folder: Path, **more: str) -> None:
    """Both engines in one process, an index ten times as large, and the desk's search."""
    told = json.loads(measured(folder, "-m", "tests.bench.engines", str(QUESTIONS), **more).output)
    growth, desk, raw = told.pop("growth"), told.pop("desk"), told.pop("typed_raw")
    say("typed_raw_in_telex_success@1", raw["success@1"], ">= 0.97", names=raw["names"])
    for engine, figures in told.items():
        for length, found in figures.items():
            goal = SPEED[length] if engine == "embedded" else "<= 2 x embedded"
            say(f"{length}_ms", found, goal, engine=engine)
            say(
                f"{length}_p95_ratio_to_embedded", found["p95"] / told["embedded"][length]["p95"], "<= 2", engine=engine
            )
    for length in SPEED:
        ratio = growth["large"][length]["p95"] / growth["small"][length]["p95"]
        say(f"{length}_growth_tenfold", ratio, "<= 5", entries=growth["entries"], large=growth["large"][length])
    say("desk_search_ms", desk, "p95 <= 100")


def bench_memory(folder: Path, **more: str) -> None:
    """A server process that has answered hundreds of questions, suggestions and procedures."""
    peak = measured(folder, "-m", "tests.bench.warm", str(QUESTIONS), **more).peak_mib
    say("server_process_mib", peak, "<= 250")


def bench_stock(folder: Path, database: str, **more: str) -> None:
    """Wagtail's own search over the same pages."""
    manage(folder, "update_index", "--verbosity", "0", **more | STOCK)
    told = json.loads(measured(folder, "-m", "tests.bench.stock", str(QUESTIONS), **more | STOCK).output)
    for name in ("commonest_word", "short"):
        say(f"stock_{name}_ms", told[name], "-", database=database)
    for name in ("judged", "judged_without_marks"):
        say(
            f"stock_{name}",
            {key: told[name][key] for key in ("success@1", "success@10", "ms_p95")},
            "-",
            database=database,
        )


@contextmanager
def an_elasticsearch() -> Iterator[Mapping[str, str]]:
    """A server of its own; what a portal has to be told of it."""
    with folder_for_nobody("bench-elasticsearch-") as folder, running_elasticsearch(folder) as cluster:
        yield {"PORTAL_ELASTICSEARCH_URL": ",".join(cluster.urls)}


@contextmanager
def a_postgresql() -> Iterator[dict[str, str]]:
    """A server of its own; what a portal has to be told of it."""
    programs = server_programs()
    if programs is None:
        raise RuntimeError("PostgreSQL is missing (Debian: postgresql)")
    with folder_for_nobody("bench-postgresql-") as folder, running_postgresql(folder, programs) as url:
        yield {"DATABASE_URL": url}


def main() -> None:
    """All figures, on portals made for them in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as name, an_elasticsearch() as elasticsearch:
        folder = Path(name, "sqlite")
        folder.mkdir()
        fill(folder)
        for engine, more in (("embedded", {}), ("elasticsearch", elasticsearch)):
            bench_rebuild(folder, engine, **more)
            bench_quality(folder, engine, **more)
        bench_speed(folder, **elasticsearch)
        bench_memory(folder)
        bench_stock(folder, "sqlite")
        with a_postgresql() as postgresql:
            other = Path(name, "postgresql")
            other.mkdir()
            fill(other, **postgresql)
            bench_stock(other, "postgresql", **postgresql)


if __name__ == "__main__":
    main()
