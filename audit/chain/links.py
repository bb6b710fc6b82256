"""One row of the log as canonical JSON, the hash that binds it to the row before, and the portal's seal on the hash.

Canonical: one object of all columns of `COLUMNS`, keys sorted, no spaces, no escapes but those that JSON demands,
UTF-8; texts were brought to Unicode's NFC when the row was written. `changes` and `details`, JSON themselves, are texts
here, so that each of their bytes counts.
"""

import hmac
import json
from collections.abc import Sequence
from hashlib import sha256

#: The columns that the hash covers, in the order in which they are read.
COLUMNS = (
    "action",
    "actor",
    "actor_agency",
    "actor_name",
    "address",
    "agency",
    "at",
    "changes",
    "command",
    "details",
    "key",
    "kind",
    "name",
    "number",
)
#: What stands before the first row.
GENESIS = "0" * 64
_SALT = b"audit.chain.seal"

Value = str | int | None

_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(values: Sequence[Value]) -> str:
    """The row with these values of COLUMNS."""
    return _encoder.encode(dict(zip(COLUMNS, values, strict=True)))


def linked(previous: str, values: Sequence[Value]) -> str:
    """The row's hash: SHA-256, in hexadecimal digits, of the 64 digits of the row before and the canonical row."""
    return sha256(f"{previous}{canonical(values)}".encode()).hexdigest()


def key_of(secret: str) -> bytes:
    """The key of the seals, of the portal's secret key."""
    return sha256(_SALT + secret.encode()).digest()


def sealed(key: bytes, digest: str) -> str:
    """The portal's seal on a hash: who can write into the database, but has no secret key, cannot make it."""
    return hmac.digest(key, digest.encode(), "sha256").hex()
