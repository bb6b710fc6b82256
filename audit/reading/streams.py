"""The texts of a stream, a line for each leaf, with the labels of the blocks; read from what is stored."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from wagtail import blocks


def stream_text(block: blocks.BaseStreamBlock, value: Any) -> str:
    """Of a stream's value, of its raw list, or of the JSON in which a revision holds that."""
    raw = getattr(value, "raw_data", value)
    items = json.loads(raw) if isinstance(raw, str) else list(raw)
    return "\n".join(line for item in items for line in _lines(*_chosen(block, item)))


def _chosen(block: blocks.BaseStreamBlock, item: Mapping[str, Any]) -> tuple[blocks.Block | None, Any]:
    return block.child_blocks.get(item["type"]), item["value"]


def _lines(block: blocks.Block | None, value: Any) -> Iterator[str]:
    if isinstance(block, blocks.StructBlock) and isinstance(value, Mapping):
        for name, child in block.child_blocks.items():
            yield from (f"{child.label}: {line}" for line in _lines(child, value.get(name)))
    elif isinstance(block, blocks.ListBlock) and isinstance(value, list):
        for each in value:
            yield from _lines(block.child_block, each["value"] if _is_item(each) else each)
    elif isinstance(block, blocks.BaseStreamBlock) and isinstance(value, list):
        for item in value:
            yield from _lines(*_chosen(block, item))
    elif value not in (None, "", [], {}):
        yield _leaf(value)


def _is_item(each: Any) -> bool:
    return isinstance(each, Mapping) and {"type", "value"} <= each.keys()


def _leaf(value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
