"""One place says what everybody may read; whoever says `live` alone forgets what stands behind a password."""

import re

import pytest

from pages.published import is_published, published
from procedures_catalog.models import ProcedureIdentity, ProcedurePage
from tests.pages.factories import make_content, make_news, make_news_index
from tests.portal_process import ROOT
from tests.procedures_catalog.factories import published as imported

pytestmark = pytest.mark.database_differs

FLOORS = ("agencies", "pages", "legal_documents", "procedures_catalog", "search", "posting", "cms")
#: Where `live` is meant, and restricted pages with it.
MEANT = {
    "pages/published.py": "says it",
    "pages/page_changes.py": "what touches a closed page touches those who may read it",
    "pages/files/access.py": "asks each restricted page whether this visitor passes",
    "legal_documents/models/document.py": "tells the index, which asks again",
    "legal_documents/models/lookup.py": "links rows of the database; what is shown of the link is asked again",
    "procedures_catalog/store/public.py": "leads a restricted page through the door that asks for the password",
    "procedures_catalog/models/everyday.py": "words that were loaded with their procedure; words are no page",
    "procedures_catalog/desk/shared_amount_block.py": "a shared amount is no page; one that was taken off is marked",
    "procedures_catalog/models/shared_amount.py": "the same; one that was taken off stands where it stood",
    "procedures_catalog/shared_amounts.py": "the same: whether it was published or taken off",
    "pages/models/reviewed.py": "says it of rows that are no pages",
    "search/models/referral.py": "a draft may take a name that another draft has: only published ones clash",
    "search/management/commands/evaluate_offices.py": "asks for forms that are public",
    "procedures_catalog/importing/abolished.py": "compares a file with all that is there",
    "procedures_catalog/store/outgoing.py": "collects the addresses that pages lead to, for who keeps them",
    "pages/files/uses.py": "a file that a closed page shows is in use as well",
    "procedures_catalog/versions/noting.py": "notes what is published, for whomever",
    "procedures_catalog/versions/upkeep.py": "the same",
    "procedures_catalog/desk_screens/states.py": "the desk's own list",
    "procedures_catalog/desk_screens/filters.py": "the desk's own list",
    "procedures_catalog/dated_screens/preview.py": "the desk looks at what a set will publish",
    "procedures_catalog/importing/whole_list.py": "compares a file with all that is there",
    "procedures_catalog/importing/create.py": "what touches a closed page touches those who may read it",
    "pages/shelves/moving.py": "the same",
    "procedures_catalog/importing/bulk_pages.py": "writes it",
    "procedures_catalog/store/held_pages.py": "what an import compares with",
    "procedures_catalog/importing/plan.py": "the same",
    "procedures_catalog/models/import_item.py": "names what an import would do to a page",
    "procedures_catalog/importing/keeping/chosen.py": "the same",
    "procedures_catalog/importing/keeping/done.py": "keeps whether a page was public, for undoing",
    "procedures_catalog/importing/at_desk/undoing.py": "takes off what is published, for whomever",
    "procedures_catalog/importing/revisions.py": "keeps what is published, for whomever",
    "procedures_catalog/importing/update.py": "writes it",
    "procedures_catalog/importing/write.py": "writes it",
    "procedures_catalog/importing/taking_down.py": "takes off what is published, for whomever",
    "procedures_catalog/management/commands/take_down_foreign.py": "the same",
    "procedures_catalog/desk_screens/kept_back.py": "tells the desk why a page is not published",
    "procedures_catalog/names/upkeep.py": "what touches a closed page touches those who may read it",
    "procedures_catalog/names/twin_notes.py": "tells twins apart by what each says of itself, for whomever",
    "procedures_catalog/models/procedure.py": "keeps what is published before its first change",
    "procedures_catalog/page_context.py": "a draft that is looked at; what the public reads has asked before",
    "procedures_catalog/versions/shown_pages.py": "notes what is published, for whomever",
    "posting/scan/old_addresses.py": "leads a restricted page through the door that asks for the password",
    "posting/scan/targets.py": "the same",
    "posting/notes/shown.py": "notes of communes, which are no pages",
    "posting/notes/writing.py": "the same",
    "posting/notes/desk.py": "the same",
    "posting/officer/views/notes.py": "the same",
    "pages/desk/permissions.py": "what an editor may delete",
    "cms/access/walls/pages.py": "what who works elsewhere may see at the desk: what everybody may",
    "pages/desk/walled.py": "the same",
    "cms/four_eyes/emergency.py": "what somebody publishes alone",
    "cms/four_eyes/emergency_screens.py": "the same",
    "cms/four_eyes/asking_why.py": "what somebody takes off that is no page",
    "pages/taking_off.py": "the same",
    "legal_documents/desk/coming.py": "tells the desk which public documents begin or end soon",
    "cms/four_eyes/taking_off.py": "how many pages somebody takes off, public or behind a password",
    "cms/four_eyes/history.py": "whether a text waits, public or behind a password",
    "cms/four_eyes/row_form.py": "whether a row's draft waits; rows are no pages",
    "cms/desk/discarding.py": "what an editor may discard",
    "cms/desk/rows/undoing.py": "what an editor may bring back of rows that are no pages",
    "cms/desk/rows/versions.py": "the same",
    "cms/desk/rows/waiting.py": "drafts of rows that are no pages",
    "cms/desk/drafts.py": "the same",
    "cms/desk/review.py": "tells the reviewer what became of it",
    "cms/health/database.py": "asks whether there is a home page at all",
    "cms/desk/day.py": "the desk's own front page",
    "cms/desk/waiting.py": "the same",
    "procedures_catalog/desk_screens/coming.py": "tells the desk which public procedures change soon",
    "procedures_catalog/desk_screens/bulk_publish.py": "what an editor may publish",
    "procedures_catalog/desk_screens/form_answers.py": "whether the editor may be led to the page that he published",
    "procedures_catalog/dated/reopening.py": "hears of drafts of what is not public yet",
    "procedures_catalog/dated_screens/reopened.py": "tells who edits what is not public yet of the sets that begin it",
    "procedures_catalog/dated/slots.py": "whether a procedure had begun before a set let it begin",
    "procedures_catalog/dated/writing.py": "saves what is public as public",
    "procedures_catalog/dated/applying.py": "lets begin what is not public yet",
    "cms/desk/later/screen.py": "whether there is a public text that a draft may leave behind",
    "pages/four_eyes/swaps.py": "a file that a closed page shows was swapped as well",
    "cms/access/walls/public_state.py": "asks for a page what everybody may read of it, for the desk",
    "procedures_catalog/store/judged.py": "tells the desk why a page should not be public",
    "procedures_catalog/store/withdrawn.py": "tells what became of a page that was public",
    "cms/sitemaps.py": "forms, which are public by the published procedures that name them",
    "procedures_catalog/feed/library_entries.py": "the same",
    "procedures_catalog/models/form.py": "the same",
    "procedures_catalog/forms/library.py": "the same; a document behind a password asks for it itself",
}
_LIVE = re.compile(r"\.live\b|\.not_live\(|\blive=True|[\"']live[\"']|__live\b|\.(not_)?public\(\)")


