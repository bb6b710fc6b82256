"""Two communes, each with one of everything that nobody else may know of; each of these bears the commune's secret."""

import datetime
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils import timezone
from PIL import Image as Picture
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Comment, Page, Site, TaskState, Workflow, WorkflowState

from agencies.models import AdministrativeUnit, Agency, CommonDay, Role
from cms.access.collections import collection_of
from cms.models import Editor
from decisions.models import Decision, DecisionLine
from legal_documents.models import LegalDocumentPage
from legal_documents.store.shelves import document_shelves
from pages.models import HomePage, NewsIndexPage
from pages.shelves.news import news_shelves
from posting.models import CommuneNote, PrintJob
from posting.notes.writing import write
from procedures_catalog.models import (
    ApplicantKind,
    ChangeNote,
    ChangeSet,
    DatedDifference,
    EverydayWords,
    LibraryForm,
    OwnerRule,
    ProcedureIndexPage,
    ProcedurePage,
    PublishedVersion,
    Sector,
    SharedAmount,
)
from search.models import HiddenSuggestion, Promotion, ReferralAnswer, SynonymRule, UnansweredQuestion
from tests.editors import member
from tests.pages.factories import make_content, make_news
from tests.posting.statistics.factories import make_paper
from tests.procedures_catalog.factories import page_of, published, shelf

A, B = "Xã Gió", "Xã Mây"
SECRETS = {A: "khuất-tất-gió", B: "khuất-tất-mây"}
DAY = datetime.date(2026, 11, 1)
WORKING = (Role.WRITER, Role.CHECKER, Role.PUBLISHER, Role.UNIT_ADMIN)


@dataclass
class Commune:
    """An agency with what is its own; `numbers` are what addresses name, by what a parameter of theirs is about."""

    agency: Agency
    unit: AdministrativeUnit
    secret: str
    public: ProcedurePage
    draft: Page
    numbers: dict[str, Any] = field(default_factory=dict)

    def state(self) -> list[Any]:
        """All of it that a stranger might change."""
        pages = Page.objects.filter(title__contains=self.secret) | Page.objects.filter(pk=self.public.pk)
        people = Editor.objects.filter(agency=self.agency)
        words, questions = EverydayWords.objects, UnansweredQuestion.objects
        kept = [
            pages.values_list("pk", "title", "draft_title", "live", "path", "locked", "latest_revision"),
            get_image_model().objects.filter(title__contains=self.secret).values_list("pk", "title", "collection"),
            get_document_model().objects.filter(title__contains=self.secret).values_list("pk", "title", "collection"),
            words.filter(pk=self.numbers["everydaywords"]).values_list("pk", "names", "latest_revision"),
            SharedAmount.objects.filter(agency=self.agency).values_list("pk", "name", "live", "latest_revision"),
            questions.filter(pk=self.numbers["unansweredquestion"]).values_list("pk", "state", "agency"),
            people.values_list("pk", "is_active", "first_name"),
            Decision.objects.filter(agency=self.agency).values_list("pk", "summary", "changed_at"),
            DecisionLine.objects.filter(decision__agency=self.agency).values_list("pk", "name", "identity"),
            ChangeSet.objects.filter(agency=self.agency).values_list("pk", "title", "state", "day"),
            ChangeNote.objects.filter(pk=self.numbers["version"]).values_list("pk", "text", "is_minor"),
            CommuneNote.objects.filter(unit=self.unit).values_list("pk", "live", "returned", "latest_revision"),
        ]
        return [list(rows.order_by("pk")) for rows in kept]


def commune(name: str, number: int) -> Commune:
    """One of the two; its things are made by somebody who is nobody's."""
    secret = SECRETS[name]
    unit = AdministrativeUnit.objects.create(code=f"T000{number}", name=name, kind="commune")
    agency = Agency.objects.create(name=f"UBND {name}", kind="commune_committee", unit=unit)
    author = member(Role.WRITER, agency, f"tac-gia-{number}")
    made = Commune(agency, unit, secret, _public(agency, number, secret), _draft(agency, number, secret, author))
    for make in (_pages, _reviews, _files, _rows, _papers):
        make(made, author)
    for role in (*WORKING, Role.OFFICER):
        member(role, agency, f"{role.value}-{number}")
    changes = ChangeSet.objects.create(title=f"Gói {secret}", day=DAY, agency=agency)
    identity = made.draft.identity
    DatedDifference.objects.create(changes=changes, identity=identity, part="conditions", value=secret)
    made.numbers |= {"editor": author.pk, "unit": unit.pk, "changes": changes.pk}
    return made


def _public(agency: Agency, number: int, secret: str) -> ProcedurePage:
    """A published procedure with a draft behind it."""
    page = published(f"1.10000{number}", **{"Tên thủ tục": f"Cấp thẻ thả diều {number}"})
    page.move(shelf(agency), pos="last-child")
    page = page_of(page.code)
    page.title = f"Bản nháp {secret}"
    page.save_revision(log_action=True)
    return page_of(page.code)


def _draft(agency: Agency, number: int, secret: str, author: Editor) -> ProcedurePage:
    page = ProcedurePage(title=f"Thủ tục {secret}", code=f"1.20000{number}", live=False, owner=author)
    shelf(agency).add_child(instance=page)
    page.save_revision(user=author, log_action=True)
    return page_of(page.code)


