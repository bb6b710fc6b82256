"""Makes officers, and the papers of their walls."""

from collections.abc import Sequence

from django.test import Client
from django.utils import timezone

from agencies.models import AdministrativeUnit, Agency
from cms.models import Editor
from posting.ledger.papers import NewPaper, hang, issue_papers
from posting.models import PostedPaper
from procedures_catalog.models import ProcedurePage
from procedures_catalog.versions.noting import versions_to_print
from tests.clock import today
from tests.editors import OFFICERS, in_role

COMMITTEE = "Ủy ban nhân dân phường Trường An"
OTHER = "Trung tâm Phục vụ hành chính công xã Bản Mây"


def make_editor(username: str, agency: str | None, is_officer: bool = True) -> Editor:
    """An account that works for the agency of a name."""
    editor = Editor.objects.create_user(username, agency=Agency.objects.get(name=agency) if agency else None)
    if is_officer:
        in_role(editor, OFFICERS)
    return editor


def signed_in(editor: Editor) -> Client:
    """A browser of that editor's."""
    client = Client()
    client.force_login(editor)
    return client


def hanging_board(unit: AdministrativeUnit, pages: Sequence[ProcedurePage], spot: str = "cửa vào") -> PostedPaper:
    """A board with these procedures that hangs in a commune."""
    codes = [page.identity.short_code for page in pages]
    versions = versions_to_print([page.identity_id for page in pages], today())
    paper = issue_papers(
        [NewPaper("board", "Bảng một cửa", versions, unit=unit, selection={"codes": codes})], timezone.now()
    )[0]
    hang(paper, timezone.localdate(), spot=spot)
    return paper
