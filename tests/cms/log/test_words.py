"""What the filters of the log and of the list of changes offer is Vietnamese, and no two are alike."""

import re

import pytest

from audit.models import LogRow
from audit.wording import actions, field_in_words, kind_in_words
from cms.log.at_once import seen_at_once
from cms.log.screen import changes_in_words
from cms.log.watched import page_kinds, watched

#: Letters that only Vietnamese has, or words that need none of them.
VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
PLAIN = {"Trang", "Tin", "Trang trong"}


def is_vietnamese(label: str) -> bool:
    return bool(VIETNAMESE.search(label)) or label in PLAIN


@pytest.mark.django_db
def test_no_kind_is_english_or_stands_twice():
    labels = [kind_in_words(model._meta.label_lower) for model in (*watched(), *page_kinds())]
    assert [label for label in labels if not is_vietnamese(label)] == []
    assert sorted(labels) == sorted(set(labels))


def test_no_action_is_english_or_stands_twice():
    labels = list(actions().values())
    assert [label for label in labels if not is_vietnamese(label)] == []
    assert sorted(labels) == sorted(set(labels))


def test_no_field_of_what_is_seen_at_once_is_english():
    told = [
        field_in_words(model._meta.label_lower, field.name)
        for model in seen_at_once()
        for field in model._meta.concrete_fields
        if not field.primary_key
    ]
    assert [label for label in told if not is_vietnamese(label)] == []


def test_a_file_is_told_by_its_name_without_its_place_and_its_hash():
    changes = '{"file": ["documents/cu.pdf", "documents/moi.pdf"], "file_hash": ["a", "b"], "file_size": ["1", "2"]}'
    row = LogRow(kind="wagtaildocs.document", changes=changes)
    assert changes_in_words(row) == [("Tệp", "cu.pdf", "moi.pdf")]
