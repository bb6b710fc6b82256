"""The desk's own catalogue: compiled as it is written, leaving nothing in English, with every placeholder in place."""

import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings

from cms.wagtail_hooks import LABELS
from tests.browser.syllables import foreign_words

OURS = Path(settings.LOCALE_PATHS[0])
DOMAINS = ["django", "djangojs"]
#: What must come out as it went in: the places of values, and the marks of HTML.
_HELD = re.compile(r"%(?:\(\w+\))?[sdr]|\{\w*\}|</?\w+[^>]*>")
#: The desk's search shows this line without a name of the things that it counts; Vietnamese can do without one.
_WITHOUT_A_NAME = "%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s"


def written(folder: Path, language: str, domain: str) -> Catalog:
    """A catalogue as people write it; empty when there is none."""
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file, locale="vi" if language == "vi" else None)


def compiled(file: BinaryIO) -> dict[object, str]:
    """What gettext reads out of a compiled catalogue, without the lines about the catalogue itself."""
    held = dict(GNUTranslations(file)._catalog)
    held.pop("")
    return held


def texts(catalogue: Catalog) -> dict[tuple[str | None, str], Message]:
    """Context and English text → message."""
    return {(text.context, forms(text.id)[0]): text for text in catalogue if text.id}


def forms(text) -> tuple[str, ...]:
    """One text, or its forms for one and for many."""
    return (text,) if isinstance(text, str) else tuple(text)


def translated(catalogue: Catalog) -> set[tuple[str | None, str]]:
    """The keys of the texts that are put into Vietnamese, and not in doubt."""
    return {key for key, text in texts(catalogue).items() if any(forms(text.string)) and not text.fuzzy}


def values(text: str) -> set[str]:
    """The places of values and the marks of HTML in a text."""
    return set(_HELD.findall(text))


def of_the_desk() -> list[Path]:
    """The catalogues of Wagtail and of its tags, as far as they are installed."""
    desk = [app for app in apps.get_app_configs() if app.name.startswith(("wagtail", "taggit"))]
    return [Path(app.path) / "locale" for app in desk]


@pytest.mark.parametrize("domain", DOMAINS)
def test_what_is_compiled_is_what_is_written(domain):
    anew = BytesIO()
    write_mo(anew, written(OURS, "vi", domain))
    anew.seek(0)
    with (OURS / "vi" / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
        assert compiled(file) == compiled(anew), "make texts"


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_is_left_empty_or_in_doubt(domain):
    ours = written(OURS, "vi", domain)
    assert set(texts(ours)) == translated(ours)


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_of_the_desk_has_a_vietnamese_one(domain):
    ours = translated(written(OURS, "vi", domain))
    lacking = {
        key
        for folder in of_the_desk()
        for key in texts(written(folder, "en", domain)).keys() - translated(written(folder, "vi", domain)) - ours
    }
    assert lacking == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_value_and_mark_has_its_place(domain):
    for text in texts(written(OURS, "vi", domain)).values():
        one, *many = forms(text.id)
        ours = values(forms(text.string)[0])
        assert one == _WITHOUT_A_NAME or values(one) <= ours, one
        assert ours <= values(one).union(*map(values, many)), one


@pytest.mark.parametrize("domain", DOMAINS)
def test_white_space_at_the_ends_is_kept(domain):
    for text in texts(written(OURS, "vi", domain)).values():
        english, vietnamese = forms(text.id)[0], forms(text.string)[0]
        assert [end.isspace() for end in (english[0], english[-1])] == [
            end.isspace() for end in (vietnamese[0], vietnamese[-1])
        ], english


def test_fields_without_a_name_are_named_in_vietnamese():
    labels = [form.base_fields[name].label for form, names in LABELS.items() for name in names]
    assert [label for label in labels if foreign_words(label)] == []
