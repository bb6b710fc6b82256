"""Whoever types a date as Vietnamese write it finds it again in every box of the desk, readable or not."""

import re
import sqlite3
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.desk.dated_forms import Screen, screens

pytestmark = pytest.mark.browser

#: Where filters beside lists and reports have boxes for dates.
FILTERED = (
    "/quan-tri/reports/site-history/",
    "/quan-tri/reports/aging-pages/",
    "/quan-tri/reports/workflow_tasks/",
    "/quan-tri/bao-cao/luot-quet/",
)
READABLE = ("01/03/2027", "1/3/2027", "01-03-2027", "2027-03-01", "ngày 1 tháng 3 năm 2027", "ngày 1/3/2027")
UNREADABLE = ("30/02/2027", "13/13/2027", "1/3/27", "ngày 30 tháng 2 năm 2027")
#: Puts one block of each kind into every stream and one row into every list of rows.
FILL = """() => {
  const inside = (block) => block.children?.map((child) => child.block) ?? Object.values(block.childBlocks ?? {});
  const fill = (block) => {
    const states = block.blockDef?.initialChildStates;
    for (const type of Object.keys(states ?? {})) block.insert({ type, value: states[type] }, block.children.length);
    if (block.blockDef?.childBlockDef && !block.children.length)
      block.insert({ value: block.blockDef.initialChildState }, 0);
    inside(block).forEach(fill);
  };
  for (const { name } of document.querySelectorAll("input[name$=-count]")) {
    const stream = /^([^-]+)-count$/.exec(name) && wagtail.editHandler.getPanelByName(name.slice(0, -6));
    stream?.getBoundWidget().setState([]);
    if (stream) fill(stream.getBoundWidget());
  }
  for (const add of document.querySelectorAll("[id$=-ADD]"))
    if (!document.getElementById(add.id.replace("-ADD", "-0-id"))) add.click();
}"""
#: The names of the boxes with a picker of dates; whatever is folded around them is opened.
BOXES = """() => {
  const boxes = jQuery("input").toArray().filter((box) => jQuery(box).data("xdsoft_datetimepicker"));
  for (let around of boxes) for (; around; around = around.parentElement) {
    around.hidden = false;
    around.removeAttribute("aria-hidden");
    if (getComputedStyle(around).display === "none") around.style.setProperty("display", "block", "important");
  }
  return boxes.map((box) => box.name);
}"""
#: What stands in each box, and whether a sentence beside it says that it will not be read.
BOXES_NOW = """() => jQuery("input").toArray().map((box) =>
  [box.name, [box.value, document.querySelectorAll(`[data-unreadable="${box.name}"]`).length]])"""


@pytest.fixture
def address(changing_portal) -> str:
    """The portal whose file is read for the pages that it has."""
    return changing_portal.address


def addresses(folder: Path) -> dict[str, Screen]:
    """Where each form with a date can be opened; of a kind of page any that the portal has."""
    found = {}
    with sqlite3.connect(folder / "portal.sqlite3") as database:
        for screen in screens():
            if screen.fields:
                found[address_of(screen.model, database)] = screen
    return found


def address_of(model: type, database: sqlite3.Connection) -> str:
    """Of a page or a snippet the form of a new one, which has every box; of a setting, and of a page that there is only
    one of, its own."""
    app, name = model._meta.app_label, model._meta.model_name
    if hasattr(model, "snippet_viewset"):
        return f"/quan-tri/snippets/{app}/{name}/add/"
    if not hasattr(model, "get_parent"):
        return f"/quan-tri/settings/{app}/{name}/"
    if model.max_count is None and model.max_count_per_parent is None:
        parent = first_page(model.allowed_parent_page_models()[0], database)
        return f"/quan-tri/pages/add/{app}/{name}/{parent}/"
    return f"/quan-tri/pages/{first_page(model, database)}/edit/"


def first_page(model: type, database: sqlite3.Connection) -> int:
    """The id of a page of the kind."""
    [page] = database.execute(f"SELECT min(page_ptr_id) FROM {model._meta.db_table}").fetchone()
    assert page, f"the demonstration has no page of the kind {model._meta.model_name}"
    return page


def boxes_at(page: Page, path: str) -> list[str]:
    """Opens the screen, fills what can be added to it, and names its boxes for dates."""
    page.goto(path)
    page.wait_for_function("() => document.querySelector('main')?.checkVisibility() && window.jQuery")
    page.evaluate(FILL)
    return page.evaluate(BOXES)


def typed(names: list[str], *texts: str) -> dict[str, str]:
    """One of the texts for each box, in turn."""
    return dict(zip(names, cycle(texts), strict=False))


def misread(page: Page, texts: dict[str, str], complaints: int) -> dict[str, list]:
    """Types a text into each box; those that hold another one then, or other than so many complaints."""
    for name, text in texts.items():
        page.locator(f"input[name='{name}']").first.evaluate("box => { box.focus(); box.select(); }")
        page.keyboard.insert_text(text)
    page.keyboard.press("Tab")
    boxes = dict(page.evaluate(BOXES_NOW))
    return {name: boxes[name] for name, text in texts.items() if boxes[name] != [text, complaints]}


def assert_kept(page: Page, names: list[str], path: str) -> None:
    """Nothing that is typed into these boxes is replaced; what cannot be read is said to be so, and only that."""
    assert misread(page, typed(names, *UNREADABLE), 1) == {}, path
    assert misread(page, typed(names, *READABLE), 0) == {}, path


def save_nothing(route: Route) -> None:
    """Keeps what is typed here out of the portal."""
    if route.request.method == "POST":
        route.abort()
    else:
        route.fallback()


def test_no_box_for_a_date_replaces_what_is_typed(desk, changing_portal):
    page = desk("quantri")
    page.route(re.compile(r"/quan-tri/.*/(add|edit)/"), save_nothing)
    for path, screen in addresses(changing_portal.folder).items():
        names = boxes_at(page, path)
        assert set(names) == set(screen.fields), path
        assert_kept(page, names, path)
        expect(page.get_by_text("Save Selected")).to_have_count(0)


def test_no_filter_replaces_what_is_typed(desk):
    page = desk("quantri")
    for path in FILTERED:
        names = boxes_at(page, path)
        assert names, path
        assert_kept(page, names, path)
