"""What is not known is said to be unknown."""

import re
from collections.abc import Mapping

from procedures_catalog.presenting.answers import with_hotline
from tests.truth.kinds import Kind, Told


def _is_silent(told: Told) -> bool:
    return not all(answer.text.strip() for answer in told.answers.values())


def _knows_what_the_record_lacks(told: Told) -> bool:
    """A result or a paper out of nothing."""
    record, answers = told.record, told.answers
    named = any(paper.name.strip() for case in record.cases for paper in case.papers)
    return (answers["result"].known and not any(map(str.strip, record.results))) or (
        answers["papers"].known and not named
    )


_AT_A_CENTRE = re.compile("một cửa|hành chính công|hcc|trả kết quả|nhân dân|ubnd|điểm tiếp nhận|quầy", re.IGNORECASE)


def _sends_to_another_desk(told: Told) -> bool:
    """Sent to the one-stop counter to ask, though the papers go to an office that is none."""
    where = told.answers["where"]
    if not where.known or _AT_A_CENTRE.search(where.text):
        return False
    asked = with_hotline(told.answers.values(), "", told.filing)
    return any("bộ phận một cửa" in answer.detail for answer in asked)


UNKNOWN_KINDS: Mapping[str, Kind] = {
    "silent_answers": Kind("an answer without a word", _is_silent),
    "sent_to_another_desk": Kind("asked to ask at a one-stop counter that does not take it", _sends_to_another_desk),
    "known_out_of_nothing": Kind("a paper or a result that the record does not have", _knows_what_the_record_lacks),
}
