"""How much, in one line of at most 90 characters: every channel, and nothing that the notes take back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from procedures_catalog.facts.fees.beside import fees_beside, fees_with_noted
from procedures_catalog.facts.fees.dated import with_following
from procedures_catalog.facts.fees.dues import dues_in, is_another_due
from procedures_catalog.facts.fees.kinds import Kind, exempts, is_set_by_council, kind_of
from procedures_catalog.facts.fees.noted_sums import is_sign, sum_in_words, without_sum
from procedures_catalog.facts.fees.payers import (
    is_for_all_here,
    is_free_in_time,
    is_of_a_copy,
    is_on_request,
    keeps_only_requests,
    says_that_it_is_due,
)
from procedures_catalog.facts.fees.reduced import not_replaced, until_when
from procedures_catalog.facts.fees.wording import (
    BY_COUNCIL,
    BY_COUNCIL_OR_STATE,
    NOT_SET,
    contradiction,
    fee_note,
    is_due,
    money,
    tidy,
)
from procedures_catalog.facts.record import Channel, Fee, Step

LONGEST = 90
#: The line where no fee is stated, and where what is stated cannot be a fee.
UNSTATED = "Chưa công bố mức phí"
_UNCLEAR = "Chưa rõ"
UNCLEAR = f"{_UNCLEAR} mức phí, xem bảng phí"
_BY_CASE = "Tùy trường hợp, xem bảng phí"
_BY_RULE = "Có thể phải nộp phí, theo mức được quy định"
_DUE_BY_RULE = "Có thu phí, theo mức được quy định"
_COPIES_BY_RULE = "Phí bản sao nếu có yêu cầu, theo mức được quy định"
_FREE = "Không thu phí"
# A longer note is a rule of its own: the line, which leaves room for the other answers on a telephone, only says that
# there is one.
_LONGEST_NOTE = 30
#: So many dues can be told one by one.
_MOST_DUES = 4
_NOTED = ", có ghi chú"
_OTHERS = "cách khác chưa công bố"
_RULED = ", có khoản theo mức được quy định"
_EXEMPTED = ", có trường hợp được miễn"
_LABELS = {"direct": "trực tiếp", "postal": "bưu chính", "online": "trực tuyến"}

Fees = Sequence[Fee]


def summary(channels: Sequence[Channel], steps: Sequence[Step] = (), name: str = "") -> str:
    """How much, naming the channel wherever channels differ; that there are notes is said once. Where no fee is stated,
    what notes and steps say of it; `name` is the procedure's, which may be for those alone who pay nothing."""
    by_channel: dict[str, list[Fee]] = {}
    told = [replace(with_following(channel), coming=channel.coming) for channel in channels]
    for channel in told:
        by_channel.setdefault(channel.channel, []).extend(fees_with_noted(channel))
    every = [fee for fees in by_channel.values() for fee in fees]
    if every and all(is_for_all_here(fee, name) for fee in every):
        return _FREE
    said = _said_of(told, by_channel)
    return (said == UNSTATED and all(map(is_due, every)) and _said_beside(channels, steps)) or said


def _said_of(channels: Sequence[Channel], by_channel: Mapping[str, Fees]) -> str:
    lines = _lines(by_channel, until_when(channels), _are_dues(channels))
    return next((line for line in lines if len(line) <= LONGEST), _BY_CASE)


def _are_dues(channels: Sequence[Channel]) -> bool:
    """Whether each row that has amounts has several dues; rows with one each may be cases."""
    amounts = [[fee for fee in row.fees if is_due(fee) and kind_of(fee) is Kind.AMOUNT] for row in channels]
    return all(dues_in(fees) for fees in amounts if fees)


def _said_beside(channels: Sequence[Channel], steps: Sequence[Step]) -> str:
    said = _said(fees_beside(channels, steps), with_notes=False)
    return f"{said} (theo các bước)" if said == _FREE else said


def is_known(line: str) -> bool:
    """Whether a line of `summary` tells anything about the fee."""
    return line != UNSTATED and not line.startswith(_UNCLEAR)


def _lines(by_channel: Mapping[str, Fees], days: Sequence[str], are_dues: bool) -> Iterator[str]:
    """The line with all that can be told, then with less and less; `days` are ways to say until when it holds,
    `are_dues` whether amounts of different names are all to be paid."""
    long, short = days
    for with_notes in (True, False):
        said = {key: _said(fees, with_notes, are_dues) for key, fees in by_channel.items()}
        yield _joined(said, UNSTATED) + long
        yield _joined(said) + long
    yield _joined(said) + short
    every = [fee for fees in by_channel.values() for fee in fees]
    pooled = _said(every, False, are_dues).replace("tùy trường hợp", "tùy trường hợp, cách nộp")
    yield from (pooled + long, pooled + short, pooled.replace(_RULED, ", có khoản khác") + short)


