"""The order of hits."""

from dataclasses import replace

from search.question.meant import Meant, as_written
from search.question.query import take_apart
from search.question.terms import known_words, name_form, spelled_name, spelled_words
from search.ranking.fields import IN_NAMES, IN_SAID, IN_TEXT
from search.ranking.postings import Candidate, Frequencies
from search.ranking.ranking import Idf, order, shares
from search.ranking.weights import OTHER_MARKS, as_spoken


def candidate(key: str, title: str, **values) -> Candidate:
    told = {"is_current": True, "rank": 0.0} | values
    said = told.pop("said", [])
    spoken = {
        "said": [" ".join(known_words(each)) for each in said],
        "said_spelled": [" ".join(spelled_words(each)) for each in said],
    }
    return Candidate(key, "procedure", title, [name_form(title)], spelled=[spelled_name(title)], **spoken, **told)


def ordered(text: str, *candidates: Candidate, also: str = "") -> list[str]:
    asked = [take_apart(each) for each in (text, also) if each]
    candidates = [replace(each, is_named=any(one.name in each.names for one in asked)) for each in candidates]
    weights = {IN_NAMES: dict.fromkeys(shares(asked), 1.0), IN_TEXT: {"text": 100.0}}
    meant = Meant(as_written(text), OTHER_MARKS)
    found = order(candidates, asked, weights, shares(asked), Idf(Frequencies(1000, {}), IN_TEXT), meant)
    return [candidate.key for _, candidate in found]


def test_a_rare_term_says_more_and_none_says_nothing():
    rarity = Idf(Frequencies(1000, {IN_TEXT: {"rare": 1, "common": 100, "everywhere": 1000}}), IN_TEXT)
    assert rarity("unknown") > rarity("rare") > rarity("common") > rarity("everywhere") > 0


def test_another_wording_counts_less_than_the_question():
    told = shares([take_apart("sổ đỏ"), take_apart("sổ hồng")])
    assert told["so"] == told["do"] == 1.0
    assert 0 < told["hong"] < 1


def test_what_persons_and_states_mean_counts_least_and_never_less_than_what_was_asked():
    told = shares([take_apart("bố mất"), take_apart("cha chết")], [take_apart("đăng ký khai tử cha")])
    assert 0 < told["khai_tu"] < told["chet"] == told["cha"] < told["bo"]


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


def spoken(text: str, *candidates: Candidate) -> list[str]:
    return [one.key for _, one in scored(text, *candidates)]


def scored(text: str, *candidates: Candidate) -> list[tuple[float, Candidate]]:
    """The candidates with their points, where nothing but what people say counts."""
    asked = [take_apart(text)]
    told = shares(asked)
    weights = {IN_NAMES: {}, IN_TEXT: {}, IN_SAID: {term: 0.1 * as_spoken(len(text.split())) for term in told}}
    rarity, meant = Idf(Frequencies(1000, {}), IN_TEXT), Meant(as_written(text), OTHER_MARKS)
    return order(candidates, asked, weights, told, rarity, meant)


def test_what_people_say_in_one_phrase_counts_more_than_the_same_words_here_and_there():
    whole = candidate("whole", "Trợ cấp thờ cúng", said=["ong noi mat de lai dat", "xin tien gio"])
    parts = candidate("parts", "Cấp đổi thẻ", rank=0.5, said=["ong noi doi the", "mat the", "de lai", "dat coc"])
    assert spoken("ông nội mất để lại đất", parts, whole) == ["whole", "parts"]


def test_a_phrase_that_says_much_else_counts_less_than_one_that_says_just_that():
    just = candidate("just", "Cấp lại thẻ", said=["mat the"])
    more = candidate("more", "Cấp đổi thẻ", rank=0.5, said=["mat the thi doi sang the moi loai khac o dau vay"])
    assert spoken("mất thẻ", more, just) == ["just", "more"]


def test_a_long_story_is_none_of_the_phrases_of_people():
    assert as_spoken(2) == as_spoken(12) == 1.0
    assert as_spoken(40) < 0.2


def test_names_that_say_all_that_was_asked_are_not_told_apart_by_the_length_of_a_phrase():
    plain = candidate("plain", "Đăng ký khai sinh", rank=0.1, said=["sinh con thi di khai sinh cho chau o dau"])
    again = candidate("again", "Đăng ký lại khai sinh", said=["khai sinh lai"])
    assert spoken("khai sinh", again, plain) == ["plain", "again"]


def test_a_name_with_other_marks_stands_below_one_that_says_the_very_words():
    sale, copy = candidate("sale", "Bán nhà"), candidate("copy", "Bản nhà", rank=1.0)
    assert ordered("bán nhà nước", copy, sale) == ["sale", "copy"]
    assert ordered("ban nha nuoc", copy, sale) == ["copy", "sale"]


def test_a_phrase_with_other_marks_says_less_and_one_without_any_says_as_much():
    allowance = candidate("allowance", "Một", said=["xin trợ cấp"])
    return_home = candidate("return", "Hai", rank=0.5, said=["xin trở về"])
    bare = candidate("bare", "Ba", rank=0.5, said=["xin tro cap"])
    assert spoken("xin trợ cấp", return_home, allowance) == ["allowance", "return"]
    assert spoken("xin trợ", return_home, allowance) == ["allowance", "return"]
    assert spoken("xin trợ cấp", allowance, bare) == ["bare", "allowance"]


def test_a_name_of_other_marks_is_not_the_asked_name():
    asked, other = candidate("asked", "Cho bán nhà ở", rank=2.0), candidate("other", "Bản nhà")
    assert ordered("bán nhà", other, asked) == ["asked", "other"]
    assert ordered("ban nha", asked, other) == ["other", "asked"]


def test_a_phrase_of_which_half_was_asked_is_worth_less_than_half_of_one_that_was_asked_whole():
    whole = candidate("whole", "Một", said=["diều đứt dây bay"])
    half = candidate("half", "Hai", said=["diều đứt dây bay tìm chủ trả lại"])
    points = {one.key: points for points, one in scored("diều đứt dây bay", whole, half)}
    assert 0 < points["half"] < 0.45 * points["whole"]
