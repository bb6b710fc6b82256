"""`make truth`: one JSON line a kind of fault, over all real procedures, with the first ten codes; ends with 1 when a
kind has more than it may. Beside them, how many records say every part that the law asks for."""

import sys

from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from tests.bench.say import say
from tests.parts import SHARED_DATA
from tests.truth.complete import completeness
from tests.truth.every import EVERY
from tests.truth.kinds import beyond, count, told

NATIONAL = SHARED_DATA / "procedures" / "national-2026-07.jsonl.gz"


def main() -> int:
    """Counts, says, and judges."""
    records = [row.record for row in read_national(NATIONAL) if isinstance(row, ReadRow)]
    say("procedures_read", len(records), "5652")
    counts = completeness(records)
    lacking = {key: number for key, number in counts.items() if key != "full" and number}
    say("complete_by_law", counts["full"], "any", says="đủ mọi phần luật yêu cầu", lacking=lacking)
    found = count(EVERY, map(told, records))
    for name, codes in found.items():
        say(name, len(codes), f"<= {EVERY[name].most}", says=EVERY[name].says, first=codes[:10])
    return 1 if beyond(EVERY, found) else 0


if __name__ == "__main__":
    sys.exit(main())
