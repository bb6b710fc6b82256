"""Says a measured figure as one JSON line, with the goal beside it."""

import json
from typing import Any


def say(figure: str, value: Any, goal: str, **more: Any) -> None:
    """One figure as one line."""
    value = round(value, 4) if isinstance(value, float) else value
    print(json.dumps({"figure": figure, "value": value, "goal": goal} | more, ensure_ascii=False), flush=True)
