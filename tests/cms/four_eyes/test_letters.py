"""Who is to look at a draft reads in one letter which procedure it is and where its changes stand; who administers the
portal gets none for that alone."""

import pytest
from django.core import mail

from procedures_catalog.models import ProcedurePage
from tests.cms.four_eyes.test_returned import with_mail
from tests.procedures_catalog.factories import page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"


@pytest.fixture
def page() -> ProcedurePage:
    """A public procedure with a draft."""
    found = published(CODE)
    found.everyday_names = "giấy diều"
    found.save_revision(user=with_mail("lan", "Biên tập viên"))
    return page_of(CODE)


def _letters(page: ProcedurePage, by) -> dict[str, list[str]]:
    mail.outbox.clear()
    page.get_workflow().start(page, by)
    found: dict[str, list[str]] = {}
    for letter in mail.outbox:
        found.setdefault(letter.to[0], []).append(letter.body)
    return found


def test_the_letter_names_the_code_and_leads_to_what_was_changed(page, django_user_model):
    minh = with_mail("minh", "Người duyệt")
    letters = _letters(page, django_user_model.objects.get(username="lan"))
    (text,) = letters[minh.email]
    assert f"Mã thủ tục: {CODE}" in text
    assert f"/quan-tri/pages/{page.pk}/revisions/compare/live...latest/" in text
    assert not any(english in text for english in ("You can", "Hello", "#}"))


def test_an_administrator_whose_step_it_is_not_gets_no_letter(page, django_user_model):
    admin = with_mail("quantri", "")
    assert admin.is_superuser
    assert admin.email not in _letters(page, django_user_model.objects.get(username="lan"))
