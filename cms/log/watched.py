"""Of which models the log tells each row that is made, changed or deleted: of all but those that are named here, each
with its reason. A new model is told of without a word."""

from collections.abc import Iterable
from functools import partial

from django.apps import apps
from django.db.models import Model
from wagtail.models import (
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
    Page,
    PageViewRestriction,
    WorkflowPage,
    WorkflowTask,
)

from audit.listening.rows import watch
from audit.reading.kept import keep_values
from audit.things import call, nameless
from cms.log.at_once import is_seen_at_once

PAGE = "stands in its page, whose drafts and publications are told with what changed"
DERIVED = "worked out of other rows, which are told"
LOGGED = "Wagtail's own log tells of it, which is heard"
BY_READERS = "numbers and words of readers, who are not in the log"
BY_ITSELF = "what a screen keeps for itself; nobody decides it"
HIDDEN = "the log itself"
GUESTS = "told in words of its own, which outlive what guests wrote (pages/guests/telling.py)"
DEPUTIES = "told in words of its own when it is made, begins and ends (cms/access/deputies/days.py)"
REVIEWS = "told with its whole list when it is finished (cms/access/review/deciding.py)"
IN_BULK = "told by who writes many at once"

#: Model → why its rows are not told one by one.
UNWATCHED = {
    "audit.LogRow": HIDDEN,
    "audit.LogHead": HIDDEN,
    "axes.AccessAttempt": "keyed hashes of wrong tries; the tries are told",
    "axes.AccessAttemptExpiration": "keyed hashes of wrong tries; the tries are told",
    "axes.AccessFailureLog": "keyed hashes of wrong tries; the tries are told",
    "axes.AccessLog": "keyed hashes of places; signing in is told",
    "auth.Permission": "made by migrations",
    "cms.AccountsReview": REVIEWS,
    "cms.KeyAct": "what was done is told: links in words of their own, addresses and factors by their rows",
    "cms.ReviewedAccount": REVIEWS,
    "cms.DeputisedRole": DEPUTIES,
    "cms.Deputising": DEPUTIES,
    "contenttypes.ContentType": "made by migrations",
    "pages.EmergencyPublication": LOGGED,
    "django_tasks_database.DBTaskResult": BY_ITSELF,
    "legal_documents.AttachmentText": DERIVED,
    "pages.GuestLink": GUESTS,
    "pages.GuestRemark": GUESTS,
    "pages.LinkOnPage": DERIVED,
    "pages.OutgoingLink": DERIVED,
    "pages.PopularPage": PAGE,
    "pages.ShownChange": DERIVED,
    "posting.PaperItem": "stands with its paper",
    "posting.ScanCount": BY_READERS,
    "posting.SeenChange": BY_ITSELF,
    "procedures_catalog.ChangeNoteCorrection": "stands beside its note, whose change is told",
    "procedures_catalog.FormUse": DERIVED,
    "procedures_catalog.ImportItem": DERIVED,
    "procedures_catalog.ImportPart": "what was chosen of an import is told by who chose, for all parts together",
    "procedures_catalog.ImportRun": IN_BULK,
    "procedures_catalog.ImportedPage": DERIVED,
    "procedures_catalog.KeptPart": IN_BULK,
    "procedures_catalog.OverlaidChange": "the history of its page tells of it, and who settles it stands in the row",
    "procedures_catalog.Judged": DERIVED,
    "procedures_catalog.NationalRecord": IN_BULK,
    "procedures_catalog.ProcedureAgency": PAGE,
    "procedures_catalog.ProcedureApplicant": PAGE,
    "procedures_catalog.ProcedureCode": PAGE,
    "procedures_catalog.ProcedureIdentity": PAGE,
    "procedures_catalog.ProcedureLegalBasis": PAGE,
    "procedures_catalog.ProcedureLevel": PAGE,
    "procedures_catalog.PublishedVersion": DERIVED,
    "search.AskedQuestion": BY_READERS,
    "search.DeskEntry": DERIVED,
    "search.HeardQuestion": BY_READERS,
    "search.KnownNames": DERIVED,
    "search.PendingEntry": DERIVED,
    "search.StartingRule": "which rules an update brought; the rules are told",
    "search.WordsStamp": DERIVED,
    "sessions.Session": "signing in and out is told",
    "taggit.Tag": "nothing of the portal has tags",
    "taggit.TaggedItem": "nothing of the portal has tags",
    "wagtailadmin.Admin": "has no rows",
    "wagtailadmin.EditingSession": BY_ITSELF,
    "wagtailadmin.FormState": BY_ITSELF,
    "wagtailcore.Comment": LOGGED,
    "wagtailcore.CommentReply": LOGGED,
    "wagtailcore.ModelLogEntry": LOGGED,
    "wagtailcore.PageLogEntry": LOGGED,
    "wagtailcore.PageSubscription": BY_ITSELF,
    "wagtailcore.ReferenceIndex": DERIVED,
    "wagtailcore.Revision": LOGGED,
    "wagtailcore.TaskState": LOGGED,
    "wagtailcore.UploadedFile": BY_ITSELF,
    "wagtailcore.WorkflowState": LOGGED,
    "wagtailembeds.Embed": BY_ITSELF,
    "wagtailimages.Rendition": DERIVED,
    "wagtailsearch.IndexEntry": DERIVED,
    "wagtailsearch.SQLiteFTSIndexEntry": DERIVED,
    "wagtailusers.UserProfile": BY_ITSELF,
}
#: Packages whose rows hold or are named by what nobody may read, and the fields of these that are told.
SECRET_APPS = {"mfa", "socialaccount", "usersessions", "account"}
_OF_SECRETS = ("user", "type", "provider", "verified", "primary")
#: Rows that are named by the words of a citizen, and the fields of these that are told.
OF_CITIZENS = {"search.UnansweredQuestion": ("agency", "sector", "state", "note")}

#: Rows that stand between two others, and the fields that are their name.
CALLED: dict[type[Model], tuple[str, ...]] = {
    CollectionViewRestriction: ("collection",),
    GroupCollectionPermission: ("group", "permission", "collection"),
    GroupPagePermission: ("group", "permission", "page"),
    GroupSitePermission: ("group", "permission", "site"),
    PageViewRestriction: ("page",),
    WorkflowPage: ("workflow", "page"),
    WorkflowTask: ("workflow", "task"),
}


def connect() -> None:
    """Starts listening to every model that is watched, says what rows are called that have no name of their own, and of
    which the values are kept."""
    keep_values(is_seen_at_once)
    for model, fields in CALLED.items():
        call(model, partial(_joined, fields))
    for model in watched():
        told = _OF_SECRETS if model._meta.app_label in SECRET_APPS else OF_CITIZENS.get(model._meta.label)
        watch(model, told)
        if told is not None:
            nameless(model)


def _joined(fields: Iterable[str], row: Model) -> str:
    return " – ".join(str(getattr(row, field)) for field in fields)


def page_kinds() -> list[type[Page]]:
    """The types of pages, which Wagtail's log tells of."""
    return [model for model in apps.get_models() if issubclass(model, Page)]


def watched() -> list[type[Model]]:
    """All that is no page and has no reason not to be."""
    found = apps.get_models()
    return [model for model in found if not issubclass(model, Page) and model._meta.label not in UNWATCHED]
