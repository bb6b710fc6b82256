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
SCANNED = "shown only to who comes from that paper, asked anew at every scan"

#: Model → why its rows touch nothing by themselves.
UNSAID = {
    "cms.Editor": DESK,
    "pages.ContentPage": "no list gathers pages of guidance: what is said of every page is all",
    "pages.PopularPage": WITH_THEIR_PAGE,
    "pages.ShownChange": KEPT,
    "legal_documents.AttachmentText": "read after a file was told; its own pages are told then (`tell_of_file`)",
    "procedures_catalog.ProcedureIdentity": WITH_THEIR_PAGE,
    "procedures_catalog.ProcedureCode": WITH_THEIR_PAGE,
    "procedures_catalog.ProcedureLevel": WITH_THEIR_PAGE,
    "procedures_catalog.ProcedureAgency": WITH_THEIR_PAGE,
    "procedures_catalog.ProcedureApplicant": WITH_THEIR_PAGE,
    "procedures_catalog.ProcedureLegalBasis": WITH_THEIR_PAGE,
    "procedures_catalog.FormUse": "written and told by who reads papers (`forms.uses`)",
    "procedures_catalog.PublishedVersion": KEPT,
    "procedures_catalog.ImportRun": DESK,
    "procedures_catalog.Judged": DESK,
    "procedures_catalog.OwnerRule": DESK,
    "procedures_catalog.ProcedureShelfPage": "a shelf has no address; what stands on it is told by itself",
    "procedures_catalog.NationalRecord": DESK,
    "procedures_catalog.CatalogueSettings": SCANNED,
    "search.AskedQuestion": DESK,
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
