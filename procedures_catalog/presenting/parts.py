"""The parts of a procedure as its page shows them: a table of channels, numbered steps, contents."""

from collections.abc import Sequence
from typing import Any

from procedures_catalog.facts import time_limits
from procedures_catalog.facts.complete.rules import is_bare
from procedures_catalog.facts.fees import wording
from procedures_catalog.facts.fees.dated import with_following
from procedures_catalog.facts.record import Channel, Fee, ProcedureRecord, Step
from procedures_catalog.facts.vocabulary import CHANNELS, NO_CHANNEL
from vietnamese.days import last_day, written

Context = dict[str, Any]
LONG_STEP = 700


def paragraphs(text: str) -> list[str]:
    """The lines of a text that say anything, without the white space around them."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def anchor(prefix: str, part_id: str, place: int) -> str:
    """The permanent address of a part on its page."""
    return f"{prefix}-{part_id[:8] or place}"


# --- Channels -------------------------------------------------------------------------------------


def channel_items(channels: Sequence[Channel]) -> list[Context]:
    """One item for each way of handing in."""
    return [
        {
            "anchor": anchor("cach", channel.id, place),
            "key": channel.channel,
            "label": CHANNELS.get(channel.channel, NO_CHANNEL),
            "time": {"text": _time(channel)},
            "fees": _fees(with_following(channel)),
            "notes": list(map(time_limits.note_text, channel.notes)),
        }
        for place, channel in enumerate(channels)
    ]


def _fees(channel: Channel) -> list[Context]:
    """What is due, then what is announced; what is due now is never left to be guessed from what comes."""
    due = [_fee(fee) for fee in channel.fees]
    unknown = [] if due or not channel.coming else [_fee(Fee(None))]
    return [*due, *unknown, *map(_coming_fee, channel.coming)]


def _fee(fee: Fee) -> Context:
    """`note` ends with the last day where there is one; `basis` is the document that sets the amount, "" if unknown."""
    ends = fee.span.ends
    until = f"đến hết ngày {written(last_day(ends))}" if ends else ""
    note = "; ".join(filter(None, (wording.fee_note(fee), until)))
    is_coming = fee.noted is not None and fee.noted.kind == "later"
    return {
        "text": wording.fee_text(fee),
        "note": note,
        "basis": fee.legal_basis,
        "is_coming": is_coming,
        "is_certain": wording.is_certain(fee),
    }


def _coming_fee(fee: Fee) -> Context:
    """The same for a fee of a later day."""
    shown, begins = _fee(fee), fee.span.begins
    day = written(begins) if begins else ""
    return shown | {"text": f"Từ ngày {day}: {shown['text']}", "is_coming": True}


def _time(channel: Channel) -> str:
    noted = "Theo ghi chú" if time_limits.tells_the_time(channel.notes) else ""
    by_law = time_limits.time_text(channel.time_limit) or noted
    reduced = time_limits.time_text(channel.reduced)
    if not reduced:
        return by_law
    return f"{reduced} (tỉnh đã cắt giảm; theo quy định: {by_law})" if by_law else f"{reduced} (tỉnh công bố)"


# --- Steps ----------------------------------------------------------------------------------------


def step_items(steps: Sequence[Step]) -> list[Context]:
    """The steps, numbered; a very long name is shown as text."""
    return [_step(step, place) for place, step in enumerate(steps, 1)]


def _step(step: Step, number: int) -> Context:
    name, lines = step.name.strip("-+*•– "), paragraphs(step.text)
    if len(name) > 200:
        name, lines = "", [name, *lines]
    return {
        "anchor": anchor("buoc", step.id, number),
        "number": number,
        "name": name,
        "paragraphs": lines,
        "long": sum(map(len, lines)) > LONG_STEP,
    }


# --- The rest -------------------------------------------------------------------------------------

SECTIONS = (
    ("giay-to", "Giấy tờ cần mang"),
    ("cach-nop", "Cách nộp, thời hạn, lệ phí"),
    ("cac-buoc", "Các bước thực hiện"),
    ("ket-qua", "Kết quả nhận được"),
    ("dieu-kien", "Yêu cầu, điều kiện"),
    ("noi-nop", "Nơi nộp, cơ quan giải quyết"),
    ("can-cu", "Căn cứ pháp lý"),
)


def contents(record: ProcedureRecord) -> list[Context]:
    """The table of contents; of an entry of the list only what it has."""
    held = {"dieu-kien": record.conditions} | ({} if not is_bare(record) else _held_by_an_entry(record))
    shown = (section for section in SECTIONS if held.get(section[0], True))
    return [{"anchor": name, "label": label} for name, label in shown]


def _held_by_an_entry(record: ProcedureRecord) -> Context:
    nothing = dict.fromkeys(("giay-to", "cach-nop", "cac-buoc", "ket-qua"), False)
    return nothing | {"can-cu": record.legal_bases}
