"""The desk's edit form as a browser would send it, without a browser: the plain fields of the page it showed, and the
streams, which its script draws, written out from what the page holds."""

from collections.abc import Mapping
from typing import Any

import requests
from bs4 import BeautifulSoup
from wagtail import blocks
from wagtail.test.utils.form_data import querydict_from_html

from procedures_catalog.desk.last_day_block import LastDayBlock
from procedures_catalog.models import ProcedurePage
from tests.desk.pages_of import StoredPage


class Desk:
    """One editor's session at the desk of a running portal."""

    def __init__(self, address: str, username: str, password: str) -> None:
        self.address, self.session = address, requests.Session()
        # A browser sends a form again when the server has hung up meanwhile; requests does not.
        self.session.headers["Connection"] = "close"
        login = f"{address}/tai-khoan/dang-nhap/"
        token = _token(self.session.get(login, timeout=60).text)
        form = {"login": username, "password": password, "csrfmiddlewaretoken": token, "next": "/quan-tri/"}
        answer = self.session.post(login, data=form, timeout=60, allow_redirects=False)
        if answer.status_code != 302:
            raise RuntimeError(f"{username} không đăng nhập được")

    def save(self, page: StoredPage, changes: Mapping[str, str]) -> int:
        """Opens the page's form, changes fields and leaves a draft; the status of the answer (302 when it was done)."""
        return self._send(page, changes)

    def publish(self, page: StoredPage) -> int:
        """Opens the form of a page with a draft of somebody else's, and publishes that."""
        return self._send(page, {"action-publish": "action-publish"})

    def _send(self, page: StoredPage, changes: Mapping[str, str]) -> int:
        url = f"{self.address}/quan-tri/pages/{page.pk}/edit/"
        shown = self.session.get(url, timeout=120)
        if shown.status_code != 200:
            return shown.status_code
        data = querydict_from_html(shown.text, form_id="page-edit-form").dict()
        for name, children in page.streams.items():
            write_block(name, ProcedurePage._meta.get_field(name).stream_block, children, data)
        data |= {**changes, "csrfmiddlewaretoken": _token(shown.text)}
        return self.session.post(url, data=data, timeout=120, allow_redirects=False).status_code


def _token(html: str) -> str:
    return BeautifulSoup(html, "html.parser").find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]


def write_block(prefix: str, block: blocks.Block, value: Any, data: dict[str, str]) -> None:
    """Adds the fields that the form has for a block with this raw value."""
    if isinstance(block, blocks.StreamBlock):
        _write_list(prefix, value or [], data, lambda child: block.child_blocks[child["type"]], with_type=True)
    elif isinstance(block, blocks.ListBlock):
        _write_list(prefix, value or [], data, lambda _child: block.child_block, with_type=False)
    elif isinstance(block, blocks.StructBlock):
        for name, inner in block.child_blocks.items():
            write_block(f"{prefix}-{name}", inner, (value or {}).get(name), data)
    elif isinstance(block, blocks.BooleanBlock):
        data.update({prefix: "on"} if value else {})
    elif isinstance(block, LastDayBlock):
        data[prefix] = block.get_form_state(block.to_python(value)) or ""
    else:
        data[prefix] = "" if value is None else str(value)


def _write_list(prefix: str, children: list[Any], data: dict[str, str], block_of: Any, *, with_type: bool) -> None:
    data[f"{prefix}-count"] = str(len(children))
    for place, child in enumerate(children):
        own = f"{prefix}-{place}"
        data |= {f"{own}-deleted": "", f"{own}-order": str(place), f"{own}-id": child["id"]}
        if with_type:
            data[f"{own}-type"] = child["type"]
        write_block(f"{own}-value", block_of(child), child["value"], data)