# --- One channel ----------------------------------------------------------------------------------


def _said(fees: Fees, with_notes: bool, are_dues: bool = False) -> str:
    due = [fee for fee in not_replaced(fees) if is_due(fee)]
    kinds = {kind_of(fee) for fee in due} - {Kind.UNSTATED}
    amounts = [fee for fee in due if kind_of(fee) is Kind.AMOUNT]
    if not kinds:
        return ""
    if amounts and all(is_another_due(fee, amounts) for fee in due if kind_of(fee) is Kind.FREE):
        kinds.discard(Kind.FREE)  # of another due than the amounts
    if others := _beside_requests(due):
        return others
    return _of_amounts(amounts, kinds, with_notes, are_dues) if amounts else _of_words(due, kinds)


def _beside_requests(due: Fees) -> str:
    """What is due, and what a copy costs that is made for whoever asks for it; "" where nothing is only on request."""
    asked = [fee for fee in due if kind_of(fee) is Kind.AMOUNT and is_on_request(fee)]
    rest = [fee for fee in due if fee not in asked]
    said = _said(rest, with_notes=False) if asked and rest else ""
    if not said:
        return ""
    most = max(fee.amount or 0 for fee in asked)
    what = "bản sao nếu cần" if all(map(is_of_a_copy, asked)) else "khoản chỉ thu khi có yêu cầu"
    return f"{said.removesuffix(', xem bảng phí')}; {what}: {money(most)}"


def _of_amounts(fees: Fees, kinds: set[Kind], with_notes: bool, are_dues: bool) -> str:
    amounts = sorted({fee.amount or 0 for fee in fees})
    if are_dues and (dues := dues_in(fees)):
        said = _of_dues(dues, amounts)
    elif Kind.FREE in kinds:
        said = f"Không thu hoặc đến {money(amounts[-1])}, tùy trường hợp"
    elif len(amounts) > 1:
        said = f"{money(amounts[0]).removesuffix(' đồng')} – {money(amounts[-1])}, tùy trường hợp"
    else:
        said = _noted(amounts[0], fees, with_notes)
    more = _more(fees, kinds - {Kind.AMOUNT, Kind.FREE})
    return said.removesuffix(_NOTED) + more if more else said


def _of_dues(dues: Mapping[str, set[int]], amounts: Sequence[int]) -> str:
    """All dues one by one where each has one amount; else how much the least and the most of them are."""
    if all(len(found) == 1 for found in dues.values()) and len(dues) <= _MOST_DUES:
        each = " + ".join(money(found).removesuffix(" đồng") for one in dues.values() for found in one)
        return f"Gồm {len(dues)} khoản: {each} đồng"
    least, most = amounts[0], amounts[-1]
    span = money(most) if least == most else f"{money(least).removesuffix(' đồng')} – {money(most)}"
    return f"Gồm nhiều khoản {span}, tùy trường hợp"


def _more(fees: Fees, others: set[Kind]) -> str:
    """What is due beside the amounts, or who sets them."""
    exempted = _EXEMPTED if Kind.EXEMPT in others else ""
    if others & {Kind.COUNCIL, Kind.COUNCIL_OR_STATE}:
        return ", có khoản theo nghị quyết của HĐND tỉnh" + exempted
    if all(map(is_set_by_council, fees)):
        return ", theo nghị quyết của HĐND tỉnh" + exempted
    if Kind.RULE in others:
        return _RULED + exempted
    unclear = ", có khoản chưa rõ" if Kind.CONTRADICTED in others else ", có khoản khác"
    return exempted if others <= {Kind.EXEMPT} else unclear


def _noted(amount: int, fees: Fees, with_notes: bool) -> str:
    """The amount with what it is for ("mỗi bản sao"), without which it reads as the price of the whole."""
    notes = {fee_note(fee).strip(" .;") for fee in fees}
    note = next(iter(notes)) if len(notes) == 1 else ""
    if notes == {""} or all(map(is_set_by_council, fees)):
        return money(amount)
    if not with_notes:
        return money(amount)
    if not note or len(note) > _LONGEST_NOTE:
        return money(amount) + _NOTED
    return _with_note(amount, note)


