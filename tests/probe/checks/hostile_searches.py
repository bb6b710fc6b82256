"""Questions made to break or to stall the search."""

from urllib.parse import quote, quote_from_bytes

from tests.probe.found import Found, check, nothing
from tests.probe.probe import Probe

LONGEST = 10.0  # seconds; a guard against a stall, not a measure
QUESTIONS = (
    '"', '"""', "'", "*", "a*", "* OR *", "NOT", "AND OR NOT", "khai AND", "NEAR(khai sinh, 9999)", "^khai",
    "title:khai", "(khai", "khai)", "((((((((((", "{khai}", "[a TO z]", "khai~9", "khai^1000", "-khai", "+khai +sinh",
    "/.*.*.*/", "\\", "%", "_", "%%%%%%%%", "'; DROP TABLE x;--", "1 UNION SELECT 1", '{"match_all": {}}',
    "${7*7}", "{{7*7}}", "<script>alert(1)</script>", "(a+)+$", "\x00khai", "khai\x00sinh", "\x01\x02\x1b[31m",
    "\u202ekhai", "\u200bkhai\ufeff", "k" + "\u0301" * 500, "khai sinh " * 400, "a " * 2000, "x" * 5000,
    "💩" * 300, "thủ tục", "sinh", "ﷺ" * 100,
)  # fmt: skip
BROKEN_BYTES = (b"\xff\xfe", b"kh\xc3", b"\xed\xa0\x80", b"%")
DOORS = ("/tim-kiem/?q={}", "/api/v1/search?q={}", "/api/v1/suggest?q={}", "/thu-tuc/?q={}")


@check
def every_question_is_answered(probe: Probe) -> Found:
    """Operators, quotes, control characters, broken UTF-8, very long words: an answer or a clear refusal, no stall."""
    asked = [quote(question, safe="") for question in QUESTIONS]
    asked += [quote_from_bytes(question, safe="") for question in BROKEN_BYTES]
    faults = []
    for door in DOORS:
        for question in asked:
            answer = probe.site.ask(door.format(question))
            if not 200 <= answer.status < 500 or answer.seconds > LONGEST:
                faults.append(f"{door.format(question)[:80]}: {answer.status} {answer.seconds:.1f}s")
    return nothing(faults)
