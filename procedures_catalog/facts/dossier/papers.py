"""What a row of a dossier is: a paper that everybody brings, one that only some bring, or a remark."""

import re
from typing import NamedTuple

from procedures_catalog.facts.dossier.conditions import begins_with_a_condition, is_limited, is_only_for_some
from procedures_catalog.facts.dossier.labels import How
from procedures_catalog.facts.dossier.marks import bare, unmarked
from procedures_catalog.facts.dossier.remarks import is_remark
from procedures_catalog.facts.record import RequiredDocument


class Row(NamedTuple):
    """A row and what its own words say. `is_note` asks for nothing. `is_conditional` says that only some bring it,
    `is_limited` that it is named for some ("… đối với trường hợp …"): of forms others may have one of their own.
    `form` is what the applicant fills in: on "paper", on a "screen" ("Mẫu hộ tịch điện tử tương tác …"), or "" for any
    other paper."""

    paper: RequiredDocument
    is_note: bool
    is_conditional: bool
    is_limited: bool
    form: str
    how: How


_PAPER_FORM = re.compile(
    r"(?:\d+ )?(?:to khai|don\b|phieu|ban khai|giay de nghi|van ban de nghi|cong van|bieu mau|mau (?:so|don|to))"
)
_SCREEN_FORM = re.compile(r"(?:bieu )?mau (?:ho tich )?dien tu tuong tac\b|bieu mau dien tu\b")
_SHOWN = re.compile(
    r"(?:nguoi [^;:,]{0,60} )?xuat trinh\b|(?:cac )?(?:giay to|thanh phan ho so)(?: phai)? xuat trinh\b"
    r"|.*\((?:chi )?xuat trinh\b|ban chinh (?!.*\b(?:nop|hoac|ban sao|kem)\b).*de doi chieu\W*$"
)
_SUBMITTED = re.compile(r"nop\b|(?:cac )?(?:giay to|thanh phan ho so)(?: phai)? nop\b")


def judge_paper(paper: RequiredDocument) -> Row:
    """What a row is by its own words; where they do not say what is done with it, `how` is ""."""
    text = bare(paper.name)
    form = "screen" if _SCREEN_FORM.match(text) else "paper" if _PAPER_FORM.match(text) else ""
    only = begins_with_a_condition(text) or is_only_for_some(text, unmarked(paper.name).casefold())
    return Row(paper, is_remark(paper, text), only, is_limited(text), form, _how(text))


def _how(text: str) -> How:
    if _SHOWN.match(text):
        return "show"
    return "submit" if _SUBMITTED.match(text) else ""
