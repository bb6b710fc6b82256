"""“Mang gì”: how many papers to hand in and to show, and how many more in some cases."""

from procedures_catalog.facts.dossier.arranging import Part, arranged
from procedures_catalog.facts.dossier.counting import said
from procedures_catalog.facts.dossier.marks import bare
from procedures_catalog.facts.dossier.remarks import says_none, says_unsettled
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import UNKNOWN, Answer


def bring_answer(record: ProcedureRecord, local: bool) -> Answer:
    """What to bring; `local` says whether the province's layer gives the papers."""
    parts = arranged(record.cases)
    text = said(parts) or _without_papers(parts)
    return Answer("papers", "Mang gì", text or UNKNOWN["papers"], "", "#giay-to", "xem danh sách", local, bool(text))


def _without_papers(parts: tuple[Part, ...]) -> str:
    """What is said where no row asks for a paper: that the State has it, or that rows tell in words what to bring."""
    papers = [paper.paper for part in parts for paper in part.papers]
    if any(paper.in_database for paper in papers):
        return "Không phải nộp giấy tờ đã có trong cơ sở dữ liệu"
    texts = [text for paper in papers if (text := bare(paper.name).strip(" .*"))]
    if texts and all(map(says_none, texts)):
        return "Không phải nộp giấy tờ"
    if texts and all(map(says_unsettled, texts)):
        return "Không quy định giấy tờ phải nộp"
    return "Theo hướng dẫn bên dưới" if texts else ""
