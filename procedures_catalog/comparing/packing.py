"""Long texts kept small in a column: what versions said, and the national record as last seen."""

import zlib

_LEVEL = 6  # of compression; more takes twice the time for a hundredth


def pack(text: bytes) -> bytes:
    """The text, some quarter as long."""
    return zlib.compress(text, _LEVEL)


def unpack(packed: bytes) -> bytes:
    """The text that was packed."""
    return zlib.decompress(packed)
