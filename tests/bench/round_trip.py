"""Compares an export with the national file it came from, field by field."""

import gzip
import json
import unicodedata
from pathlib import Path
from typing import Any


def normal(value: Any) -> Any:
    """Composed letters and single spaces, all the way down."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    if isinstance(value, list):
        return [normal(item) for item in value]
    if isinstance(value, dict):
        return {key: normal(item) for key, item in value.items()}
    return value


def read(path: Path) -> dict[str, dict[str, Any]]:
    """The records of a file of JSON lines by their code."""
    open_file = gzip.open if path.suffix == ".gz" else open
    with open_file(path, "rt", encoding="utf-8") as lines:
        return {record["Mã thủ tục"]: record for record in map(json.loads, lines)}


def differences(source: Path, exported: Path) -> list[tuple[str, str]]:
    """(code, field) of everything that did not come back as it went in; a missing record counts with each field."""
    given, back = read(source), read(exported)
    return [
        (code, field)
        for code, record in given.items()
        for field, value in record.items()
        if normal(value) != normal(back.get(code, {}).get(field))
    ]
