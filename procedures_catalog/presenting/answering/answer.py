"""Answer: one of the five questions that come before everything else, with what is known of it in a line."""

from collections.abc import Mapping
from dataclasses import dataclass

from procedures_catalog.facts.fees import summary as fees
from procedures_catalog.facts.times import summary as times

LONGEST_ANSWER = 90
#: What an answer says where nothing is known.
UNKNOWN: Mapping[str, str] = {
    "papers": "Chưa công bố giấy tờ",
    "where": "Chưa công bố nơi nộp",
    "time": times.UNSTATED,
    "fee": fees.UNSTATED,
    "result": "Chưa công bố kết quả",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer in a line.

    `text` is never empty: where the portal does not know, it says so and `known` is False. `detail` is a second,
    smaller line; `href` and `link_label` lead to the part of the page that tells more. `local` says that the province's
    own text gave the answer, `verified` is False where nobody has said by what act.
    """

    key: str
    question: str
    text: str
    detail: str = ""
    href: str = ""
    link_label: str = ""
    local: bool = False
    known: bool = True
    verified: bool = True
