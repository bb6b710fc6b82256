"""What stands in the place of the parameters of addresses. A new parameter has to be added here."""

from collections.abc import Mapping

#: Parameter → the thing of a commune, or common to both, that fills it.
BY_PARAMETER = {
    **dict.fromkeys(("page_id", "page_to_move_id", "page_pk"), "draft"),
    **dict.fromkeys(("parent_page_id", "destination_id"), "shelf"),
    **dict.fromkeys(("document_id", "doc_id"), "document"),
    **dict.fromkeys(("restriction_id", "page_view_restriction_id", "uidb64", "token", "path"), "nothing"),
    **dict.fromkeys(("app_label", "model_name", "content_type_app_name", "content_type_model_name"), "nothing"),
    "revision_id": "revision",
    "workflow_state_id": "workflow_state",
    "task_state_id": "task_state",
    "task_id": "task",
    "session_id": "session",
    "image_id": "image",
    "collection_id": "collection",
    "identity": "identity",
    "tag": "paper",
    "uploaded_file_id": "nothing",
    "workflow_pk": "workflow",
    "redirect_id": "redirect",
    "action_name": "approve",
    "slug": "slug",
    "commune": "unit_code",
    "code": "short",
    "key": "form_key",
    "section": "section",
    "remark_id": "nothing",
    "number": "nothing",
    "link_id": "nothing",
    "deputising": "nothing",
    "unit": "unit",
    "decision": "decision",
    "line": "line",
    "changes": "changes",
    "version": "version",
    "step": "submit",
    "secret": "nothing",
}
#: Beginning of a name → what `pk` is there; the longest counts. Of rows that are no pages the model says it.
BY_NAME = {
    "wagtailadmin_api:pages:": "draft",
    "wagtailadmin_api:images:": "image",
    "wagtailadmin_api:documents:": "document",
    "wagtailimages_chooser:": "image",
    "wagtaildocs_chooser:": "document",
    "wagtailadmin_collections:": "collection",
    "wagtailadmin_workflows:": "workflow",
    **dict.fromkeys((f"wagtailadmin_workflows:{each}_task" for each in ("edit", "disable", "enable")), "task"),
    "wagtailusers_users:": "editor",
    "wagtailusers_groups:": "group",
    "wagtailsites:": "site",
    "wagtailsettings:": "site",
    **dict.fromkeys(("forget_factors", "account_link", "leave_agency", "deputies", "stop_deputy"), "editor"),
    "officer_": "job",
    "officer_queue_remove": "nothing",
    "commune_note_decide": "note",
}
#: Names that stand for themselves, or for what is common to both communes.
WORDS = frozenset(
    {
        *("nothing", "approve", "submit", "slug", "short", "form_key"),
        *("section", "workflow", "redirect", "group", "site"),
        *("catalogue", "news_index", "synonymrule", "hiddensuggestion", "promotion", "referralanswer", "sector"),
        *("applicantkind", "ownerrule", "libraryform", "commonday", "administrativeunit", "agency"),
    }
)
#: Addresses that are regular expressions, or filled in otherwise.
ROUTES = {
    **dict.fromkeys(
        ("wagtailadmin_pages:revisions_compare", "compare_page"),
        "quan-tri/pages/{draft}/revisions/compare/live...latest/",
    ),
    "wagtail.admin.views.home.default": "quan-tri/khong-co/",
    "wagtaildocs_serve": "tai-lieu/{document}/a.pdf",
    "wagtail_serve": "khong-co/",
    "media": "media/original_images/khong-co.png",
    "account_reset_password_from_key": "tai-khoan/quen-mat-khau/1-abc/",
    "placed_address": "q/{short}/2222222",
    "take_key": "tai-khoan/lien-ket/x/",
    "end_session": "tai-khoan/phien/x/dong/",
}
_PROCEDURES = {"content_type_app_name": "procedures_catalog", "content_type_model_name": "procedurepage"}
_ROWS = {"app_label": "procedures_catalog", "model_name": "everydaywords"}
_FOUND, _FILE = {"?": "?q=khuất"}, {"?": "?export=csv"}


def _many(application: str, model: str, action: str, query: str) -> dict[str, str]:
    return {"app_label": application, "model_name": model, "action": action, "?": query}


