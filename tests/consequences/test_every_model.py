"""No row that the public sees goes unsaid: who adds a model says what it touches, or here why it touches nothing."""

import pytest
from django.apps import apps
from wagtail.models import Page

from consequences.registry import sayings
from tests.test_floors import FLOORS

WITH_THEIR_PAGE = "written with their page, which is told when all of it is written"
DESK = "nobody but the desk reads it"
COUNTED = "numbers that grow with every visit; what shows them is gathered anew by the clock"
KEPT = "is itself kept of other things, by who is told of them"
SHELF = "a shelf has no address; what stands on it is told by itself"
SCANNED = "shown only to who comes from that paper, asked anew at every scan"

#: Model → why its rows touch nothing by themselves.
UNSAID = {
    "audit.LogRow": DESK,
    "audit.LogHead": DESK,
    "cms.Editor": DESK,
    "cms.Deputising": DESK,
    "cms.AccountsReview": DESK,
    "cms.KeyAct": DESK,
    "cms.ReviewedAccount": DESK,
    "cms.DeputisedRole": DESK,
    "pages.EmergencyPublication": DESK,
    "agencies.RoleGroup": DESK,
    "agencies.AgencyDesk": DESK,
    "pages.ContentPage": "no list gathers pages of guidance: what is said of every page is all",
    "pages.GuestLink": "an invited guest alone sees what it leads to",
    "pages.GuestRemark": "those alone see it who made the link or have it",
    "pages.LinkOnPage": DESK,
    "pages.PageReview": DESK,
    "pages.PopularPage": WITH_THEIR_PAGE,
    "pages.ShownChange": KEPT,
    "legal_documents.AttachmentText": "read after a file was told; its own pages are told then (`tell_of_file`)",
    "decisions.Decision": DESK,
    "decisions.DecisionLine": DESK,
    "decisions.LegalClock": DESK,
    "procedures_catalog.ProcedureIdentity": WITH_THEIR_PAGE,
    "procedures_catalog.ProcedureCode": WITH_THEIR_PAGE,
    "procedures_catalog.ProcedureLevel": WITH_THEIR_PAGE,
    "procedures_catalog.ProcedureAgency": WITH_THEIR_PAGE,
    "procedures_catalog.ProcedureApplicant": WITH_THEIR_PAGE,
    "procedures_catalog.ProcedureLegalBasis": WITH_THEIR_PAGE,
    "procedures_catalog.FormUse": "written and told by who reads papers (`forms.uses`)",
    "procedures_catalog.PublishedVersion": KEPT,
    "procedures_catalog.ChangeNoteCorrection": DESK,
    "procedures_catalog.ImportRun": DESK,
    "procedures_catalog.ImportItem": DESK,
    "procedures_catalog.ImportPart": DESK,
    "procedures_catalog.ImportedPage": DESK,
    "procedures_catalog.KeptPart": DESK,
    "procedures_catalog.OverlaidChange": DESK,
    "procedures_catalog.Judged": DESK,
    "procedures_catalog.ChangeSet": "nobody reads it before its approval, which is told then (`dated.steps`)",
    "procedures_catalog.ChangeSetStep": DESK,
    "procedures_catalog.DatedDifference": "written with its set, whose approval is told",
    "procedures_catalog.OwnerRule": DESK,
    "procedures_catalog.ProcedureShelfPage": SHELF,
    "pages.NewsShelfPage": SHELF,
    "legal_documents.DocumentShelfPage": SHELF,
    "procedures_catalog.NationalRecord": DESK,
    "procedures_catalog.CatalogueSettings": SCANNED,
    "search.AskedQuestion": DESK,
    "search.HeardQuestion": "nobody reads it: hashes of what too few have asked",
    "search.UnansweredQuestion": DESK,
    "search.DeskEntry": DESK,
    "search.PendingEntry": KEPT,
    "search.WordsStamp": KEPT,
    "search.KnownNames": KEPT,
    "search.StartingRule": DESK,
    "posting.PrintJob": DESK,
    "posting.PostedPaper": SCANNED,
    "posting.PaperItem": SCANNED,
    "posting.QueuedSheet": DESK,
    "posting.SeenChange": DESK,
    "posting.ScanCount": COUNTED,
}
#: What the public sees of packages.
OTHERS = {
    "wagtailcore.Page",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.Site",
    "wagtailredirects.Redirect",
    "wagtaildocs.Document",
    "wagtailimages.Image",
}


def models():
    """Every model of the floors and the public ones of packages."""
    ours = (model for floor in FLOORS if apps.is_installed(floor) for model in apps.get_app_config(floor).get_models())
    return {model._meta.label: model for model in (*ours, *map(apps.get_model, OTHERS))}


def is_said(model) -> bool:
    """Whether something is said of the model itself; what is said of every page says nothing of a type of page."""
    common = sayings(Page) if issubclass(model, Page) and model is not Page else []
    return len(sayings(model)) > len(common)


@pytest.mark.parametrize("label", sorted(models()))
def test_a_model_says_what_its_rows_touch_or_why_nothing(label):
    assert is_said(models()[label]) != (label in UNSAID)


def test_nothing_is_excused_that_does_not_exist():
    assert UNSAID.keys() <= models().keys()
    assert all(UNSAID.values())
