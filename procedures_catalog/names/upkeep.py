"""What names need after an update of the software: a place in the order, a clean title, words that tell twins apart."""

from collections.abc import Callable, Mapping

from wagtail.models import Page, Revision

from agencies.store.desk_index import put_in_desk_index
from consequences.registry import changing
from pages.turns import Turns
from procedures_catalog.facts.titles.display_name import display_name, is_clean, is_made, sort_name
from procedures_catalog.models import ProcedurePage
from procedures_catalog.names.twin_notes import of_shared_names, renew_and_tell

IN_FIRST_TURN = 100
#: Page → what is to be written there.
Wanted = Mapping[int, str]


def ensure_names(turns: Turns) -> None:
    """To be run after each update: run again, it changes nothing."""
    _in_turns(turns, _places_wanted(), _place)
    _in_turns(turns, _titles_wanted(), _retitle)
    with turns.turn():
        renew_and_tell(of_shared_names())


def _in_turns(turns: Turns, wanted: Wanted, write: Callable[[Wanted], object]) -> None:
    for portion in turns.portions(list(wanted), IN_FIRST_TURN):
        with turns.turn():
            write({pk: wanted[pk] for pk in portion})


def _places_wanted() -> Wanted:
    """The places of pages that have none, or would have another today."""
    rows = ProcedurePage.objects.order_by("pk").values_list("pk", "title", "sort_name")
    wanted = ((pk, sort_name(title), place) for pk, title, place in rows if title.strip())
    return {pk: today for pk, today, place in wanted if today != place}


def _place(places: Wanted) -> None:
    pages = [ProcedurePage(pk=pk, sort_name=place) for pk, place in places.items()]
    ProcedurePage.objects.bulk_update(pages, ["sort_name"])


# --- Titles ---------------------------------------------------------------------------------------


def _titles_wanted() -> Wanted:
    """The clean titles of pages whose title is none that somebody typed, and would be made otherwise today. One that
    only says "Thủ tục" before it stays until an import brings another text: an update renames nothing that reads well.
    """
    rows = ProcedurePage.objects.order_by("pk").values_list("pk", "title", "official_name")
    return {pk: display_name(name) for pk, title, name in rows if not is_clean(title) and is_made(title, name)}


def _retitle(titles: Wanted) -> None:
    pages = ProcedurePage.objects.select_for_update().in_bulk(list(titles))
    with changing(ProcedurePage, [pk for pk, page in pages.items() if page.live]):
        for pk, page in pages.items():
            _carry_into_draft(page, titles[pk])
            page.title, page.sort_name = titles[pk], sort_name(titles[pk])
        Page.objects.bulk_update(pages.values(), ["title", "draft_title"])
        ProcedurePage.objects.bulk_update(pages.values(), ["sort_name"])
    put_in_desk_index(ProcedurePage, list(pages.values()))


def _carry_into_draft(page: ProcedurePage, title: str) -> None:
    """The draft that waits has the clean title too, where it had the same one."""
    if page.draft_title == page.title:
        page.draft_title = title
    draft = Revision.objects.filter(pk=page.latest_revision_id).first() if page.has_unpublished_changes else None
    if draft and draft.content.get("title") == page.title:
        draft.content |= {"title": title, "draft_title": title}
        draft.save(update_fields=["content"])
