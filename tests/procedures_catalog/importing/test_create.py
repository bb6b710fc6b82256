"""What an import creates stands on its owner's shelf from the first moment, what it changes moves there."""

import pytest

from agencies.models import Agency
from procedures_catalog.models import CatalogueSettings, OwnerRule, ProcedureIndexPage, Sector
from procedures_catalog.shelves.owners import count_misplaced, owner_table
from procedures_catalog.shelves.shelves import COMMON
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal"), pytest.mark.database_differs]


def test_new_procedures_come_onto_the_shelves_of_their_owners():
    wind, cloud, office = (Agency.objects.create(name=name, kind="department") for name in ("Gió", "Mây", "Văn phòng"))
    OwnerRule.objects.create(executing=wind, owner=cloud)
    OwnerRule.objects.create(sector=Sector.objects.create(name="Sáo"), owner=wind)
    rows = [
        national_row("1.100001", **{"Cơ quan thực hiện": "Gió"}),
        national_row("1.100002", **{"Lĩnh vực": "sáo"}),
        national_row("1.100003"),
    ]
    bring(*rows)
    assert [page_of(f"1.10000{n}").get_parent().title for n in (1, 2, 3)] == ["Mây", "Gió", COMMON]
    CatalogueSettings.objects.update_or_create(defaults={"keeping_agency": office})
    bring(national_row("1.100004"))
    assert page_of("1.100004").get_parent().title == "Văn phòng"
    assert count_misplaced(owner_table()) == {(None, office.pk): 1}
    assert ProcedureIndexPage.find_problems() == ([], [], [], [], [])


def test_a_procedure_whose_sector_an_import_changes_moves_to_the_owner_of_that_sector():
    wind = Agency.objects.create(name="Gió", kind="department")
    OwnerRule.objects.create(sector=Sector.objects.create(name="Sáo"), owner=wind)
    bring(national_row("1.100001"))
    bring(national_row("1.100001", **{"Lĩnh vực": "Sáo"}), publish=False)
    assert page_of("1.100001").get_parent().title == COMMON
    bring(national_row("1.100001", **{"Lĩnh vực": "Sáo"}))
    assert page_of("1.100001").get_parent().title == "Gió"
