"""Files in the national shape, for tests of what reads them."""

import json
from pathlib import Path


def jsonl(path: Path, *objects: object) -> Path:
    """Writes the objects as JSON lines; returns the path."""
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects), encoding="utf-8")
    return path
