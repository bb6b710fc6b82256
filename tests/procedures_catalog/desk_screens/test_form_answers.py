"""What a procedure's form asks for: the official part to copy, and a warning of what citizens will no longer see."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data

from cms.access.upkeep import ensure_access
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.overlay import PARTS, with_overlay
from tests.editors import in_role, published_by_another
from tests.procedures_catalog.desk.test_procedure_tabs import FULL, layer
from tests.procedures_catalog.factories import bring, local_row, page_of, published
from vietnamese.whole_numbers import read_whole

pytestmark = pytest.mark.usefixtures("portal")
WARNING = "Công dân sẽ không còn thấy:"
ALL_PARTS = FULL | {"Cơ quan có thẩm quyền": "Ủy ban nhân dân cấp tỉnh", "Địa chỉ tiếp nhận HS": "Quầy 1\nQuầy 2"}


def person(client, role: str):
    """The client of somebody in one role, and no more."""
    ensure_access()
    user = get_user_model().objects.create_user("nguoi", password="x")
    in_role(user, role)
    client.force_login(user)
    return client


@pytest.mark.parametrize("part", PARTS)
def test_a_copied_part_says_the_same_as_the_official_one(client, part):
    page = published("1.100001", **ALL_PARTS)
    answer = person(client, "Biên tập viên").get(reverse("official_part", args=[page.pk, part])).json()
    held = [{"type": answer["type"], "id": answer["id"], "value": _raw(answer["value"])}]
    assert with_overlay(official_record(page), held, timezone.localdate()) == official_record(page)


def _raw(state):
    """The state of a block's form as the database keeps it, close enough to be read."""
    if isinstance(state, list) and state and isinstance(state[0], str):
        return state[0]  # of a choice, a form knows a list
    if isinstance(state, list):
        return [_raw(item) for item in state]
    if isinstance(state, dict) and {"value", "id"} <= state.keys() and "decision" not in state:
        return {"type": state.get("type", "item"), "id": state["id"], "value": _raw(state["value"])}
    if isinstance(state, dict):
        return {name: read_whole(value) if name in _NUMBERS and value else _raw(value) for name, value in state.items()}
    return state


_NUMBERS = ("amount", "originals", "copies")


def test_who_may_not_edit_the_page_is_given_nothing(client):
    page = published("1.100001", **FULL)
    response = person(client, "Cán bộ một cửa").get(reverse("official_part", args=[page.pk, "channels"]))
    assert response.status_code in (302, 403)


def test_what_is_no_part_of_a_layer_is_not_found(admin_client):
    page = published("1.100001", **FULL)
    assert admin_client.get(reverse("official_part", args=[page.pk, "keywords"])).status_code == 404


# --- What citizens will no longer see -------------------------------------------------------------


def sent(channel: str = "direct", amount: str = "12000") -> dict[str, str]:
    """The overlay's fields as the form has them: one way of handing in, with one fee."""
    limit = {"number": "5", "unit": "working_day", "text": ""}
    no_limit = dict.fromkeys(limit, "")
    fee = {"amount": amount, "note": "mỗi bản sao", "wording": "", "legal_basis": "", "valid_from": "", "valid_to": ""}
    child = {"deleted": "", "order": "0", "id": ""}
    row = {
        "channel": channel,
        "time_limit": limit,
        "reduced": no_limit,
        "fees": {"count": 1, "0": {**child, "value": fee}},
        "notes": {"count": 0},
    }
    part = {
        "decision": "",
        "valid_from": "",
        "valid_to": "",
        "value": {"count": 1, "0": {**child, "type": "row", "value": row}},
    }
    return nested_form_data({"overlay": {"count": 1, "0": {**child, "type": "channels", "value": part}}})


def test_what_is_being_typed_is_answered_before_it_is_saved(client):
    page = published("1.100001", **FULL)
    response = person(client, "Biên tập viên").post(reverse("dropped_rows", args=[page.pk]), sent())
    html = response.content.decode()
    assert WARNING in html
    assert "Bưu chính" in html
    assert "Trực tuyến" in html
    assert not page_of("1.100001").overlay


def test_a_field_that_cannot_be_read_yet_is_no_fault(admin_client):
    page = published("1.100001", **FULL)
    assert admin_client.post(reverse("dropped_rows", args=[page.pk]), sent(amount="mười")).status_code == 422


@pytest.mark.parametrize("role", ["Biên tập viên", "Người duyệt"])
def test_whoever_opens_the_form_of_a_draft_reads_what_it_drops(client, role):
    page = published("1.100001", **FULL)
    page.overlay = layer()
    page.save_revision()
    html = person(client, role).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert WARNING in html
    assert "Bưu chính" in html


def test_what_citizens_do_not_read_today_either_is_no_news(client):
    page = published("1.100001", **FULL)
    page.overlay = layer()
    page.save_revision()
    published_by_another(page)
    page = page_of("1.100001")
    page.overlay = layer(fee=13_000)
    page.save_revision()
    editor = person(client, "Biên tập viên")
    assert WARNING not in editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    typed = reverse("dropped_rows", args=[page.pk])
    assert "Bưu chính" not in editor.post(typed, sent()).content.decode()
    assert "Trực tiếp" in editor.post(typed, sent("online")).content.decode()


def test_a_procedure_of_the_province_has_no_official_part_to_lose(admin_client):
    bring(local_row("9.100001"))
    page = page_of("9.100001")
    page.overlay = layer()
    page.save_revision()
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert WARNING not in html


# --- Approving ------------------------------------------------------------------------------------


def waiting(overlay: list[dict]):
    """A published procedure with a draft that waits for a reviewer, and the address of the front page's button."""
    page = published("1.100001", **FULL)
    page.overlay, page.blanks = overlay, "forms.none"  # nothing is missing of it
    page.save_revision()
    ensure_access()
    state = page.get_workflow().start(page, get_user_model().objects.create_user("nguoisoan", password="x"))
    return page, reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk])


def test_nobody_approves_unread_from_the_front_page_what_hides_rows_from_citizens(client):
    page, button = waiting(layer())
    reviewer = person(client, "Người duyệt")
    response = reviewer.post(button, {"comment": ""}, follow=True)
    assert response.request["PATH_INFO"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert WARNING in response.content.decode()
    assert not page_of("1.100001").overlay


def test_what_hides_nothing_is_approved_there_as_before(client):
    _, button = waiting([])
    person(client, "Người duyệt").post(button, {"comment": ""})
    assert not page_of("1.100001").workflow_in_progress
