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
    "decisions",
    "procedures_catalog",
    "legal_documents",
    "pages",
    "agencies",
    "consequences",
    "audit",
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


# --- Clocks ---------------------------------------------------------------------------------------

#: What a function is told a day or a moment as.
TOLD = {"on", "today", "moment"}
CLOCKS = {
    *("timezone.now", "timezone.localdate", "timezone.localtime()"),
    *("date.today", "datetime.date.today", "datetime.now", "datetime.datetime.now"),
}
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def clocks() -> list[str]:
    """The files that may read a clock (pyproject.toml): the doors, and whom the moment itself is the fact to."""
    ignored = settings()["ruff"]["lint"]["per-file-ignores"]
    return [name for name, rules in ignored.items() if "TID251" in rules and name != "tests/**"]


def reads_clock(node: ast.AST) -> bool:
    """Whether it is `timezone.now` and the like, or `localtime()` of no moment, which no banned name shows."""
    if isinstance(node, ast.Call) and not node.args:
        return isinstance(node.func, ast.Attribute) and node.func.attr == "localtime"
    return (
        isinstance(node, ast.Attribute) and node.attr in {"now", "localdate", "today", "utcnow"} and named_clock(node)
    )


def named_clock(node: ast.Attribute) -> bool:
    """Whether the attribute is one of a clock's, not of a match or a step that is called alike."""
    return ast.unparse(node.value) in {"timezone", "date", "datetime", "datetime.date", "datetime.datetime"}


def arguments(function: FUNCTIONS) -> list[tuple[str, bool]]:
    """Each argument of a function, and whether it may be left out."""
    given, named = function.args.posonlyargs + function.args.args, function.args.kwonlyargs
    optional = len(function.args.defaults)
    return [(one.arg, place >= len(given) - optional) for place, one in enumerate(given)] + [
        (one.arg, default is not None) for one, default in zip(named, function.args.kw_defaults, strict=True)
    ]


@pytest.mark.parametrize("name", clocks())
def test_the_list_of_clocks_names_only_files_that_read_one(name):
    files = [path for path in ROOT.glob(name) if "management/commands" in name or path.is_file()]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in files]
    assert any(reads_clock(node) for tree in trees for node in ast.walk(tree))


@pytest.mark.parametrize("path", modules(), ids=named)
def test_who_is_told_the_day_reads_no_clock_and_falls_back_on_none(path):
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, FUNCTIONS) and (told := [each for each in arguments(function) if each[0] in TOLD]):
            assert not any(may_be_left_out for _, may_be_left_out in told), ast.unparse(function)
            assert not any(reads_clock(node) for node in ast.walk(function)), ast.unparse(function)


def test_no_clock_is_read_under_a_name_that_is_not_banned():
    reading = [named(path) for path in modules() if "localtime()" in path.read_text(encoding="utf-8")]
    assert reading == []
