"""Every screen of the desk, each registered address once, as administrator and as editor: nothing on it, seen or read
out, is English."""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Script
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model

from agencies.models import AdministrativeUnit, Agency
from cms.access.upkeep import ensure_access
from cms.models import Editor
from decisions.models import Decision, DecisionLine
from pages.models import HomePage, NewsIndexPage
from search.models import HiddenSuggestion, Promotion, ReferralAnswer, SynonymRule, UnansweredQuestion
from tests.browser.syllables import foreign_words
from tests.editors import in_role
from tests.pages.factories import make_content, make_news
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = pytest.mark.django_db

READ = ("aria-label", "title", "placeholder", "alt")
#: Names of things and of keys, which are the same in Vietnamese; and the headings that a file of redirects must have.
NAMES = {"JavaScript", "Zalo", "Ctrl", "Alt", "Shift", "Esc", "html", "from", "to", "Typst", "Excel"}
#: Addresses of pages and files are no words.
ADDRESS = re.compile(r"https?://\S+|(?<!\S)/\S+")
#: English words that could be Vietnamese syllables; no text of the desk holds one.
LIKE_VIETNAMESE = re.compile(r"\b(root|can|no|on|one|phone|page|pages|chat|more|time)\b", re.IGNORECASE)
#: What does nothing but leave, is there to fail, or shows a page as citizens read it.
LEFT_OUT = ("logout", "failwhale", "view_draft", "preview")
_LINK = re.compile(r'(?:href|action|data-url|data-chooser-modal-url|data-w-url)="(/quan-tri/[^"#]*)"')


@pytest.fixture
def things(portal) -> None:
    """One of everything that a screen of the desk may be about."""
    ensure_access()
    SynonymRule.objects.all().delete()
    bring(national_row("1.100001"), national_row("1.100002"))
    page = page_of("1.100001")
    page.overlay = [("conditions", {"value": "Có dây dù."})]
    page.save_revision()
    home = HomePage.objects.get()
    make_content(home, "Hướng dẫn nộp hồ sơ")
    make_news(NewsIndexPage.objects.get(), "Tin về diều")
    unit = AdministrativeUnit.objects.create(code="T0001", name="Xã Thử", kind="commune")
    Agency.objects.create(name="Một cửa xã Thử", kind="counter", unit=unit)
    SynonymRule.objects.create(everyday="thẻ gió", official="thẻ diều")
    HiddenSuggestion.objects.create(words="thẻ gió")
    ReferralAnswer.objects.create(title="Gió", answer="Trời.", place="Trời", names="gió to\ngió lớn").save_revision()
    Promotion.objects.create(questions="thẻ gió", page=page.page_ptr)
    UnansweredQuestion.objects.create(question="thẻ mây", fits="nothing", last_asked="2026-01-01")
    Redirect.objects.create(old_path="/cu", redirect_page=home)
    DecisionLine.objects.create(decision=Decision.objects.create(summary="Thả diều"), place=1, name="Việc lạ")
    get_document_model().objects.create(title="Mẫu đơn", file="to-khai")


def client_of(role: str) -> Client:
    """The browser of somebody in a role; "" for an administrator."""
    person = Editor.objects.create_user("nguoi-thu", "thu@tinh.vn", last_name="Trần", first_name="Thử")
    person.is_superuser = not role
    person.save()
    in_role(person, *filter(None, [role]))
    client = Client()
    client.force_login(person)
    return client


def registered(patterns: list, prefix: str = "/") -> Iterator[str]:
    """Every address below a resolver, as it was registered."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from registered(pattern.url_patterns, f"{prefix}{pattern.pattern}")
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.pattern}"


def desk_addresses() -> list[str]:
    """The desk's addresses that need no number or name in them; links lead to the others."""
    desk = [each for each in get_resolver().url_patterns if str(each.pattern).startswith("quan-tri/")]
    return [address for address in registered(desk) if not re.search(r"[<^(\\]", address)]


def screens(client: Client) -> Iterator[tuple[str, str]]:
    """Address and HTML of each screen that can be reached, one for each registered address."""
    waiting, seen = desk_addresses(), set()
    while waiting:
        address = html.unescape(waiting.pop(0))
        route = route_of(address)
        if route is None or route in seen or any(word in route for word in LEFT_OUT):
            continue
        seen.add(route)
        if text := shown_at(client, address):
            yield route, text
            waiting += _LINK.findall(text)


def route_of(address: str) -> str | None:
    """What the address was registered as; None when it leads nowhere."""
    try:
        return resolve(address.partition("?")[0]).route
    except Exception:
        return None


def shown_at(client: Client, address: str) -> str:
    """The HTML that the address answers with, also where it comes wrapped up for a window."""
    answer: HttpResponse = client.get(address)
    kind = answer.headers.get("Content-Type", "")
    assert answer.status_code < 500, address
    if answer.status_code != 200 or answer.streaming:
        return ""
    if "json" in kind:
        found = json.loads(answer.content)
        return str(found.get("html", "")) if isinstance(found, dict) else ""
    return answer.content.decode() if "text/html" in kind else ""


def texts(page: str) -> Iterator[str]:
    """What is written on a screen and what is read out of it. What is hidden is neither; the handbooks name files and
    keys."""
    soup = BeautifulSoup(page, "html.parser")
    for unseen in soup.select("script, style, .handbook, [hidden]:not(section):not([role=tabpanel])"):
        unseen.decompose()
    for text in soup.find_all(string=True):
        if not isinstance(text, PreformattedString | Script):
            yield " ".join(text.split())
    for name in READ:
        yield from (element[name] for element in soup.find_all(attrs={name: True}))


def english(text: str) -> bool:
    """Whether a text holds a word that is not Vietnamese."""
    text = ADDRESS.sub(" ", text)
    return bool(set(foreign_words(text)) - NAMES or (LIKE_VIETNAMESE.search(text) and not NAMES & set(text.split())))


@pytest.mark.slow
@pytest.mark.usefixtures("things")
@pytest.mark.parametrize(("role", "fewest"), [("", 150), ("Biên tập viên", 60)])
def test_no_screen_of_the_desk_says_anything_in_english(role, fewest):
    found, count = defaultdict(list), 0
    for route, page in screens(client_of(role)):
        count += 1
        for text in filter(english, texts(page)):
            found[text].append(route)
    assert dict(found) == {}
    assert count >= fewest
