"""Runs Typst: a template and its data in, a tagged PDF/UA-1 or a picture out."""

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

_HERE = Path(__file__).parent
_POINTS_PER_INCH = 72
_ONE_AT_A_TIME = Lock()  # the compiler keeps state, and works on all cores by itself


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
        made = _compiler().compile(
            input=str(_HERE / "templates" / f"{template}.typ"),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            **how,
        )
    if not isinstance(made, bytes):
        raise TypeError(f"Typst gave {type(made)} for {template}")
    return made


@cache
def _compiler() -> typst.Compiler:
    """One for all, so that fonts and templates are read once; templates reach no file outside their folder."""
    return typst.Compiler(root=str(_HERE / "templates"), font_paths=[str(_HERE / "fonts")], ignore_system_fonts=True)
