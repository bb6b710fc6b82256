"""Random lives of procedures, communes, papers and domains, in which every code ever issued is scanned again and again.

After each step those of the procedures that it concerned, at the end of a history all. The machine keeps its own simple
account of what is true (`Life`) and compares what the portal answers with it.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import resolve
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, precondition, rule

from agencies.models import AdministrativeUnit, UnitSuccession
from posting.ledger.papers import NewPaper, hang, issue_papers
from procedures_catalog.facts.short_code import ALPHABET
from procedures_catalog.models import ProcedureLevel, ProcedurePage
from procedures_catalog.versions.noting import note_versions, versions_to_print
from tests.clock import today

Ask = Callable[[str, str], HttpResponse]

#: What the pages of a history begin as.
CODES = tuple(f"1.10000{number}" for number in range(5))
_numbers = itertools.count(1)


@dataclass
class Life:
    """What is true of one procedure: its page, the name it was last published under, and every host and tag under
    which its code was printed."""

    page: int
    short_code: str
    name: str
    is_live: bool = True
    printed: set[tuple[str, str]] = field(default_factory=set)


class Histories(RuleBasedStateMachine):
    """One history; what it writes is undone at its end."""

    lives = Bundle("lives")

    def __init__(self) -> None:
        super().__init__()
        self._undone = transaction.atomic()
        self._undone.__enter__()
        self._client = Client()
        self._known: list[Life] = []
        self._to_scan: set[str] = set()
        self._to_read: set[str] = set()
        self._wrong_tag = "2222222"
        self._hosts = ["cong-0.example"]
        self._settings: override_settings | None = None
        self._commune = AdministrativeUnit.objects.create(code="00001", name="Xã Gió", kind="commune")
        self._serve()

    def teardown(self) -> None:
        """Scans everything, looks once more at the pages that name another one, then undoes the history."""
        try:
            self._concerns(*self._known)
            named = ProcedurePage.objects.filter(successor__isnull=False).values_list("pk", flat=True)
            self._to_read.update(life.short_code for life in self._known if life.page in set(named))
            self.codes_lead_where_they_should()
        finally:
            transaction.set_rollback(True)
            self._undone.__exit__(None, None, None)
            self._settings.disable()

    # --- What happens -----------------------------------------------------------------------------

    @initialize(target=lives)
    def procedures_are_published(self):
        for page in ProcedurePage.objects.filter(code__in=CODES).select_related("identity"):
            life = Life(page.pk, page.identity.short_code, page.title, printed={(self._host, "")})
            self._known.append(life)
        return multiple(*self._known)

    @rule(life=lives)
    def it_is_renamed(self, life):
        self._change(life, title=f"Việc đổi tên lần {next(_numbers)}")

    @rule(life=lives)
    def its_address_changes(self, life):
        self._change(life, slug=f"dia-chi-{next(_numbers)}")

    @rule(life=lives)
    def its_code_changes(self, life):
        self._change(life, code=f"2.{next(_numbers):06}")

    @rule(life=lives, level=st.sampled_from(["commune", "province", "ministry"]))
    def it_moves_to_another_level(self, life, level):
        page = self._page(life)
        if page is None:
            return
        page.levels.all().delete()
        ProcedureLevel.objects.create(page=page, level=level, valid_from=today(), decision="Quyết định 1/QĐ-UBND")
        note_versions([page.pk], today())
        self._concerns(life, is_changed=True)

    @rule(life=lives, heir=lives)
    def it_is_replaced(self, life, heir):
        if life is not heir and self._page(heir) is not None:
            self._change(life, valid_to=today(), successor_id=heir.page)

    @rule(life=lives)
    def it_is_abolished(self, life):
        self._change(life, valid_to=today(), successor_id=None)

    @rule(life=lives)
    def it_is_restored(self, life):
        self._change(life, valid_to=None, successor_id=None)

    @rule(life=lives)
    def it_is_withdrawn(self, life):
        self._change(life, live=False)

    @rule(life=lives)
    def it_is_published_again(self, life):
        self._change(life, live=True)

    @rule(life=lives)
    def its_page_is_deleted(self, life):
        page = self._page(life)
        if page is None or ProcedurePage.objects.filter(successor=page).exists():
            return
        page.delete()
        life.is_live = False
        self._concerns(life, is_changed=True)

    @rule()
    def the_commune_is_merged(self):
        day, number = today(), next(_numbers)
        new = AdministrativeUnit.objects.create(
            code=f"{number:05}X", name=f"Phường {number}", kind="commune", valid_from=day
        )
        UnitSuccession.objects.create(predecessor=self._commune, successor=new, kind="merged", date=day)
        AdministrativeUnit.objects.filter(pk=self._commune.pk).update(valid_to=day)
        self._commune = new
        self._concerns(*self._known)

    @rule(on_it=st.lists(lives, min_size=1, max_size=4), is_hung=st.booleans())
    def a_paper_is_printed(self, on_it, is_hung):
        pages = {self._page(life).identity_id: life for life in on_it if life.is_live}
        versions = versions_to_print(pages, today())
        if not versions:
            return
        [paper] = issue_papers([NewPaper("board", "Bảng", versions, unit=self._commune)], timezone.now())
        if is_hung:
            hang(paper, today())
        for life in pages.values():
            life.printed.add((self._host, paper.tag))
            self._concerns(life)

    @precondition(lambda self: len(self._hosts) < 4)
    @rule()
    def the_portal_moves_to_another_domain(self):
        self._hosts.append(f"cong-{len(self._hosts)}.example")
        self._serve()
        self._concerns(*self._known)

    @rule(life=lives, place=st.integers(0, 6), other=st.sampled_from(ALPHABET))
    def a_code_is_mistyped(self, life, place, other):
        code = life.short_code
        typo = code[:place] + other + code[place + 1 :]
        status = self._client.get(f"/q/{typo}", headers={"host": self._host}).status_code
        right = 302 if life.is_live else 200
        assert status == (right if typo == code else 404)

    # --- What must hold ---------------------------------------------------------------------------

    @invariant()
    def codes_lead_where_they_should(self):
        pages = ProcedurePage.objects.only("slug", "title", "valid_to", "successor_id").in_bulk()
        for life in self._known:
            page = pages.get(life.page)
            if life.short_code in self._to_scan:
                for host, tag in life.printed | {(self._host, self._wrong_tag)}:
                    self._check(life, page, host, tag, self._ask_the_view)
            if life.short_code in self._to_read and (url := self._check(life, page, *max(life.printed), self._ask)):
                self._read(life, page, url)
        self._to_scan.clear()
        self._to_read.clear()

    def _check(self, life: Life, page: ProcedurePage | None, host: str, tag: str, ask: Ask) -> str:
        """Scans one code; where it leads, "" where the portal says at once what became of the procedure."""
        answer = ask(f"/q/{life.short_code}/{tag}" if tag else f"/q/{life.short_code}", host)
        if not life.is_live:
            assert answer.status_code == 200
            assert life.name in unescape(answer.content.decode())
            return ""
        known = tag and (host, tag) in life.printed
        home = "" if host == self._host else f"https://{self._host}"
        assert (answer.status_code, answer["Location"]) == (
            302,
            f"{home}/thu-tuc/{page.slug}/{f'?to={tag}' if known else ''}",
        )
        return answer.url

    def _ask(self, address: str, host: str) -> HttpResponse:
        """What the whole portal answers."""
        return self._client.get(address, headers={"host": host})

    def _ask_the_view(self, address: str, host: str) -> HttpResponse:
        """What the view alone answers, which is many times quicker."""
        found = resolve(address)
        return found.func(RequestFactory().get(address, headers={"host": host}), *found.args, **found.kwargs)

    def _read(self, life: Life, page: ProcedurePage, url: str) -> None:
        """The page itself: 200, the procedure's own, and what happened to it where something did."""
        parts = urlsplit(url)
        answer = self._client.get(f"{parts.path}?{parts.query}", headers={"host": self._host})
        shown = unescape(answer.content.decode())
        assert answer.status_code == 200
        assert f"/q/{life.short_code}" in shown
        assert page.title in shown
        if page.valid_to:
            assert ("Đã được thay thế" if page.successor_id else "Đã bãi bỏ") in shown

    def _concerns(self, *lives: Life, is_changed: bool = False) -> None:
        """What is to be scanned after this step; what changed is read too."""
        codes = {life.short_code for life in lives}
        self._to_scan |= codes
        self._to_read |= codes if is_changed else set()

    # --- Hands ------------------------------------------------------------------------------------

    @property
    def _host(self) -> str:
        return self._hosts[-1]

    def _serve(self) -> None:
        """The last domain is the portal's own, the ones before it are of old papers."""
        if self._settings:
            self._settings.disable()
        self._settings = override_settings(
            ALLOWED_HOSTS=self._hosts, LEGACY_HOSTS=self._hosts[:-1], WAGTAILADMIN_BASE_URL=f"https://{self._host}"
        )
        self._settings.enable()

    def _page(self, life: Life) -> ProcedurePage | None:
        return ProcedurePage.objects.filter(pk=life.page).first()

    def _change(self, life: Life, **values) -> None:
        """Saves the page with what changed and notes its version, as publishing does."""
        page = self._page(life)
        if page is None:
            return
        for name, value in values.items():
            setattr(page, name, value)
        page.save()
        note_versions([page.pk], today())
        life.is_live = page.live
        life.name = page.title if page.live else life.name
        self._concerns(life, is_changed=True)
