"""The compiler does not live through a fork: it says so instead of waiting, and works in a fresh process."""

import os

import pytest

from paper.blanks import Blank, blank_pdf
from paper.typesetting import aside

BLANK = Blank(
    "CT99", "Đơn thả diều", "Sở Gió", "bản 1", "Ủy ban nhân dân xã", ("Họ và tên",), ("Người thả diều",), "Mẫu"
)


def test_what_is_made_aside_is_what_is_made_here():
    assert aside(blank_pdf, BLANK)[:5] == blank_pdf(BLANK)[:5] == b"%PDF-"


@pytest.mark.filterwarnings("ignore:This process")
def test_a_forked_process_is_told_instead_of_waiting_for_ever():
    blank_pdf(BLANK)
    child = os.fork()
    if not child:
        try:
            blank_pdf(BLANK)
        except RuntimeError:
            os._exit(7)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
