"""Each advisory about Wagtail that was published from 2020 to November 2026, tried on our desk by somebody of another
agency, or shown not to concern it."""

import io
import json
import time

import pytest
from django.apps import apps
from django.core import mail
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.urls import reverse
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.documents import get_document_model
from wagtail.models import Collection, Comment, PageViewRestriction
from wagtail.search.utils import parse_query_string
from wagtail.utils.file import hash_filelike

from agencies.models import Role
from cms.models import Editor
from pages.models import PortalSettings
from procedures_catalog.models import EverydayWords, ProcedurePage
from tests.cms.desk.form import DeskForm
from tests.editors import browser_of, member

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"


def _pages(name: str, *args) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def _refused(answer, secret: str) -> bool:
    return answer.status_code in (302, 403, 404, 405) and secret not in answer.content.decode()


def test_cve_2020_11001_a_comparison_shows_a_script_as_text(browser, ours):
    ours.draft.title = f"Thả diều {SCRIPT}"
    ours.draft.save_revision()
    html = browser().get(_pages("revisions_compare", ours.draft.pk, "earliest", "latest")).content.decode()
    assert "alert(1)" in html
    assert SCRIPT not in html


def test_cve_2020_11037_the_password_of_a_page_is_asked_sparingly(client, ours):
    restriction = PageViewRestriction.objects.create(
        page=ours.public, restriction_type="password", password="gio-mua-thu"
    )
    address = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, ours.public.pk])
    answers = [client.post(address, {"password": "sai", "return_url": "/"}).status_code for _ in range(32)]
    assert answers[0] == 200
    assert answers[-1] == 429


@pytest.mark.parametrize(
    ("advisory", "application"),
    [
        ("CVE-2020-15118", "wagtail.contrib.forms"),
        ("CVE-2026-44199", "wagtail.contrib.forms"),
        ("CVE-2023-28836", "wagtail.contrib.modeladmin"),
        ("CVE-2026-28222", "wagtail.contrib.table_block"),
        ("CVE-2026-28223", "wagtail.contrib.simple_translation"),
        ("GHSA-jm5p-837g-rv8g", "wagtail.contrib.simple_translation"),
    ],
)
def test_advisories_about_parts_that_are_not_installed(advisory, application):
    assert not apps.is_installed(application), advisory


def test_cve_2021_29434_a_link_that_runs_a_script_is_not_kept():
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}
    block = {
        "key": "a",
        "text": "diều",
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
    }
    written = json.dumps({"entityMap": {"0": link}, "blocks": [block]})
    assert "javascript" not in ContentstateConverter(features=["link"]).to_database_format(written)


def test_cve_2021_32681_the_text_of_a_block_is_no_markup():
    bound = blocks.StreamBlock([("text", blocks.CharBlock())]).to_python([{"type": "text", "value": SCRIPT}])
    template = Template("{% load wagtailcore_tags %}{% include_block value %}")
    assert SCRIPT not in template.render(Context({"value": bound[0]}))


def test_cve_2022_21683_a_reply_is_told_to_nobody_who_speaks_elsewhere(ours, theirs):
    for name, made in (("lan", ours), ("minh", theirs)):
        speaker = member(Role.WRITER, made.agency, name)
        Editor.objects.filter(pk=speaker.pk).update(email=f"{name}@tinh.vn")
        Comment.objects.create(page=made.draft, user=speaker, text="Lời", contentpath="title")
    form = DeskForm.open(browser_of(Editor.objects.get(username="publisher-1")), ours.draft.pk)
    mail.outbox.clear()
    form.send(**_reply(form))
    assert "minh@tinh.vn" not in {address for letter in mail.outbox for address in letter.to}


def _reply(form: DeskForm) -> dict[str, str]:
    """The fields of a reply to the first comment."""
    return {"comments-0-replies-TOTAL_FORMS": "1", "comments-0-replies-0-text": "Đáp", "comments-0-replies-0-id": ""}


