"""The parts that a published procedure has by law, a row each: what it is called, and how a record is seen to say it.

Nghị định 63/2010/NĐ-CP, Điều 8 names them; a list of procedures ("danh mục") needs no more than the first five. A form,
a condition or a fee is a part only where there is one, so that of these somebody may say that there is none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from procedures_catalog.facts.dossier.marks import bare
from procedures_catalog.facts.dossier.remarks import says_none
from procedures_catalog.facts.fees import summary as fees
from procedures_catalog.facts.forms.named import forms_of
from procedures_catalog.facts.forms.titled import is_called_a_form
from procedures_catalog.facts.record import ProcedureRecord, RequiredDocument
from procedures_catalog.facts.times import summary as times

LAW = "Nghị định 63/2010/NĐ-CP, Điều 8"
Tier = Literal["list", "full"]
#: What a page is published as: an entry of the list, or with every part said or its absence explained.
TIERS: Mapping[Tier, str] = {"list": "Danh mục", "full": "Đầy đủ"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One part. `stands` says whether a record tells it; `field` is the form's field for it, `over` the block of the
    province's layer that may say it instead ("" for none), `digest` the part of a version under which a reason for its
    absence is told, `may_be_none` whether there are procedures without it."""

    key: str
    label: str
    stands: Callable[[ProcedureRecord], bool]
    field: str
    over: str = ""
    tier: Tier = "full"
    digest: str = ""
    may_be_none: bool = False


def _says(*names: str) -> Callable[[ProcedureRecord], bool]:
    """Whether a record says any of these facts."""
    return lambda record: any(getattr(record, name) for name in names)


def papers_of(record: ProcedureRecord) -> list[RequiredDocument]:
    """All papers of its dossiers that have a name."""
    return [paper for case in record.cases for paper in case.papers if paper.name.strip(" .*-+")]


def _has_papers(record: ProcedureRecord) -> bool:
    return bool(papers_of(record))


def _has_counts(record: ProcedureRecord) -> bool:
    """Whether it is said how many of a paper are handed in; true without papers, which is a gap of its own."""
    asked = [paper for paper in papers_of(record) if not says_none(bare(paper.name))]
    return not asked or any(
        paper.originals or paper.copies or paper.in_database or "bộ" in paper.name.lower() for paper in asked
    )


def _has_forms(record: ProcedureRecord) -> bool:
    """Whether a form is attached or named where papers ask for one; true where none does."""
    papers = papers_of(record)
    if not any(is_called_a_form(paper.name) for paper in papers):
        return True
    return any(paper.form for paper in papers) or bool(forms_of(record))


def _has_time(record: ProcedureRecord) -> bool:
    return times.summary(record.channels, record.steps) != times.UNSTATED


def _has_fee(record: ProcedureRecord) -> bool:
    """Whether anything is known of the fee; an amount that many procedures share is, whatever it is just now."""
    if any(fee.shared for channel in record.channels for fee in channel.fees):
        return True
    return fees.is_known(fees.summary(record.channels, record.steps, record.name))


#: In the order of the official form; those of a list come first.
RULES: tuple[Rule, ...] = (
    Rule("name", "Tên thủ tục", _says("name"), "official_name", tier="list"),
    Rule("code", "Mã thủ tục", _says("code"), "code", tier="list"),
    Rule("level", "Cấp thực hiện", _says("levels"), "levels", tier="list"),
    Rule("sector", "Lĩnh vực", _says("sector"), "sector", tier="list"),
    Rule(
        "agency",
        "Cơ quan thực hiện",
        _says("executing", "competent"),
        "agencies",
        "executing",
        "list",
        "agencies",
    ),
    Rule("steps", "Trình tự thực hiện", _says("steps"), "steps", "steps", digest="steps"),
    Rule("channels", "Cách thức thực hiện", _says("channels"), "channels", "channels", digest="time"),
    Rule(
        "papers",
        "Thành phần hồ sơ",
        _has_papers,
        "cases",
        "cases",
        digest="papers",
        may_be_none=True,
    ),
    Rule("copies", "Số lượng hồ sơ", _has_counts, "cases", "cases", digest="papers"),
    Rule("time", "Thời hạn giải quyết", _has_time, "channels", "channels", digest="time"),
    Rule("applicants", "Đối tượng thực hiện", _says("applicants"), "applicants", digest="applicants"),
    Rule("forms", "Mẫu đơn, mẫu tờ khai", _has_forms, "cases", "cases", digest="papers", may_be_none=True),
    Rule("result", "Kết quả thực hiện", _says("results"), "results", "results", digest="result"),
    Rule(
        "conditions",
        "Yêu cầu, điều kiện",
        _says("conditions"),
        "conditions",
        "conditions",
        digest="conditions",
        may_be_none=True,
    ),
    Rule("fee", "Phí, lệ phí", _has_fee, "channels", "channels", digest="fee", may_be_none=True),
    Rule("law", "Căn cứ pháp lý", _says("legal_bases"), "legal_bases", digest="law"),
)
BY_KEY: Mapping[str, Rule] = {rule.key: rule for rule in RULES}


def is_bare(record: ProcedureRecord) -> bool:
    """Whether it is an entry of a list and no more: nothing of what one does, brings or gets is told."""
    return not (record.steps or record.channels or papers_of(record) or record.results)