def _pages(made: Commune, author: Editor) -> None:
    """Drafts of every other kind of page: of news and documents on the commune's shelves."""
    with transaction.atomic():
        of_news, of_documents = news_shelves().of(made.agency.pk), document_shelves().of(made.agency.pk)
    news = make_news(of_news, f"Tin {made.secret}", agency=made.agency)
    content = make_content(HomePage.objects.get(), f"Hướng dẫn {made.secret}", agency=made.agency)
    document = LegalDocumentPage(title=f"Văn bản {made.secret}", number=f"1{made.agency.pk}/QĐ-UBND", kind="law")
    of_documents.add_child(instance=document)
    for page in (news, content, document):
        page.save_revision(user=author, log_action=True)
        page.unpublish()
    made.numbers |= {"draft": made.draft.pk, "public": made.public.pk, "news": news.pk, "content": content.pk}
    made.numbers |= {"document_page": document.pk, "shelf": shelf(made.agency).pk}
    made.numbers["identity"] = made.draft.identity_id
    made.numbers["version"] = PublishedVersion.objects.get(identity__page=made.public).pk


def _reviews(made: Commune, author: Editor) -> None:
    """A review that has begun, a comment, somebody who is editing."""
    Comment.objects.create(page=made.draft, user=author, text=f"Lời bàn {made.secret}", contentpath="title")
    state: WorkflowState = Workflow.objects.first().start(made.draft, author)
    made.numbers |= {
        "revision": made.draft.latest_revision_id,
        "workflow_state": state.pk,
        "task_state": state.current_task_state_id,
        "task": TaskState.objects.get(pk=state.current_task_state_id).task_id,
        "session": EditingSession.objects.create(
            user=author, content_object=made.draft, last_seen_at=timezone.now()
        ).pk,
    }


def _files(made: Commune, author: Editor) -> None:
    place = collection_of(made.agency)
    title = f"Tệp {made.secret}"
    image = get_image_model().objects.create(title=title, file=_picture(made.agency.pk), collection=place)
    file = ContentFile(f"%PDF-1.4 {made.secret}".encode(), name=f"{made.agency.pk}.pdf")
    document = get_document_model().objects.create(title=title, file=file, collection=place, uploaded_by_user=author)
    made.numbers |= {"image": image.pk, "document": document.pk, "collection": Collection.objects.get(pk=place.pk).pk}


def _picture(number: int) -> ImageFile:
    """Another one for each number."""
    held = BytesIO()
    Picture.new("RGB", (8, 8), (number % 256, 0, 0)).save(held, "PNG")
    return ImageFile(BytesIO(held.getvalue()), name=f"anh-{number}.png")


def _rows(made: Commune, author: Editor) -> None:
    words = EverydayWords.objects.create(identity=made.draft.identity, live=False)
    words.names = f"tên {made.secret}"
    words.save_revision(user=author)
    question = UnansweredQuestion.objects.create(
        question=f"hỏi {made.secret}", asked=3, agency=made.agency, last_asked=DAY
    )
    decision = Decision.objects.create(summary=f"Quyết định {made.secret}", agency=made.agency, made_by=author)
    line = DecisionLine.objects.create(decision=decision, place=1, code=made.draft.code, name=f"Dòng {made.secret}")
    amount = SharedAmount(name=f"Phí {made.secret}", agency=made.agency, amount=8_000, legal_basis="1/NQ-HĐND")
    amount.live = False
    amount.save()
    amount.save_revision(user=author)
    made.numbers |= {"everydaywords": words.pk, "unansweredquestion": question.pk, "sharedamount": amount.pk}
    made.numbers |= {"decision": decision.pk, "line": line.pk}


def _papers(made: Commune, author: Editor) -> None:
    paper = make_paper(unit=made.unit, title=f"Bảng {made.secret}", hung_on=DAY)
    job = PrintJob.objects.create(unit=made.unit, kind="short", state="done", file_name=f"{made.agency.pk}.pdf")
    note = write(made.unit, made.public.identity, f"Ghi chú {made.secret}", author, 0)
    made.numbers |= {"paper": paper.tag, "job": job.pk, "note": note.pk, "unit_code": made.unit.code}


def common() -> dict[str, Any]:
    """What is nobody's alone, by what addresses name."""
    page = ProcedurePage.objects.filter(live=True).first()
    rows = {
        "synonymrule": SynonymRule.objects.create(everyday="thẻ gió", official="thẻ diều"),
        "hiddensuggestion": HiddenSuggestion.objects.create(words="thẻ gió"),
        "promotion": Promotion.objects.create(questions="thẻ gió", page=page.page_ptr),
        "referralanswer": ReferralAnswer.objects.create(title="Gió", answer="Trời.", place="Trời", names="gió to"),
        "sector": Sector.objects.first(),
        "applicantkind": ApplicantKind.objects.first(),
        "ownerrule": OwnerRule.objects.create(owner=Agency.objects.first(), executing_name="Sở Diều"),
        "libraryform": LibraryForm.objects.create(key="ct01", number="CT01"),
        "commonday": CommonDay.objects.create(begins=DAY, kind="closed", reason="Nghỉ"),
        "administrativeunit": AdministrativeUnit.objects.first(),
        "agency": Agency.objects.first(),
        "group": Group.objects.create(name="Nhóm"),
        "site": Site.objects.get(),
        "workflow": Workflow.objects.first(),
        "redirect": Redirect.objects.create(old_path="/cu", redirect_page=HomePage.objects.get()),
        "catalogue": ProcedureIndexPage.objects.get(),
        "news_index": NewsIndexPage.objects.get(),
    }
    numbers = {name: row.pk for name, row in rows.items()}
    words = {"nothing": 0, "approve": "approve", "submit": "submit", "form_key": "ct01", "section": "trang"}
    return numbers | words | {"slug": page.slug, "short": page.identity.short_code}
