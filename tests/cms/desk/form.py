"""The desk's form of a page as a browser holds it, opened by one person and sent when that person likes."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from cms.desk.rows.guard import OPENED
from tests.desk.edit_form import write_block


def opened_with(client: Client, address: str) -> dict[str, str]:
    """What the form of a row, opened now, sends along so that it is not taken for a stale one."""
    shown = querydict_from_html(client.get(address).content.decode(), form_id="w-editor-form").dict()
    return {OPENED: shown[OPENED]}


@dataclass
class DeskForm:
    """Somebody's open form: where it is sent to, and what it holds."""

    client: Client
    url: str
    data: dict[str, str]

    @classmethod
    def open(cls, client: Client, page: int, url: str = "") -> "DeskForm":
        """Reads the form of the page with this number; another one of its forms than the usual, by its address."""
        url = url or reverse("wagtailadmin_pages:edit", args=[page])
        data = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form").dict()
        held = Page.objects.get(pk=page).get_latest_revision_as_object()
        for field in held._meta.get_fields():
            if isinstance(field, StreamField):
                write_block(field.name, field.stream_block, list(getattr(held, field.name).raw_data), data)
        return cls(client, url, data)

    def send(self, action: str = "", accept: str = "text/html", **changes: str) -> HttpResponse:
        """Sends it with these changes; `action` is "publish", "submit" or nothing for a draft."""
        press = {f"action-{action}": f"action-{action}"} if action else {}
        return self.client.post(self.url, {**self.data, **changes, **press}, headers={"accept": accept})

    def without(self, *names: str) -> "DeskForm":
        """The same form with some of its fields left out, as a script would send it."""
        return DeskForm(self.client, self.url, {key: value for key, value in self.data.items() if key not in names})
