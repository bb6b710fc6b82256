"""Every address of the desk, and how it is walled. What is not named here stays shut to who works for single agencies;
a test walks all addresses that are registered, so that a new screen cannot be forgotten."""

from collections.abc import Mapping

from django.urls import ResolverMatch

from cms.access.walls.kinds import (
    Wall,
    accounts,
    both,
    document,
    explored_page,
    image,
    open_to_all,
    opened_thing,
    own_page,
    own_procedure,
    rows,
    seen_page,
    several,
    whole_portal,
)
from procedures_catalog.desk.everyday_panel import OF_PROCEDURE
from procedures_catalog.desk_screens.imports.access import CHOOSE, RUN, RUNS, STEP, UPLOAD
from procedures_catalog.desk_screens.imports.overlaid import SETTLE, TASKS
from procedures_catalog.desk_screens.owner_rules import ARRANGE_URL

#: Wagtail asks for a right that is given for the whole portal, and what is shown then belongs to no agency.
BY_RIGHT = open_to_all

_PAGES = "wagtailadmin_pages:"
_OF_A_PAGE = (
    *("usage", "edit", "preview_on_edit", "view_draft", "delete", "unpublish", "convert_alias", "copy"),
    *("workflow_action", "collect_workflow_action_data", "confirm_workflow_cancellation", "workflow_preview"),
    *("set_privacy", "lock", "unlock", "revisions_index", "revisions_view", "revisions_revert"),
    *("revisions_unschedule", "workflow_history", "workflow_history_detail", "history", "history_results"),
)
_OURS_OF_A_PAGE = (
    *("edit_page", "revert_page", "act_on_review", "discard_draft", "official_part", "dropped_rows"),
    *("guests", "answer_guest_remark", "erase_guest_remark", "revoke_guest_link"),
    *("publish_page_alone", "draft_for_later", "take_off_page", "close_page", "page_review"),
)
_NAMES_NOTHING = (
    *("wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_account", "wagtailadmin_logout"),
    *("wagtailadmin_dismissibles", "wagtailadmin_block_preview", "wagtailadmin_sprite", "wagtailadmin_login"),
    *("wagtailadmin_javascript_catalog", "wagtailadmin_choose_page_email_link", "wagtailadmin_choose_page_phone_link"),
    *("wagtailadmin_choose_page_anchor_link", "wagtailadmin_choose_page_external_link"),
    *("wagtailadmin_choose_page_search", "wagtailadmin_editing_sessions:release", "handbook"),
    *("commune_notes", "commune_note_decide"),  # of the communes for which somebody publishes
    *("seen_at_once", "seen_at_once_results", "undo_change"),  # each asks for the rights over what was changed
    *(TASKS, SETTLE),  # of procedures that one's agencies keep
    *("accounts_review", "communes_taken_in", "commune_taken_in"),  # of what he keeps
    *("decisions", "decision", "decision_new", "decision_edit", "decision_delete"),  # each finds one's own alone
    *("decision_compose", "decision_number_only", "decision_kind_of_all", "decision_national"),
    *("decision_appendix", "decision_empty", "decision_line", "decision_line_new", "decision_line_delete"),
    *("change_notes", "change_note"),  # each finds those of one's agencies alone
    *("change_sets", "change_set", "change_set_step", "change_set_edit", "change_set_remove"),  # of his agencies
    *("where_used", "where_used_index"),  # what is public, his own amounts, and his part of the ledger
    *("change_set_preview", "change_set_preview_page"),
    *("page_reviews", "documents_coming"),  # of his agencies
    "looked_at_alone",  # what was published in an emergency everybody is told of
    *(f"{_PAGES}{name}" for name in ("type_use", "type_use_results", "choose_parent", "search", "search_results")),
)
#: Reports and lists of Wagtail's, narrowed by its policies (`pages`, `lists`), and ours, each by its own query.
_REPORTS = tuple(
    f"wagtailadmin_reports:{name}{rows}"
    for name in ("locked_pages", "workflow", "workflow_tasks", "site_history", "aging_pages")
    for rows in ("", "_results")
)
_OUR_REPORTS = tuple(
    f"{name}{rows}"
    for name in (
        *("waiting_pages", "waiting_words", "broken_links", "log_report", "posting_ledger", "wrong_papers"),
        *("scan_report", "search_report", "forms_without_file", "reviewed_accounts"),
    )
    for rows in ("", "_results")
)

