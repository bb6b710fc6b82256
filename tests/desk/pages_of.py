"""Reads what the desk's form needs out of a portal's SQLite file, without Django's connection."""

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STREAMS = ("steps", "channels", "cases", "results", "overlay")


@dataclass(frozen=True)
class StoredPage:
    """A procedure's id and its streams as they are stored."""

    pk: int
    streams: dict[str, list[dict[str, Any]]]


def pages_of(folder: Path, count: int) -> list[StoredPage]:
    """The first procedures of the portal whose data live in the folder."""
    query = (
        f"SELECT page_ptr_id, {', '.join(STREAMS)} FROM procedures_catalog_procedurepage ORDER BY page_ptr_id LIMIT ?"
    )
    with sqlite3.connect(folder / "portal.sqlite3") as database:
        rows = database.execute(query, [count]).fetchall()
    return [StoredPage(pk, dict(zip(STREAMS, map(json.loads, streams), strict=True))) for pk, *streams in rows]
