"""Long texts kept small in a column: what versions said, and the national record as last seen.

What nearly every record says is known beforehand (`packing_words.txt`), so that a text costs what is its own: a quarter
less. The words are part of every packed text and never change; others would be a second list, told apart by zlib.
"""

import zlib
from pathlib import Path

_LEVEL = 6  # of compression; more takes twice the time for a hundredth
_WORDS = Path(__file__).with_name("packing_words.txt").read_bytes()


def pack(text: bytes) -> bytes:
    """The text, some fifth as long."""
    packer = zlib.compressobj(_LEVEL, zdict=_WORDS)
    return packer.compress(text) + packer.flush()


def unpack(packed: bytes) -> bytes:
    """The text that was packed, also by software that knew no words beforehand. Raises zlib.error."""
    reader = zlib.decompressobj(zdict=_WORDS)
    text = reader.decompress(packed) + reader.flush()
    if not reader.eof:
        raise zlib.error("cut short")
    return text
