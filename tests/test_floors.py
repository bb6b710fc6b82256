"""The walls of the house: what no tool of its own holds. Import directions are import-linter's (`make check`)."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.portal_process import ROOT

FLOORS = (
    "cms",
    "posting",
    "search",
    "procedures_catalog",
    "legal_documents",
    "pages",
    "agencies",
    "consequences",
    "paper",
    "vietnamese",
)
MOST_LINES = 300
MOST_FILES = 20
# Wagtail's own pieces take what they need from its screens' context.
OURS = {str(path.relative_to(ROOT / "templates")) for path in (ROOT / "templates").rglob("*.html")}
INCLUDE = re.compile(r"{%-?\s*include\s+\"([^\"]+)\"([^%]*)%}")


def modules() -> list[Path]:
    """Every module of the floors but migrations, which Django writes."""
    every = (path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))
    return sorted(path for path in every if "migrations" not in path.parts)


def settings() -> dict:
    """pyproject.toml, where both lists of pure rooms stand."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]


def named(path: Path) -> str:
    """How a file is called where a test fails."""
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_module_says_what_it_is_for_and_is_short(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no opening sentence"
    assert len(text.splitlines()) <= MOST_LINES


def test_no_folder_holds_more_than_a_glance():
    rooms = Counter(named(path.parent) for path in modules() if path.name != "__init__.py")
    assert {room: count for room, count in rooms.items() if count > MOST_FILES} == {}


def test_types_are_checked_on_every_floor():
    assert settings()["mypy"]["packages"] == settings()["importlinter"]["root_packages"]


def test_pure_rooms_are_the_same_for_imports_and_for_types():
    contracts = settings()["importlinter"]["contracts"]
    (pure,) = (each["source_modules"] for each in contracts if each["name"] == "Pure rooms know no framework")
    (strict,) = (each["module"] for each in settings()["mypy"]["overrides"] if each.get("disallow_untyped_defs"))
    assert strict == [pattern for room in pure for pattern in (room, f"{room}.*")]


def test_every_pure_room_exists():
    contracts = settings()["importlinter"]["contracts"]
    (pure,) = (each["source_modules"] for each in contracts if each["name"] == "Pure rooms know no framework")
    places = [ROOT / room.replace(".", "/") for room in pure]
    assert [named(place) for place in places if not (place.is_dir() or place.with_suffix(".py").is_file())] == []


@pytest.mark.parametrize("name", sorted(OURS))
def test_an_include_names_what_it_hands_on(name):
    text = (ROOT / "templates" / name).read_text(encoding="utf-8")
    included = [(found[1], found[2].strip()) for found in INCLUDE.finditer(text) if found[1] in OURS]
    assert [target for target, handed in included if handed.split()[-1:] != ["only"]] == []


def test_every_decision_has_its_line():
    records = {path.name for path in (ROOT / "docs/decisions").glob("0*.md")}
    listed = re.findall(r"]\((0[^)]+)\)", (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(records)


ROOM = re.compile(r"`([a-z_]+(?:/[a-z_]+)*/[a-z_]+\.(?:py|html|typ))`")


@pytest.mark.parametrize("book", ["README.md", "docs/developers.md"])
def test_a_file_that_the_map_names_exists(book):
    named_files = ROOM.findall((ROOT / book).read_text(encoding="utf-8"))
    lost = [
        name
        for name in named_files
        if not any(True for floor in FLOORS for _ in (ROOT / floor).glob(f"**/{name}")) and not (ROOT / name).exists()
    ]
    assert named_files
    assert lost == []
