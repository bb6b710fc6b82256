"""Who decided, by the number of the decision."""

import pytest

from procedures_catalog.facts.scope.issuer import issuer_of


@pytest.mark.parametrize(
    "number",
    [
        "2298/QĐ-UBND", "3287/QĐUBND", "Số:12/QĐ-UBND", "519/qđ-ubnd", "44/2026/QĐ-UBND.", "12/2025/NQ-HĐND", "7/UBND",
        "2414/QĐ-VP", "127/QĐ-VP.UBND.KSTT", "482/QĐ-TTPVHCC", "205/TTr-SNNMT", "205/TTr-SNNMT.2",
        "1782SoKHCN2026dacthu", "1122/QĐ-UBND-2026-SXDdacthu",
    ],
)  # fmt: skip
def test_a_committee_its_council_its_office_its_centre_and_its_departments_are_the_province(number):
    assert issuer_of(number) == "province"


@pytest.mark.parametrize(
    "number",
    [
        "163/QĐ-BTP", "1562/BNG-VP", "QĐ/12-BCA", "Quyết định số 12/QĐ-BQP", "8928/QĐ-BCA-V04", "4221/EVN-KDMBD",
        "123/QĐ-CHHĐTVN", "11/QĐ-SHTT", "9/QĐ-TANDTC", "SỐ 1/QĐ-NHNN",
    ],
)  # fmt: skip
def test_a_ministry_a_court_and_what_is_below_a_ministry_are_the_centre(number):
    assert issuer_of(number) == "centre"


@pytest.mark.parametrize("number", ["", "1704", "290601", "QĐ000001SNNTEST", "01/QĐCB"])
def test_a_number_that_names_nobody_says_nothing(number):
    assert issuer_of(number) == ""
