"""Runs Typst: a template and its data in, a tagged PDF/UA-1 or a picture out."""

import json
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from threading import Lock
from typing import Any, ParamSpec, TypeVar

import typst

Given = ParamSpec("Given")
Made = TypeVar("Made")

_HERE = Path(__file__).parent
_POINTS_PER_INCH = 72
_ONE_AT_A_TIME = Lock()  # the compiler keeps state, and works on all cores by itself


def aside(make: Callable[Given, Made], *args: Given.args, **kwargs: Given.kwargs) -> Made:
    """What `make` makes, in a fresh process: for whoever will fork afterwards, as a server does before it serves."""
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
        return fresh.submit(make, *args, **kwargs).result()


def typeset(template: str, data: dict[str, Any]) -> bytes:
    """The PDF of paper/templates/<template>.typ with `data`, which is never read as markup.

    Raises typst.TypstError when the document would break PDF/UA-1: a fault of the template, not of the data.
    """
    return _compiled(template, data, format="pdf", pdf_standards=["ua-1"])


def picture(template: str, data: dict[str, Any]) -> bytes:
    """The PNG of the one page of paper/templates/<template>.typ with `data`, a pixel for each of its points."""
    return _compiled(template, data, format="png", ppi=_POINTS_PER_INCH)


def _compiled(template: str, data: dict[str, Any], **how: Any) -> bytes:
    with _ONE_AT_A_TIME:
        if _of_process() != os.getpid():  # the threads it works with are not forked: it would wait for them for ever
            raise RuntimeError("Typst was used before this process was forked; use `paper.typesetting.aside` there.")
        made = _compiler().compile(
            input=str(_HERE / "templates" / f"{template}.typ"),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            **how,
        )
    if not isinstance(made, bytes):
        raise TypeError(f"Typst gave {type(made)} for {template}")
    return made


@cache
def _of_process() -> int:
    """The first process that compiled."""
    return os.getpid()


@cache
def _compiler() -> typst.Compiler:
    """One for all, so that fonts and templates are read once; templates reach no file outside their folder."""
    return typst.Compiler(root=str(_HERE / "templates"), font_paths=[str(_HERE / "fonts")], ignore_system_fonts=True)
