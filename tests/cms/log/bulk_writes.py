"""Finds, in the code by its syntax tree, what writes many rows past the signals by which the log hears of them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db.models import Model
from wagtail.models import Page

from cms.log.watched import UNWATCHED

ROOT = Path(__file__).resolve().parents[3]
FLOORS = (
    *("cms", "posting", "search", "decisions", "procedures_catalog", "legal_documents", "pages", "agencies"),
    *("consequences", "audit"),
)
#: Methods that send no signal. `delete` of many sends one for each row that is listened for.
_SILENT = {"bulk_create", "abulk_create", "bulk_update", "abulk_update", "aupdate", "_raw_delete"}


@dataclass(frozen=True, slots=True)
class Write:
    """One such call: the file and the function around it, the method, and the name by which its rows are reached."""

    file: str
    function: str
    method: str
    root: str

    @property
    def place(self) -> str:
        """As it is declared."""
        return f"{self.file}: {self.function}.{self.method}"


def writes_of_the_portal() -> list[Write]:
    """All of them but in migrations and tests, whose rows the log is to tell of, or nobody can say which they are."""
    files = (file for floor in FLOORS for file in sorted((ROOT / floor).rglob("*.py")))
    found = [
        each for file in files if "migrations" not in file.parts for each in writes_in(file.read_text("utf-8"), file)
    ]
    return [each for each in found if not _is_unwatched(each.root)]


def writes_in(text: str, file: Path) -> Iterator[Write]:
    """Those of one module."""
    name = str(file.relative_to(ROOT)) if file.is_absolute() else str(file)
    yield from _walk(ast.parse(text), "", name)


def _walk(node: ast.AST, function: str, file: str) -> Iterator[Write]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}" if function else node.name
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_silent(node):
        yield Write(file, function, node.func.attr, _root(node.func.value))
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, function, file)


def _is_silent(call: ast.Call) -> bool:
    """`update` of rows names columns and nothing else; that of a dict or a digest is given a thing."""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return method in _SILENT or (method == "update" and bool(call.keywords) and not call.args)


def _root(node: ast.AST) -> str:
    while isinstance(node, ast.Call | ast.Attribute):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _is_unwatched(root: str) -> bool:
    """Whether a name is that of models alone whose rows the log does not tell; pages are told otherwise."""
    models: list[type[Model]] = [model for model in apps.get_models() if model.__name__ == root]
    return bool(models) and all(model._meta.label in UNWATCHED and not issubclass(model, Page) for model in models)
