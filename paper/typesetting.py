"""Runs Typst: a template and its data in, a tagged PDF/UA-1 out."""

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

_HERE = Path(__file__).parent
_ONE_AT_A_TIME = Lock()  # the compiler keeps state, and works on all cores by itself


def typeset(template: str, data: dict[str, Any]) -> bytes:
    """The PDF of paper/templates/<template>.typ with `data`, which is never read as markup.

    Raises typst.TypstError when the document would break PDF/UA-1: a fault of the template, not of the data.
    """
    with _ONE_AT_A_TIME:
        pdf = _compiler().compile(
            input=str(_HERE / "templates" / f"{template}.typ"),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            format="pdf",
            pdf_standards=["ua-1"],
        )
    if not isinstance(pdf, bytes):
        raise TypeError(f"Typst gave {type(pdf)} for {template}")
    return pdf


@cache
def _compiler() -> typst.Compiler:
    """One for all, so that fonts and templates are read once; templates reach no file outside their folder."""
    return typst.Compiler(root=str(_HERE / "templates"), font_paths=[str(_HERE / "fonts")], ignore_system_fonts=True)