#: What tells of all agencies together (how many pages of each type there are, how many rows, which tags), or lays down
#: what holds for all.
_OF_ALL = (
    *("wagtailadmin_reports:page_types_usage", "wagtailsnippets:", "wagtailadmin_tag_", "wagtailadmin_collections:"),
    *("wagtailadmin_workflows:", "wagtailusers_groups:", "wagtailsites:", "wagtailredirects:"),
)

#: Name of an address (or, where it has none, what Django calls its view) → its wall.
WALLS: Mapping[str, Wall] = {
    **dict.fromkeys((*_NAMES_NOTHING, *_REPORTS, *_OUR_REPORTS), open_to_all),
    **{f"{_PAGES}{name}": own_page("page_id") for name in _OF_A_PAGE},
    **dict.fromkeys(_OURS_OF_A_PAGE, own_page("page_id")),
    **dict.fromkeys((f"{_PAGES}revisions_compare", "compare_page"), own_page(0)),
    **dict.fromkeys((f"{_PAGES}add", "add_page"), seen_page("parent_page_id")),
    f"{_PAGES}preview_on_add": seen_page("parent_page_id"),
    f"{_PAGES}add_subpage": seen_page("parent_page_id"),
    f"{_PAGES}move": own_page("page_to_move_id"),
    f"{_PAGES}move_confirm": both(own_page("page_to_move_id"), seen_page("destination_id")),
    f"{_PAGES}set_page_position": own_page("page_to_move_id"),
    "wagtailadmin_explore": explored_page("parent_page_id"),
    "wagtailadmin_explore_results": explored_page("parent_page_id"),
    "wagtail_bulk_action": several,
    "wagtailadmin_choose_page": seen_page("target_pages[]"),
    "wagtailadmin_choose_page_child": seen_page("parent_page_id", "target_pages[]"),
    "wagtailadmin_choose_page_chosen_multiple": seen_page("id"),
    "wagtailadmin_editing_sessions:ping": opened_thing,
    **dict.fromkeys(("forget_factors", "account_link", "leave_agency", "deputies", "stop_deputy"), accounts),
    **dict.fromkeys((ARRANGE_URL, "legal_clocks"), whole_portal),
    **dict.fromkeys((RUNS, UPLOAD, RUN, CHOOSE, STEP), BY_RIGHT),
    OF_PROCEDURE: own_procedure("identity"),
    **dict.fromkeys(("row_step_back", "publish_row_alone"), rows),
}
#: Beginning of a name → the wall of all that begin so; the longest beginning counts.
GROUPS: Mapping[str, Wall] = {
    "wagtailadmin_api:pages:": seen_page("pk"),
    "wagtailadmin_api:images:": image("pk"),
    "wagtailadmin_api:documents:": document("pk"),
    "wagtailimages:": image("image_id"),
    "wagtailimages_chooser:": both(image("image_id"), image("pk"), image("id")),
    "wagtaildocs:": both(document("document_id"), document("doc_id")),
    "wagtaildocs_chooser:": both(document("pk"), document("id")),
    "wagtailsnippets_": rows,
    "wagtailsnippetchoosers_": rows,
    "wagtailsettings:": BY_RIGHT,
    "wagtailembeds:": open_to_all,
    "wagtailadmin_password_reset": open_to_all,
    "cms.sign_in.": open_to_all,
    "wagtailusers_users:": accounts,
    **dict.fromkeys(_OF_ALL, whole_portal),
}


def wall_of(match: ResolverMatch) -> Wall | None:
    """The wall of an address, None where nobody has declared one."""
    name = match.view_name
    if name in WALLS:
        return WALLS[name]
    fitting = [beginning for beginning in GROUPS if name.startswith(beginning)]
    return GROUPS[max(fitting, key=len)] if fitting else None