def _with_note(amount: int, note: str) -> str:
    """The amount and its short note, without what both say."""
    if is_sign(note):
        return money(amount)
    if note.startswith(("/", "đồng/")):
        return sum_in_words(f"{amount} đồng{note.removeprefix('đồng')}") or money(amount) + note
    said = sum_in_words(note)
    if said.startswith(money(amount)) or note.startswith(money(amount)):
        return said or note
    said = tidy(without_sum(note, amount))
    return f"{money(amount)} ({said.removeprefix('(') if said.count('(') > said.count(')') else said})"


def _of_words(fees: Fees, kinds: set[Kind]) -> str:
    if any(map(is_free_in_time, fees)) and kinds & {Kind.COUNCIL, Kind.COUNCIL_OR_STATE}:
        return f"Miễn nếu đúng hạn; còn lại {BY_COUNCIL[:1].lower()}{BY_COUNCIL[1:]}"
    some_pay_nothing = _EXEMPTED if Kind.FREE in kinds or any(map(exempts, fees)) else ""
    for kind, said in ((Kind.COUNCIL, BY_COUNCIL), (Kind.COUNCIL_OR_STATE, BY_COUNCIL_OR_STATE), (Kind.RULE, _BY_RULE)):
        if kind in kinds and not (kind is Kind.RULE and Kind.IN_WORDS in kinds):
            return _by_rule(fees, said) + some_pay_nothing if kind is Kind.RULE else said + some_pay_nothing
    if len(kinds) == 1:
        return _of_one_kind(fees, next(iter(kinds)))
    return _BY_CASE


def _by_rule(fees: Fees, said: str) -> str:
    if all(map(is_of_a_copy, fees)):
        return _COPIES_BY_RULE
    return _DUE_BY_RULE if all(map(says_that_it_is_due, fees)) else said


def _of_one_kind(fees: Fees, kind: Kind) -> str:
    words = {tidy(fee.note or fee.wording) for fee in fees if kind_of(fee) is kind}
    short = next(iter(words)) if len(words) == 1 and len(next(iter(words))) <= LONGEST // 2 else ""
    is_whole = all(kind_of(fee) is kind for fee in fees)
    if kind is Kind.FREE:
        return _FREE if is_whole else "Không thu, có khoản chưa công bố"
    if kind is Kind.IN_WORDS:
        return (
            sum_in_words(short) or f"Theo ghi chú: {short}"
            if short
            else _BY_CASE
            if len(words) > 1
            else "Theo ghi chú ở bảng phí"
        )
    if kind is Kind.PARTLY_FREE:
        if all(map(keeps_only_requests, fees)) and all(map(is_of_a_copy, fees)):
            return "Miễn lệ phí; phí bản sao chỉ thu nếu có yêu cầu"
        rest = "khoản khác chỉ thu khi có yêu cầu" if all(map(keeps_only_requests, fees)) else "có khoản phải nộp"
        return short or f"Có khoản được miễn, {rest}, xem bảng phí"
    if kind is Kind.EXEMPT:
        return short or "Có trường hợp được miễn, xem bảng phí"
    if kind is Kind.CONTRADICTED:
        told = {contradiction(fee) for fee in fees if kind_of(fee) is kind}
        return told.pop() if len(told) == 1 and is_whole else UNCLEAR
    return UNCLEAR if kind is Kind.UNCLEAR else NOT_SET


# --- Channels together ----------------------------------------------------------------------------


def _joined(said: Mapping[str, str], unstated: str = "") -> str:
    """What is said of the channels, last those without a fee: by their names, where `unstated` says what of them."""
    texts = {key: text.removesuffix(_NOTED) for key, text in said.items() if text}
    noted = _NOTED if any(text.endswith(_NOTED) for text in said.values()) else ""
    if {*texts.values()} <= {UNCLEAR}:
        return UNCLEAR if texts else UNSTATED
    silent = [key for key, text in said.items() if not text]
    if not silent and len({*texts.values()}) == 1:
        return next(iter(texts.values())) + noted
    groups: dict[str, list[str]] = {}
    for key, text in texts.items():
        groups.setdefault(text, []).append(_LABELS.get(key, key))
    known = "; ".join(_in_channels(text, ", ".join(channels)) for text, channels in groups.items()) + noted
    if not silent:
        return known
    others = _in_channels(unstated, ", ".join(_LABELS.get(key, key) for key in silent)) if unstated else _OTHERS
    return f"{known}; {others}"


def _in_channels(text: str, channels: str) -> str:
    """A note and the channels share one pair of brackets."""
    return f"{text[:-1]}; {channels})" if text.endswith(")") else f"{text} ({channels})"
