"""What a procedure does not tell of the five things that citizens ask first: a plain measure of how complete it is."""

from collections.abc import Mapping

from procedures_catalog.presenting.answering.answer import UNKNOWN

#: The key of an answer (see `presenting.answers`) → what an editor reads when it is missing.
ASKED: Mapping[str, str] = {
    "papers": "Giấy tờ",
    "where": "Nơi nộp",
    "time": "Thời hạn",
    "fee": "Phí, lệ phí",
    "result": "Kết quả",
}
#: Key → the answers that tell nothing; versions that were noted before unknown was said in words have "".
SILENT: Mapping[str, tuple[str, ...]] = {key: ("", UNKNOWN[key]) for key in ASKED}


def gaps(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The names of what the short answers of a version leave open, in the order of ASKED."""
    return tuple(name for key, name in ASKED.items() if answers.get(key, "") in SILENT[key])