_BULK = [
    *(_many("wagtailcore", "page", action, "?id={draft}") for action in ("publish", "unpublish", "move", "delete")),
    _many("wagtailcore", "page", "publish", "?id={public}&id={news}"),
    _many("wagtailcore", "page", "publish", "?id=all&childOf={shelf}"),
    _many("wagtailcore", "page", "delete", "?id=all&childOf={news_index}"),
    *(_many("wagtailimages", "image", action, "?id={image}") for action in ("delete", "add_tags")),
    *(_many("wagtaildocs", "document", action, "?id={document}") for action in ("delete", "add_to_collection")),
    *(_many("cms", "editor", action, "?id={editor}") for action in ("delete", "assign_role", "set_active_state")),
    _many("cms", "editor", "delete", "?id=all"),
    _many("search", "unansweredquestion", "delete", "?id={unansweredquestion}"),
    _many("procedures_catalog", "everydaywords", "delete", "?id={everydaywords}"),
    _many("procedures_catalog", "sharedamount", "delete", "?id={sharedamount}"),
]
#: Name → in which ways it is asked: what fills its parameters, and under "?" a query.
ASKED: Mapping[str, list[dict[str, str]]] = {
    "wagtail_bulk_action": _BULK,
    "add_page": [_PROCEDURES],
    "wagtailadmin_pages:add": [_PROCEDURES],
    "wagtailadmin_pages:preview_on_add": [_PROCEDURES],
    "wagtailadmin_pages:type_use": [_PROCEDURES, _PROCEDURES | _FILE],
    "wagtailadmin_pages:type_use_results": [_PROCEDURES],
    "wagtailadmin_pages:choose_parent": [{"app_label": "procedures_catalog", "model_name": "procedurepage"}],
    "wagtailadmin_pages:search": [_FOUND],
    "wagtailadmin_pages:search_results": [_FOUND],
    "wagtailadmin_choose_page_search": [_FOUND, {"?": "?q=thả diều"}],
    "wagtailadmin_choose_page_child": [
        {},
        {"parent_page_id": "{catalogue}", "?": "?of=catalogue"},
        {"parent_page_id": "{news_index}", "?": "?of=news"},
    ],
    "wagtailadmin_choose_page_chosen_multiple": [{"?": "?id={draft}"}],
    "wagtailadmin_choose_page": [{"?": "?target_pages[]={draft}&user_perms=move_to"}],
    "wagtailadmin_explore": [{}, {"parent_page_id": "{draft}", "?": "?of=draft"}],
    "wagtailadmin_api:pages:listing": [{"?": "?for_explorer=1&child_of={catalogue}"}, {"?": "?search=khuất"}],
    "wagtailadmin_api:pages:action": [
        {"action_name": name, "?": f"?action={name}"}
        for name in ("publish", "unpublish", "delete", "copy", "convert_alias", "create_alias", "move")
    ],
    "wagtailimages_chooser:chosen_multiple": [{"?": "?id={image}"}],
    "wagtaildocs_chooser:chosen_multiple": [{"?": "?id={document}"}],
    "wagtailimages:index": [{}, _FOUND],
    "wagtaildocs:index": [{}, _FOUND],
    "wagtailadmin_editing_sessions:ping": [
        {"app_label": "procedures_catalog", "model_name": "procedurepage", "object_id": "{draft}"},
        {"app_label": "wagtailcore", "model_name": "page", "object_id": "{news}"},
        _ROWS | {"object_id": "{everydaywords}"},
    ],
    "row_step_back": [_ROWS | {"pk": "{everydaywords}", "step": "hoan-tac"}],
    **{
        f"wagtailadmin_reports:{name}": [{}, _FILE]
        for name in ("site_history", "aging_pages", "workflow", "workflow_tasks", "locked_pages")
    },
    **{name: [{}, _FILE] for name in ("posting_ledger", "wrong_papers", "log_report", "scan_report", "waiting_pages")},
    "wagtailadmin_tag_model_autocomplete": [{"app_name": "taggit", "model_name": "tag"}],
    "wagtailadmin_workflows:add_task": [{"app_label": "wagtailcore", "model_name": "groupapprovaltask"}],
    "wagtailimages:preview": [{"filter_spec": "width-10"}],
    "wagtailsettings:edit": [{"app_name": "pages", "model_name": "portalsettings"}],
    "wagtailsettings:preview_on_edit": [{"app_name": "pages", "model_name": "portalsettings"}],
    "where_used": [
        {"kind": "muc-thu", "number": "{sharedamount}", "?": "?of=amount"},
        {"kind": "co-quan", "number": "{agency}", "?": "?of=agency"},
        {"kind": "ngay-chung", "number": "{commonday}", "?": "?of=day"},
        {"kind": "duong-day-nong", "number": "{site}", "?": "?of=site"},
    ],
    "official_part": [{"part": "conditions"}],
    "handbook": [{"book": "bien-tap"}],
    "officer_paper": [{"kind": "board"}],
}
