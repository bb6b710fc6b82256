"""Page, printed sheet, list and interface answer the five questions in the same words."""

import pytest

from tests.clock import today
from tests.portal_process import manage

pytestmark = [pytest.mark.shared, pytest.mark.slow]
ASKED = "from datetime import date\nfrom tests.truth.same_words import differing\nprint(*differing(date({})))"


def test_they_do_for_errands_of_everybody_and_one_procedure_of_each_of_thirty_sectors(national_portal):
    day = today()
    command = ASKED.format(f"{day.year}, {day.month}, {day.day}")
    assert manage(national_portal, "shell", "--no-imports", "--command", command).stdout.strip() == "35 []"
