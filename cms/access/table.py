"""The one table of rights: what each role may do with its agencies' pages and files, and with what is nobody's."""

from collections.abc import Iterable
from dataclasses import dataclass

from agencies.models import Role

#: Rules, pages and answers that every question meets: drafts of them are public only when a keeper publishes them.
WORDS = ("synonymrule", "promotion", "hiddensuggestion", "referralanswer")


@dataclass(frozen=True, slots=True)
class Rights:
    """What a role may do. `pages`: with the pages on its agencies' shelves; `files`: with the images and documents in
    its agencies' collections; `shared`: with those that all agencies share; `everywhere`: rights that Django knows by
    application and name."""

    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    everywhere: frozenset[str] = frozenset()


def _may(application: str, models: Iterable[str], actions: Iterable[str]) -> set[str]:
    return {f"{application}.{action}_{model}" for model in models for action in actions}


#: What everybody at the desk reads; whose rows he sees there is for his agencies (`agencies.reach`) to say.
_DESK = {
    "wagtailadmin.access_admin",
    "audit.view_logrow",
    *_may("posting", ("scancount", "postedpaper"), ("view",)),
    *_may("search", ("askedquestion",), ("view",)),
    *_may("search", ("unansweredquestion",), ("change",)),
    *_may("procedures_catalog", ("libraryform", "everydaywords", "sharedamount", "sector", "applicantkind"), ("view",)),
    *_may("search", WORDS, ("view",)),
}
_WRITES = ("add", "change", "choose")

TABLE: dict[Role, Rights] = {
    Role.WRITER: Rights(
        pages=("add_page", "change_page"),
        files=_WRITES,
        shared=("choose",),
        everywhere=frozenset(
            {
                *_DESK,
                *_may("procedures_catalog", ("everydaywords",), ("change",)),
                *_may("procedures_catalog", ("sharedamount",), ("add", "change")),
                *_may("search", WORDS, ("add", "change")),
                *_may("decisions", ("decision",), ("view", "add", "change")),
            }
        ),
    ),
    Role.CHECKER: Rights(
        pages=("change_page", "lock_page"),
        files=("choose",),
        shared=("choose",),
        everywhere=frozenset({*_DESK, *_may("decisions", ("decision",), ("view", "change"))}),
    ),
    Role.PUBLISHER: Rights(
        pages=("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
        files=_WRITES,
        shared=("choose",),
        everywhere=frozenset(
            {
                *_DESK,
                *_may("procedures_catalog", ("everydaywords",), ("change", "publish")),
                *_may("procedures_catalog", ("sharedamount",), ("add", "change", "publish")),
                *_may("decisions", ("decision",), ("view", "add", "change")),
            }
        ),
    ),
    Role.UNIT_ADMIN: Rights(everywhere=frozenset({*_DESK, *_may("cms", ("editor",), ("view", "add", "change"))})),
    Role.OFFICER: Rights(everywhere=frozenset(_may("posting", ("postedpaper",), ("add", "change")))),
    Role.KEEPER: Rights(
        shared=_WRITES,
        everywhere=frozenset(
            {
                *_DESK,
                *_may("procedures_catalog", ("sector", "applicantkind", "libraryform"), ("add", "change")),
                *_may("procedures_catalog", ("everydaywords",), ("change", "publish")),
                *_may("procedures_catalog", ("sharedamount",), ("add", "change", "publish")),
                *_may("search", WORDS, ("add", "change", "delete", "publish")),
                "procedures_catalog.change_cataloguesettings",
                "procedures_catalog.change_importrun",
                "pages.change_portalsettings",
            }
        ),
    ),
}