def test_cve_2023_28837_what_is_uploaded_is_read_in_portions():
    class Reading(io.BytesIO):
        most = 0

        def read(self, size: int = -1) -> bytes:
            self.most = max(self.most, size if size >= 0 else 1 << 40)
            return super().read(size)

    held = Reading(b"a" * 3_000_000)
    hash_filelike(held)
    assert held.most <= 1 << 20


@pytest.mark.parametrize("action", ["delete", "assign_role", "set_active_state"])
def test_cve_2023_45809_an_action_on_many_accounts_names_nobody(browser, theirs, action):
    Editor.objects.filter(pk=theirs.numbers["editor"]).update(last_name="Khuất", first_name="Tất")
    number = theirs.numbers["editor"]
    for written in (number, "all", f"%2B{number}", f"%20{number}", f"{number}%20"):
        answer = browser().get(f"/quan-tri/bulk/cms/editor/{action}/?id={written}")
        assert _refused(answer, "Khuất")


def test_cve_2024_32882_a_field_that_asks_for_a_right_is_not_in_the_form_of_others(ours):
    panels = [FieldPanel("hotline"), FieldPanel("email", permission="superuser")]
    handler = ObjectList(panels).bind_to_model(PortalSettings)
    form = handler.get_form_class()(for_user=member(Role.KEEPER))
    assert "email" not in form.fields


@pytest.mark.parametrize("role", [Role.WRITER, Role.PUBLISHER, Role.UNIT_ADMIN])
def test_cve_2024_35228_settings_open_for_nobody_without_the_right(browser, role):
    addresses = [reverse("wagtailsettings:edit", args=["pages", "portalsettings"])]
    addresses.append(reverse("wagtailsettings:edit", args=["pages", "portalsettings", 1]))
    for address in addresses:
        assert browser(role).get(address).status_code in (302, 403, 404)
        assert browser(role).post(address, {"site_name": "Cổng khác"}).status_code in (302, 403, 404)
    assert not PortalSettings.objects.filter(site_name="Cổng khác").exists()


def test_cve_2024_39317_a_long_question_takes_no_long_time():
    begun = time.perf_counter()
    parse_query_string('a:"' * 5_000 + "b" * 5_000)
    assert time.perf_counter() - begun < 1


def test_cve_2025_45388_a_file_that_is_no_pdf_is_refused_and_none_runs_in_a_browser(browser, ours):
    held = ContentFile(SCRIPT.encode(), name="a.pdf")
    answer = browser().post(
        reverse("wagtaildocs:add_multiple"), {"files[]": held, "collection": ours.numbers["collection"]}
    )
    assert get_document_model().objects.filter(title="a").count() == 0, answer.content.decode()
    shown = browser().get(get_document_model().objects.get(pk=ours.numbers["document"]).url)
    assert "default-src 'none'" in shown["Content-Security-Policy"]
    assert shown["X-Content-Type-Options"] == "nosniff"


def test_cve_2026_25517_a_preview_shows_nothing_of_others(browser, theirs):
    kind = ("procedures_catalog", "procedurepage")
    addresses = [
        _pages("preview_on_edit", theirs.draft.pk),
        _pages("preview_on_add", *kind, theirs.numbers["shelf"]),
        reverse("wagtailsettings:preview_on_edit", args=["pages", "portalsettings", 1]),
    ]
    for address in addresses:
        for answer in (browser().get(address), browser().post(address, {"title": "Thử"})):
            assert _refused(answer, theirs.secret)


@pytest.mark.parametrize("role", [Role.WRITER, Role.CHECKER, Role.PUBLISHER, Role.UNIT_ADMIN])
def test_cve_2026_44197_versions_of_others_are_not_compared(browser, theirs, role):
    number = theirs.numbers["revision"]
    for versions in (("live", "latest"), ("earliest", "latest"), (number, number)):
        assert _refused(browser(role).get(_pages("revisions_compare", theirs.draft.pk, *versions)), theirs.secret)


