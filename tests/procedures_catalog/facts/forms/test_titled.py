"""The titles of forms that have no number, in the wordings of real papers."""

import pytest

from procedures_catalog.facts.forms.named import forms_named
from procedures_catalog.facts.forms.titled import title_in, title_key, title_typed


@pytest.mark.parametrize(
    "paper",
    [
        "- Tờ khai đăng ký khai sinh theo mẫu quy định.",
        "Tờ khai đăng ký khai sinh (theo mẫu)",
        "Tờ khai đăng ký khai sinh (mẫu ban hành kèm theo Thông tư của Bộ Tư pháp)",
        "1. Tờ khai đăng ký khai sinh được lập theo đúng mẫu",
    ],
)
def test_a_paper_names_a_blank_by_its_title(paper):
    assert title_in(paper) == "Tờ khai đăng ký khai sinh"
    (form,) = forms_named(paper, "Hộ tịch")
    assert (
        form.key
        == title_key(title_typed("tờ khai đăng ký khai sinh"), "Hộ tịch")
        == "ho-tich-to-khai-dang-ky-khai-sinh"
    )
    assert forms_named(paper) == ()  # a title alone is of any sector


@pytest.mark.parametrize(
    "paper",
    [
        "Tờ khai theo mẫu;",
        "Văn bản đề nghị theo mẫu",
        "Tờ khai đăng ký khai sinh",
        "Giấy chứng sinh theo mẫu",
        "",
        "(" * 99,
    ],
)
def test_what_names_no_blank_or_one_in_too_few_words_has_no_title(paper):
    assert title_in(paper) == ""


def test_a_number_is_more_than_a_title():
    (form,) = forms_named("Tờ khai thay đổi thông tin cư trú theo mẫu CT01", "Cư trú")
    assert form.key == "ct01"
