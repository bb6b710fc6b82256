"""Between a record's parts and the raw lists that StreamFields keep; ids of parts that did not change are kept."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from procedures_catalog.facts.record import Case, Channel, Fee, RequiredDocument, Step, TimeLimit

Raw = Mapping[str, Any]
RawList = Sequence[Raw]


def new_id() -> str:
    """A fresh permanent id for a part."""
    return str(uuid.uuid4())


def _child(kind: str, value: Any, part_id: str = "") -> dict[str, Any]:
    return {"type": kind, "value": value, "id": part_id or new_id()}


# --- Record → stream ------------------------------------------------------------------------------


def steps_to_stream(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """Raw children of a StepsBlock."""
    return [_child("step", {"marker": s.marker, "name": s.name, "text": s.text}, s.id) for s in steps]


def channels_to_stream(channels: Iterable[Channel]) -> list[dict[str, Any]]:
    """Raw children of a ChannelsBlock."""
    return [_child("row", _channel_value(channel), channel.id) for channel in channels]


def _channel_value(channel: Channel) -> dict[str, Any]:
    return {
        "channel": channel.channel,
        "time_limit": _limit_value(channel.time_limit),
        "reduced": _limit_value(channel.reduced),
        "fees": [_child("item", _fee_value(fee), fee.id) for fee in channel.fees],
        "notes": [_child("item", note) for note in channel.notes],
    }


def _limit_value(limit: TimeLimit) -> dict[str, Any]:
    return {"number": limit.number, "unit": limit.unit, "text": limit.text}


def _fee_value(fee: Fee) -> dict[str, Any]:
    return {
        "amount": fee.amount,
        "note": fee.note,
        "wording": fee.wording,
        "apart": fee.apart,
        "legal_basis": fee.legal_basis,
        "valid_from": fee.valid_from,
        "valid_to": fee.valid_to,
        **({"shared": fee.shared} if fee.shared else {}),
    }


def cases_to_stream(cases: Iterable[Case]) -> list[dict[str, Any]]:
    """Raw children of a DossierBlock."""
    return [_child("case", _case_value(case), case.id) for case in cases]


def _case_value(case: Case) -> dict[str, Any]:
    papers = [_child("item", _paper_value(paper), paper.id) for paper in case.papers]
    return {"name": case.name or "", "named": case.name is not None, "papers": papers}


def _paper_value(paper: RequiredDocument) -> dict[str, Any]:
    return {
        "name": paper.name,
        "originals": paper.originals,
        "copies": paper.copies,
        "form": paper.form,
        "in_database": paper.in_database,
    }


def texts_to_stream(texts: Iterable[str]) -> list[dict[str, Any]]:
    """Raw children of a TextsBlock."""
    return [_child("text", text) for text in texts]


# --- Stream → record ------------------------------------------------------------------------------


def steps_from_stream(stream: RawList) -> tuple[Step, ...]:
    """The steps that a StepsBlock holds."""
    return tuple(
        Step(_text(c["value"], "name"), _text(c["value"], "text"), _text(c["value"], "marker"), _id(c)) for c in stream
    )


def channels_from_stream(stream: RawList) -> tuple[Channel, ...]:
    """The channels that a ChannelsBlock holds."""
    return tuple(_channel(child["value"], _id(child)) for child in stream)


def _channel(value: Raw, part_id: str) -> Channel:
    return Channel(
        channel=value["channel"],
        time_limit=_limit(value.get("time_limit")),
        fees=tuple(_fee(item["value"], _id(item)) for item in value.get("fees") or ()),
        notes=tuple(item["value"] for item in value.get("notes") or ()),
        reduced=_limit(value.get("reduced")),
        id=part_id,
    )


def _limit(value: Raw | None) -> TimeLimit:
    value = value or {}
    return TimeLimit(_text(value, "number"), _text(value, "unit"), _text(value, "text"))


def _fee(value: Raw, part_id: str) -> Fee:
    return Fee(
        amount=value.get("amount"),
        note=_text(value, "note"),
        wording=_text(value, "wording"),
        apart=bool(value.get("apart")),
        legal_basis=_text(value, "legal_basis"),
        valid_from=_date(value, "valid_from"),
        valid_to=_date(value, "valid_to"),
        shared=value.get("shared") or None,
        id=part_id,
    )


def _date(value: Raw, name: str) -> str | None:
    """The date as ISO text; a form that is being previewed still has it as Python's."""
    return str(value[name]) if value.get(name) else None


def cases_from_stream(stream: RawList) -> tuple[Case, ...]:
    """The cases that a DossierBlock holds; a name that an editor writes names the case."""
    return tuple(_case(child["value"], _id(child)) for child in stream)


def _case(value: Raw, part_id: str) -> Case:
    name = _text(value, "name")
    papers = tuple(_paper(item["value"], _id(item)) for item in value.get("papers") or ())
    return Case(name if name or value.get("named") else None, papers, part_id)


def _paper(value: Raw, part_id: str) -> RequiredDocument:
    return RequiredDocument(
        _text(value, "name"),
        value.get("originals") or 0,
        value.get("copies") or 0,
        value.get("form"),
        bool(value.get("in_database")),
        part_id,
    )


def texts_from_stream(stream: RawList) -> tuple[str, ...]:
    """The texts that a TextsBlock holds."""
    return tuple(child["value"] for child in stream)


def _text(value: Raw, name: str) -> str:
    return value.get(name) or ""


def _id(child: Raw) -> str:
    return child.get("id") or ""


# --- Keeping ids ----------------------------------------------------------------------------------


def with_kept_ids(new: list[dict[str, Any]], held: RawList) -> list[dict[str, Any]]:
    """The new children, each under the id that a held child of the same content has, else of the same place.

    A paper keeps its address through an update that changes others; an id is never given twice.
    """
    by_content: dict[str, list[Raw]] = {}
    for child in held:
        by_content.setdefault(repr(_content(child)), []).append(child)
    matches = [by_content[key].pop(0) if by_content.get(key := repr(_content(child))) else None for child in new]
    used = {_id(match) for match in matches if match} | {""}
    for place, child in enumerate(new):
        match = matches[place] or (held[place] if place < len(held) and _id(held[place]) not in used else None)
        if match is not None and _id(match):
            used.add(_id(match))
            child["id"] = _id(match)
            _keep_inner(child, match)
    return new


def _keep_inner(child: dict[str, Any], held: Raw) -> None:
    """The same for the lists inside a child: fees, notes, papers."""
    value = child["value"]
    if isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, list):
                with_kept_ids(inner, held["value"].get(name) or [])


def _content(child: Raw) -> Any:
    """What a child says, without its ids."""
    value = child["value"]
    if isinstance(value, list):
        return [_content(item) for item in value]
    if isinstance(value, Mapping):
        return {key: [_content(i) for i in item] if isinstance(item, list) else item for key, item in value.items()}
    return value