def test_cve_2026_44197_nor_as_if_they_were_ones_own(browser, ours, theirs):
    number = theirs.numbers["revision"]
    assert _refused(browser().get(_pages("revisions_compare", ours.draft.pk, number, "latest")), theirs.secret)
    assert _refused(browser().get(_pages("revisions_view", ours.draft.pk, number)), theirs.secret)


@pytest.mark.parametrize("name", ["history", "history_results", "workflow_history", "revisions_index"])
def test_cve_2026_44198_the_history_of_others_stays_shut(browser, theirs, name):
    for page in (theirs.draft, theirs.public):
        assert _refused(browser().get(_pages(name, page.pk)), theirs.secret)


def test_cve_2026_44200_nobody_copies_what_is_anothers(browser, ours, theirs):
    where = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": ours.numbers["shelf"]}
    for number in (theirs.draft.pk, theirs.numbers["news"]):
        assert _refused(browser().post(_pages("copy", number), where), theirs.secret)
        api = reverse("wagtailadmin_api:pages:action", args=[number, "copy"])
        assert _refused(browser().post(api, {"destination_page_id": ours.numbers["shelf"]}), theirs.secret)
    assert not ProcedurePage.objects.filter(slug="ban-sao").exists()


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_cve_2026_44201_files_of_others_are_in_no_interface(browser, ours, theirs, kind):
    listed = browser().get(reverse(f"wagtailadmin_api:{kind}:listing")).content.decode()
    assert (ours.secret in listed, theirs.secret in listed) == (True, False)
    one = reverse(f"wagtailadmin_api:{kind}:detail", args=[theirs.numbers[kind.removesuffix("s")]])
    assert _refused(browser().get(one), theirs.secret)


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_ghsa_c2xx_nor_those_below_a_collection_of_others(browser, theirs, kind):
    model = get_document_model() if kind == "documents" else apps.get_model("wagtailimages", "Image")
    below = Collection.objects.get(pk=theirs.numbers["collection"]).add_child(instance=Collection(name="Dưới"))
    model.objects.filter(pk=theirs.numbers[kind.removesuffix("s")]).update(collection=below)
    assert theirs.secret not in browser().get(reverse(f"wagtailadmin_api:{kind}:listing")).content.decode()


def test_cve_2026_55468_the_interface_tells_of_ones_own_pages(browser, ours, theirs):
    for page in (theirs.draft, theirs.public):
        one = reverse("wagtailadmin_api:pages:detail", args=[page.pk])
        assert _refused(browser().get(one), theirs.secret)
    listed = browser().get(reverse("wagtailadmin_api:pages:listing"), {"limit": 20}).content.decode()
    assert theirs.secret not in listed


def test_ghsa_92hv_nobody_learns_whether_a_document_is_there_by_its_hash(client, theirs):
    document = get_document_model().objects.get(pk=theirs.numbers["document"])
    tried = {"If-None-Match": f'"{document.get_file_hash()}"'}
    assert client.get(document.url, headers=tried).status_code == 404
    assert client.get(document.url).status_code == 404


def test_ghsa_x5cx_rows_of_others_are_not_copied(browser, theirs):
    for model in (EverydayWords, apps.get_model("search", "UnansweredQuestion")):
        address = f"/quan-tri/snippets/{model._meta.app_label}/{model._meta.model_name}/copy/"
        assert _refused(browser().get(f"{address}{theirs.numbers[model._meta.model_name]}/"), theirs.secret)


def test_ghsa_jm5p_the_interface_translates_no_page(browser, theirs):
    address = reverse("wagtailadmin_api:pages:action", args=[theirs.draft.pk, "copy_for_translation"])
    assert _refused(browser().post(address, {"locale": "vi"}), theirs.secret)
