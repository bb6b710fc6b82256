"""The starting set: every line can be taken, and is written once."""

import pytest

from search.models import StartingRule, SynonymRule, WordsStamp
from search.question.rule_validation import complaints
from search.question.starting_rules import load_starting_rules, read_rules, starting_rules
from search.question.synonyms import Rule, Synonyms

pytestmark = pytest.mark.database_differs

MODELS = (SynonymRule, StartingRule, WordsStamp)


def test_a_line_is_a_rule():
    text = "# lời giải thích\n\nsổ đỏ | bìa đỏ → giấy chứng nhận\n!CMND ↔ căn cước\n"
    assert list(read_rules(text)) == [
        Rule(("sổ đỏ", "bìa đỏ"), ("giấy chứng nhận",)),
        Rule(("CMND",), ("căn cước",), both_ways=True, marks="must"),
    ]


def test_a_line_without_an_arrow_is_refused_by_its_number():
    with pytest.raises(ValueError, match="Dòng 2"):
        list(read_rules("a → b\nsổ đỏ = giấy"))


def test_an_editor_could_have_written_every_rule():
    rules = starting_rules()
    faults = {rule.everyday[0]: complaints(rule, [other for other in rules if other is not rule]) for rule in rules}
    assert {name: told for name, told in faults.items() if told} == {}
    assert len(rules) >= 150


def test_no_wording_stands_in_two_rules():
    wordings = [wording.casefold() for rule in starting_rules() for wording in rule.everyday]
    assert sorted(wordings) == sorted(set(wordings))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("làm sổ đỏ", "giấy chứng nhận"), ("giay doc than", "tình trạng hôn nhân"), ("bang lai", "giấy phép lái xe")],
)
def test_everyday_words_lead_to_those_of_the_law(typed, meant):
    assert any(meant in wording for wording in Synonyms(starting_rules()).wordings(typed))


def test_a_drawing_is_no_land_certificate():
    assert Synonyms(starting_rules()).wordings("sơ đồ thửa đất") == ()


@pytest.mark.django_db
def test_the_set_is_there_from_the_beginning_and_is_loaded_once():
    assert SynonymRule.objects.count() == len(starting_rules())
    assert load_starting_rules(*MODELS) == 0


@pytest.mark.django_db
def test_what_an_editor_deleted_or_changed_stays_so():
    SynonymRule.objects.filter(everyday__startswith="sổ đỏ").delete()
    SynonymRule.objects.filter(everyday__startswith="giấy độc thân").update(official="khác")
    StartingRule.objects.get(name="hộ khẩu").delete()  # as if a newer version of the portal had brought it
    assert load_starting_rules(*MODELS) == 1
    assert not SynonymRule.objects.filter(everyday__startswith="sổ đỏ").exists()
    assert SynonymRule.objects.get(everyday__startswith="giấy độc thân").official == "khác"
