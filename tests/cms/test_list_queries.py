"""The desk's lists of rows that are no pages ask as much for many rows as for few."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from agencies.models import AdministrativeUnit, Agency, CommonDay
from cms.models import Editor
from pages.models import HomePage
from procedures_catalog.models import ApplicantKind, EverydayWords, LibraryForm, OwnerRule, Sector, SharedAmount
from search.models import HiddenSuggestion, Promotion, ReferralAnswer, SynonymRule, UnansweredQuestion
from tests.editors import browser_of
from tests.pages.factories import make_content
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
FEW, MANY = 2, 12
#: Of a list of rows; the list of accounts tells of each also what he may do.
MOST = 17


def _agency(number: int, name: str = "Sở đo") -> Agency:
    superior = Agency.objects.create(name=f"{name}, cấp trên {number}")
    return Agency.objects.create(name=f"{name} {number}", parent=superior)


def _unit(number: int) -> None:
    above = AdministrativeUnit.objects.create(code=f"9{number:02}", name=f"Tỉnh đo {number}", kind="province")
    AdministrativeUnit.objects.create(code=f"99{number:03}", name=f"Xã đo {number}", kind="commune", parent=above)


def _words(number: int) -> None:
    bring(national_row(f"1.{200_000 + number}"))
    EverydayWords.objects.get_or_create(identity=page_of(f"1.{200_000 + number}").identity)


def _content(number: int):
    return make_content(HomePage.objects.get(), f"Trang {number}")


#: Of each kind of row: how one is made, with rows of its own that it leads to.
MAKE: dict[type, Callable[[int], object]] = {
    Agency: _agency,
    AdministrativeUnit: _unit,
    CommonDay: lambda number: CommonDay.objects.create(
        begins=date(2026, 1, 1 + number), ends=date(2026, 1, 2 + number), kind="closed", reason="Nghỉ"
    ),
    Sector: lambda number: Sector.objects.create(name=f"Lĩnh vực đo {number}", slug=f"linh-vuc-do-{number}"),
    ApplicantKind: lambda number: ApplicantKind.objects.create(name=f"Đối tượng {number}", slug=f"doi-tuong-{number}"),
    OwnerRule: lambda number: OwnerRule.objects.create(
        executing=_agency(number, "Sở thực hiện"), owner=_agency(number, "Sở được giao")
    ),
    LibraryForm: lambda number: LibraryForm.objects.create(
        number=f"Mẫu số {number}",
        key=f"mau-{number}",
        sector=Sector.objects.create(name=f"A{number}", slug=f"a{number}"),
    ),
    EverydayWords: _words,
    SharedAmount: lambda number: SharedAmount.objects.create(
        name=f"Phí {number}", amount=8_000, legal_basis="12/2025/NQ-HĐND", agency=_agency(number, "Sở giữ mức thu")
    ),
    SynonymRule: lambda number: SynonymRule.objects.create(everyday=f"thả {number}", official=f"cho bay {number}"),
    HiddenSuggestion: lambda number: HiddenSuggestion.objects.create(words=f"không nói {number}"),
    ReferralAnswer: lambda number: ReferralAnswer.objects.create(title=f"Việc {number}"),
    Promotion: lambda number: Promotion.objects.create(questions=f"diều {number}", page=_content(number)),
    UnansweredQuestion: lambda number: UnansweredQuestion.objects.create(
        question=f"thả diều {number}",
        fits="nothing",
        last_asked=date(2026, 1, 1),
        agency=_agency(number, "Sở được hỏi"),
    ),
}


def asked(client, address: str) -> int:
    """How many questions a screen asks that was opened before."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def lists() -> dict[str, str]:
    """Model → the address of its list; and that of accounts."""
    rows = {model.__name__: reverse(model.snippet_viewset.get_url_name("list")) for model in get_snippet_models()}
    return rows | {"Editor": reverse("wagtailusers_users:index")}


def fill(first: int, last: int) -> None:
    for number in range(first, last):
        for make in MAKE.values():
            make(number)
        Editor.objects.create_user(f"nguoi-{number}", agency=_agency(number, "Sở viết"))


@pytest.mark.slow
def test_every_list_of_rows_asks_as_much_for_many_as_for_few():
    assert set(MAKE) == set(get_snippet_models())
    keeper = browser_of(Editor.objects.create_superuser("quan-tri"))
    fill(0, FEW)
    few = {name: asked(keeper, address) for name, address in lists().items()}
    fill(FEW, MANY)
    many = {name: asked(keeper, address) for name, address in lists().items()}
    assert many == few
    assert {name: count for name, count in many.items() if count > MOST} == {}
