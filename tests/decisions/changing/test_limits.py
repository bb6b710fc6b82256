"""A cut limit stands beside the one by law, at the channels that have the limit which the line names."""

from dataclasses import replace

from decisions.changing.limits import NO_AFTER, NO_CHANNELS, reduced
from decisions.models import DecisionLine
from procedures_catalog.facts.record import Channel, TimeLimit

FIVE, THREE = TimeLimit("5", "working_day"), TimeLimit("3", "day")
BOTH = (Channel("direct", FIVE), Channel("postal", FIVE))


def line(before: str = "05 ngày làm việc", after: str = "2,5 ngày làm việc", **more) -> DecisionLine:
    return DecisionLine(kind="cut", name="Thả diều", before=before, after=after, **more)


def test_every_channel_with_that_limit_has_the_reduced_one_beside_it():
    cut, asks = reduced(BOTH, line())
    assert asks == []
    assert [(each.time_limit, each.reduced) for each in cut] == [(FIVE, TimeLimit("2.5", "working_day"))] * 2


def test_without_a_limit_before_every_channel_is_meant():
    cut, _ = reduced((Channel("direct", FIVE), Channel("online", THREE)), line(before="", after="1 ngày"))
    assert [each.reduced for each in cut] == [TimeLimit("1", "day")] * 2


def test_a_channel_with_another_limit_is_asked_about_and_nothing_is_cut():
    channels = (Channel("direct", FIVE), Channel("online", THREE))
    cut, (why,) = reduced(channels, line())
    assert cut == channels
    assert why == "thời hạn trước “5 ngày làm việc” không phải thời hạn hiện nay của thủ tục (trực tuyến: 3 ngày)"


def test_a_person_may_say_that_only_the_channels_with_that_limit_are_cut():
    cut, asks = reduced((Channel("direct", FIVE), Channel("online", THREE)), line(is_partly=True))
    assert asks == []
    assert [bool(each.reduced.number) for each in cut] == [True, False]


def test_where_no_channel_has_that_limit_saying_so_is_not_enough():
    assert reduced(BOTH, line(before="7 ngày", is_partly=True))[1]


def test_what_is_no_single_limit_is_asked_about():
    assert reduced(BOTH, line(after=""))[1] == [NO_AFTER]
    assert "không phải một thời hạn duy nhất" in reduced(BOTH, line(after="5 ngày; nếu xác minh 10 ngày"))[1][0]
    assert reduced((), line())[1] == [NO_CHANNELS]


def test_a_cut_that_is_longer_is_asked_about():
    (why,) = reduced(BOTH, line(after="9 ngày làm việc"))[1]
    assert "dài hơn thời hạn hiện nay" in why


def test_a_unit_that_the_catalogue_has_no_word_for_stays_a_sentence():
    cut, _ = reduced(BOTH, line(after="2 giờ làm việc"))
    assert cut[0].reduced == TimeLimit(unit="other", text="2 giờ làm việc")
    assert replace(cut[0], reduced=TimeLimit()) == BOTH[0]
