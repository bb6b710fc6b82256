"""What is not known is said to be unknown."""

from collections.abc import Mapping

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


UNKNOWN_KINDS: Mapping[str, Kind] = {
    "silent_answers": Kind("an answer without a word", _is_silent),
    "known_out_of_nothing": Kind("a paper or a result that the record does not have", _knows_what_the_record_lacks),
}
