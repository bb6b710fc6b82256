"""The order of hits."""

from search.query import take_apart
from search.ranking import Candidate, order, weight
from search.terms import name_form


def candidate(key: str, title: str, **values) -> Candidate:
    told = {"is_current": True, "rank": 0.0} | values
    return Candidate(key, "procedure", title, [name_form(title)], **told)


def ordered(text: str, *candidates: Candidate) -> list[str]:
    asked = take_apart(text)
    weights = {term: weight(term, 5, 1000) for term in (*asked.words, *asked.pairs)}
    return [found.key for _, found in order(candidates, asked, weights)]


def test_a_rare_term_weighs_more_and_none_weighs_nothing():
    assert weight("a", 1, 1000) > weight("a", 100, 1000) > weight("a", 1000, 1000) > 0
    assert weight("a_b", 10, 1000) > weight("a", 10, 1000)


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
    other = candidate("other", "1001193", in_text=100.0)
    assert ordered("1001193", other, ended, former, own) == ["own", "former", "ended", "other"]


def test_what_hardly_fits_is_left_out():
    assert ordered("đăng ký kết hôn", candidate("a", "Đăng ký kết hôn"), candidate("b", "Đăng bạ", in_text=0.1)) == [
        "a"
    ]


def test_equals_stand_in_a_fixed_order():
    pages = [candidate(key, "Khai tử") for key in "cab"]
    assert ordered("khai tử", *pages) == ["a", "b", "c"]
