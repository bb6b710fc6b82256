"""What two changes touch together, and that nothing is nothing."""

from consequences.touched import Touched


def test_together_they_touch_what_each_of_them_touches():
    one = Touched.of(pages=["/a/"], files=[1], frame=True)
    other = Touched.of(pages=["/b/", "/a/"], codes=["K7M3XQ2"])
    assert one | other == Touched.of(pages=["/a/", "/b/"], files=[1], codes=["K7M3XQ2"], frame=True)
    assert one | Touched() == one


def test_nothing_touches_nothing():
    assert not Touched()
    assert not Touched.of(pages=iter(()))


def test_each_kind_of_thing_alone_is_something():
    kinds = ({name: ["x"]} for name in ("entries", "pages", "lists", "feeds", "codes", "papers"))
    assert all(Touched.of(**kind) for kind in (*kinds, {"files": [0]}, {"frame": True}))
