"""Each agency has a collection of images and documents, nested as the registry is; one is everybody's."""

import pytest
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as documents
from wagtail.models import Collection

from agencies.models import Agency, Role
from audit.things import thing
from cms.access.collections import collection_of, shared_collection
from tests.editors import member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def registry() -> dict[str, Agency]:
    """A department with a branch, and another department."""
    sky = Agency.objects.create(name="Sở Gió", kind="department")
    branch = Agency.objects.create(name="Chi cục Bão", kind="provincial_body", parent=sky)
    return {"sky": sky, "branch": branch, "sea": Agency.objects.create(name="Sở Mây", kind="department")}


def where(editor, action: str) -> set[str]:
    """Collections in which he may do something."""
    return set(documents.collections_user_has_permission_for(editor, action).values_list("name", flat=True))


def test_collections_are_nested_as_the_registry_is(registry):
    branch = collection_of(registry["branch"])
    assert [each.name for each in branch.get_ancestors(inclusive=True)][1:] == ["Sở Gió", "Chi cục Bão"]
    assert collection_of(registry["sky"]) == branch.get_parent()
    assert Collection.objects.count() == 3


def test_a_writer_adds_in_his_agencys_and_those_below_and_chooses_of_what_all_share(registry):
    collection_of(registry["branch"])
    collection_of(registry["sea"])
    editor = member(Role.WRITER, registry["sky"])
    assert where(editor, "add") == {"Sở Gió", "Chi cục Bão"}
    assert where(editor, "choose") == {"Sở Gió", "Chi cục Bão", shared_collection().name}


def test_a_role_of_the_whole_portal_holds_for_every_collection(registry):
    collection_of(registry["branch"])
    assert where(member(Role.PUBLISHER), "change") == set(Collection.objects.values_list("name", flat=True))


def test_who_keeps_the_catalogue_keeps_what_all_share_and_no_agencys(registry):
    collection_of(registry["sky"])
    assert where(member(Role.KEEPER), "add") == {shared_collection().name}


def test_a_checker_and_an_officer_add_no_file(registry):
    assert where(member(Role.CHECKER, registry["sky"]), "add") == set()
    assert where(member(Role.OFFICER, registry["sky"]), "choose") == set()


def test_an_agency_does_not_see_the_documents_of_another(registry):
    for name in ("sky", "sea"):
        get_document_model().objects.create(title=name, file="a.pdf", collection=collection_of(registry[name]))
    editor = member(Role.WRITER, registry["sky"])
    mine = documents.instances_user_has_any_permission_for(editor, ["add", "change", "choose"])
    assert [each.title for each in mine] == ["sky"]


def test_an_agency_that_gets_another_superior_takes_its_files_along(registry):
    branch = collection_of(registry["branch"])
    registry["branch"].parent = registry["sea"]
    registry["branch"].save()
    assert [each.name for each in Collection.objects.get(pk=branch.pk).get_ancestors()][1:] == ["Sở Mây"]


def test_the_log_says_whose_a_file_is(registry):
    below = collection_of(registry["branch"]).add_child(instance=Collection(name="Biểu mẫu"))
    kept = {
        "own": collection_of(registry["sky"]),
        "below": below,
        "shared": shared_collection(),
        "nobody's": Collection.get_first_root_node(),
    }
    found = {
        name: thing(get_document_model().objects.create(title=name, file="a.pdf", collection=place)).agency
        for name, place in kept.items()
    }
    expected = {"own": registry["sky"].pk, "below": registry["branch"].pk, "shared": None, "nobody's": None}
    assert found == expected
