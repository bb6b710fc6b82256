"""The five answers and the level in every place where people read them – page, sheet, list, interface – held against
each other, for procedures of all sectors; run by `manage.py shell` on a portal with the real catalogue."""

import io
import random
import re
from collections.abc import Iterator
from datetime import date

from bs4 import BeautifulSoup
from django.test import Client
from pypdf import PdfReader

from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.store.filters import current_pages

#: Errands that people really have: birth, identity card, land, social insurance at once, a shop.
ERRANDS = ("1.001193", "1.014061", "1.013831", "1.014173", "1.001612")
SECTORS = 30
_IN_LISTS = ("where", "time", "fee")


def differing(on: date, seed: int = 1) -> tuple[int, list[str]]:
    """How many procedures were read, and where one place says something else than the interface: the errands, and one
    at random of each of SECTORS sectors."""
    chosen = list(_chosen(on, random.Random(seed)))  # noqa: S311 - a choice, no secret
    client = Client(SERVER_NAME="localhost")
    return len(chosen), [fault for code, slug in chosen for fault in _faults(client, code, slug)]


def _chosen(on: date, chance: random.Random) -> Iterator[tuple[str, str]]:
    rows = list(current_pages(on).order_by("pk").values_list("code", "slug", "sector__slug"))
    yield from ((code, slug) for code, slug, _ in rows if code in ERRANDS)
    for sector in chance.sample(sorted({sector or "" for *_, sector in rows}), SECTORS):
        code, slug, _ = chance.choice([row for row in rows if (row[2] or "") == sector])
        yield code, slug


def _faults(client: Client, code: str, slug: str) -> Iterator[str]:
    whole = client.get(f"/api/v1/procedures/{code}").json()
    told = {each["key"]: _bare(each["text"]) for each in whole["answers"]}
    page, listed = client.get(f"/thu-tuc/{slug}/").content, client.get("/thu-tuc/", {"q": code}).content
    if _read(page, ".answers dd") != list(told.values()):
        yield f"{code}: page"
    if _read(listed, ".short-answers dd") != [told[key] for key in _IN_LISTS]:
        yield f"{code}: list"
    levels = [_bare(LEVELS[level]) for level in whole["handed_in_at"]]
    yield from (f"{code}: level" for html in (page, listed) if _read(html, ".facts li")[: len(levels)] != levels)
    pdf = PdfReader(io.BytesIO(client.get(f"/thu-tuc/{slug}/phieu.pdf").content))
    sheet = _bare("".join(each.extract_text() for each in pdf.pages))
    yield from (f"{code}: sheet, {key}" for key, text in told.items() if text.rstrip("….") not in sheet)


def _read(html: bytes, selector: str) -> list[str]:
    """The answers without their links and details."""
    found = BeautifulSoup(html, "html.parser").select(selector)
    for part in (part for each in found for part in each.select("a, small")):
        part.decompose()
    return [_bare(each.get_text()) for each in found]


def _bare(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text).casefold()
