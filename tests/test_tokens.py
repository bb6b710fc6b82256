"""What the public pages look like is named once: colours and sizes of letters stand in tokens.css."""

import re

import pytest

from tests.portal_process import ROOT

SHEETS = ROOT / "static/css/components"
# They also stand on the desk, which knows no tokens of ours.
ON_THE_DESK = {SHEETS / "session.css", SHEETS / "counts.css"}
COMPONENTS = sorted(set(SHEETS.glob("*.css")) - ON_THE_DESK)
RAW = re.compile(r"font-size:\s*[\d.]+(?:rem|px|pt)|#[0-9a-f]{3,8}\b", re.IGNORECASE)


@pytest.mark.parametrize("sheet", COMPONENTS, ids=lambda path: path.name)
def test_a_component_names_its_colours_and_sizes_by_tokens(sheet):
    assert RAW.findall(sheet.read_text()) == []


def test_every_token_that_a_component_asks_for_exists():
    named = set(re.findall(r"(--[\w-]+):", "".join(path.read_text() for path in (ROOT / "static/css").rglob("*.css"))))
    asked = {name for sheet in COMPONENTS for name in re.findall(r"var\((--[\w-]+)", sheet.read_text())}
    assert asked - named == set()
