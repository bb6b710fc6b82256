"""What an answer of another site means for the link to it, and what several nights together mean."""

from dataclasses import dataclass
from datetime import date

#: It opens · it may open for people or at another hour · there is nothing · it was not asked.
OK, SOFT, HARD, UNASKED = "ok", "soft", "hard", "unasked"
KINDS = {OK: "mở được", SOFT: "chưa rõ", HARD: "không có", UNASKED: "không hỏi"}
#: Nights on which there was nothing, until a link is called broken: one night may be a site that is being moved, and
#: what the page offers instead of the link costs people only a search.
BROKEN_NIGHTS = 2
_GONE = {404: "máy chủ trả lời 404: không có trang này", 410: "máy chủ trả lời 410: trang này đã bỏ hẳn"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found behind an address: a kind, in words for editors; `is_reached` says that a server answered at
    all, so that the network carries."""

    kind: str
    told: str
    is_reached: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """On how many nights there was nothing, and since which one; (0, None) is a link with nothing against it."""

    nights: int = 0
    since: date | None = None

    @property
    def is_broken(self) -> bool:
        """Whether it is not offered any more."""
        return self.nights >= BROKEN_NIGHTS


def of_status(status: int) -> Answer:
    """What a status of HTTP says. Refusals (401, 403, 429), faults of the server and odd numbers may be meant for
    machines, or pass."""
    if 200 <= status < 300:
        return Answer(OK, "mở được", is_reached=True)
    if status in _GONE:
        return Answer(HARD, _GONE[status], is_reached=True)
    return Answer(SOFT, f"máy chủ trả lời {status}", is_reached=True)


def after(before: Standing, answer: Answer, on: date) -> Standing:
    """How a link stands after a night: what opens is whole at once, what is not clear changes nothing."""
    if answer.kind == HARD:
        return Standing(before.nights + 1, before.since or on)
    return before if answer.kind == SOFT else Standing()


def carries(reached: int, asked: int) -> bool:
    """Whether the network reaches out, of so many hosts that were asked: with nearly all of them silent it is the
    network that is down, not they."""
    return reached > 0 and reached * 5 >= asked
