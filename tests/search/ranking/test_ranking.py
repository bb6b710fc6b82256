"""The order of hits."""

from dataclasses import replace

from search.question.query import take_apart
from search.question.terms import name_form
from search.ranking.fields import IN_NAMES, IN_TEXT
from search.ranking.postings import Candidate, Frequencies
from search.ranking.ranking import Idf, order, shares


def candidate(key: str, title: str, **values) -> Candidate:
    told = {"is_current": True, "rank": 0.0} | values
    return Candidate(key, "procedure", title, [name_form(title)], **told)


def ordered(text: str, *candidates: Candidate, also: str = "") -> list[str]:
    asked = [take_apart(each) for each in (text, also) if each]
    candidates = [replace(each, is_named=any(one.name in each.names for one in asked)) for each in candidates]
    weights = {IN_NAMES: dict.fromkeys(shares(asked), 1.0), IN_TEXT: {"text": 100.0}}
    found = order(candidates, asked, weights, shares(asked), Idf(Frequencies(1000, {}), IN_TEXT))
    return [candidate.key for _, candidate in found]


def test_a_rare_term_says_more_and_none_says_nothing():
    rarity = Idf(Frequencies(1000, {IN_TEXT: {"rare": 1, "common": 100, "everywhere": 1000}}), IN_TEXT)
    assert rarity("unknown") > rarity("rare") > rarity("common") > rarity("everywhere") > 0


def test_another_wording_counts_less_than_the_question():
    told = shares([take_apart("sổ đỏ"), take_apart("sổ hồng")])
    assert told["so"] == told["do"] == 1.0
    assert 0 < told["hong"] < 1


def test_the_sentence_that_asks_counts_more_than_the_story_before_it():
    told = shares([take_apart("Con tôi sinh ở Lào năm ngoái. Nay đăng ký khai tử cho ông nội.")])
    assert told["khai_tu"] > told["lao"] == 1.0


def test_a_short_name_is_soon_said_by_a_long_question():
    short, nearer = candidate("short", "Khai báo tạm vắng"), candidate("nearer", "Khai báo tạm vắng lạ", rank=1.0)
    story = " ".join(f"chuyện{number}" for number in range(40))
    assert ordered("tôi khai báo tạm vắng", nearer, short) == ["short", "nearer"]
    assert ordered(f"tôi khai báo tạm vắng {story}", nearer, short) == ["nearer", "short"]


def test_a_name_in_another_wording_stands_first_after_the_name_in_the_question():
    asked, other = candidate("asked", "Sổ đỏ"), candidate("other", "Giấy chứng nhận quyền sử dụng đất")
    third = candidate("third", "Giấy chứng nhận quyền sử dụng đất lần đầu cho hộ gia đình", rank=9.0)
    assert ordered("sổ đỏ", third, other, asked, also=other.title) == ["asked", "other", "third"]


def test_the_asked_name_stands_first_and_a_shorter_name_above_a_longer():
    plain = candidate("plain", "Thủ tục đăng ký kết hôn")
    longer = candidate("longer", "Đăng ký kết hôn lưu động tại khu vực biên giới", rank=9.0)
    assert ordered("đăng ký kết hôn", longer, plain) == ["plain", "longer"]
    assert ordered("kết hôn ở xã", candidate("longer", longer.title), plain) == ["plain", "longer"]


def test_what_ended_stands_below_even_when_it_has_the_very_name():
    ended = candidate("ended", "Tách sổ hộ khẩu", is_current=False)
    current = candidate("current", "Xác nhận về hộ khẩu cũ")
    assert ordered("tách sổ hộ khẩu", ended, current) == ["current", "ended"]


def test_an_asked_code_stands_first_its_holder_in_force_before_a_former_one():
    former = candidate("former", "A", code_place=1)
    own = candidate("own", "B", code_place=0)
    ended = candidate("ended", "C", code_place=0, is_current=False)
    other = candidate("other", "1001193", matched={IN_TEXT: {"text"}})
    assert ordered("1001193", other, ended, former, own) == ["own", "former", "ended", "other"]


def test_equals_stand_in_a_fixed_order():
    pages = [candidate(key, "Khai tử") for key in "cab"]
    assert ordered("khai tử", *pages) == ["a", "b", "c"]