def test_nobody_else_says_live_alone():
    files = [file for floor in FLOORS for file in (ROOT / floor).rglob("*.py") if "migrations" not in file.parts]
    said = {str(file.relative_to(ROOT)) for file in files if _LIVE.search(file.read_text("utf-8"))}
    assert said <= set(MEANT)


@pytest.mark.django_db
def test_a_restriction_holds_for_a_page_and_all_below_and_for_nothing_beside(portal):
    home = portal[0]
    index = make_news_index(home)
    inside, beside = make_news(index), make_content(home, "Bên cạnh")
    everything = set(published(home.get_descendants(inclusive=True)))
    assert {home.page_ptr, index.page_ptr, inside.page_ptr, beside.page_ptr} <= everything
    index.view_restrictions.create(restriction_type="login")
    assert everything - set(published(home.get_descendants(inclusive=True))) == {index.page_ptr, inside.page_ptr}


@pytest.mark.django_db
def test_it_is_asked_within_the_query_and_through_other_tables(portal, django_assert_num_queries):
    page = imported("1.100001")
    with django_assert_num_queries(1):
        assert list(published(ProcedurePage.objects)) == [page]
    page.view_restrictions.create(restriction_type="login")
    with django_assert_num_queries(1):
        assert list(ProcedureIdentity.objects.filter(is_published("page__"))) == []
