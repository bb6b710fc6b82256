"""How people ask for offices, forms, documents and decisions, to measure by: ways written by hand, filled from the
portal's rows. No rule of the finder reads them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from search.judging.questions import Judged
from vietnamese.fold import fold

#: Around the name of an office.
OFFICES = tuple(
    """
sđt {}|số điện thoại {} là bao nhiêu|cho xin số máy của {}|cho hỏi {} ở đâu|{} nằm chỗ nào vậy|địa chỉ {}
giờ làm việc của {}|{} mấy giờ mở cửa|thứ bảy {} có làm việc không|{}|muốn gọi cho {} thì gọi số nào
{} làm việc tới mấy giờ|đường tới {}|liên hệ {} bằng cách nào|chiều nay {} còn mở cửa không|{} đóng ở mô rứa
tui muốn gặp {} thì đi đâu|trưa {} có nghỉ không|hôm nay {} có ai trực không|đt bàn {}|xin hotline {}
{} có tiếp dân ngày thứ sáu không|trụ sở {} ở đường nào|em cần lên {} mà không biết ở khúc nào
""".strip()
    .replace("\n", "|")
    .split("|")
)
#: What the registry writes → what people say for it.
SHORTER = (
    ("Ủy ban nhân dân", ("ubnd", "ủy ban", "UBND")),
    ("Trung tâm Phục vụ hành chính công", ("một cửa", "trung tâm hành chính công", "TTPVHCC", "bộ phận một cửa")),
    ("Công an", ("công an", "CA", "đồn công an")),
    ("Bảo hiểm xã hội", ("bhxh", "cơ quan bảo hiểm xã hội")),
    ("Văn phòng Đăng ký đất đai", ("vpđkđđ", "văn phòng đất đai")),
    ("Chi cục Hải quan khu vực", ("chi cục hải quan", "hải quan")),
)
FORMS = ("mẫu {}", "tờ khai {}", "{} tải ở đâu", "biểu mẫu {}", "cho xin mẫu {}", "{}")
DOCUMENTS = ("{}", "tìm {}", "nội dung {}", "{} còn hiệu lực không")
#: Around the old name of a commune, by the kind of office.
IN_OLD_COMMUNES = {
    "commune_committee": ("ubnd {}", "ủy ban nhân dân {} ở đâu", "sđt ủy ban {}"),
    "counter": ("một cửa {} mấy giờ mở cửa", "trung tâm hành chính công {}"),
    "central": ("công an {} ở đâu", "số điện thoại công an {}"),
}
DECISIONS = ("{}", "quyết định {}", "quyết định số {}", "qđ {}")


def said(name: str) -> Iterator[str]:
    """An office's name as it is written, and as people say it."""
    yield name
    for written, spoken in SHORTER:
        if name.startswith(written):
            yield from (name.replace(written, each) for each in spoken)
    beginning = name.split(" và ")[0].split(",")[0]
    if name.startswith("Sở ") and beginning != name:
        yield beginning


#: A name → how people say it.
Spoken = Callable[[str], Sequence[str]]
#: Name → the addresses of which any one answers who asks for it.
Answers = Mapping[str, frozenset[str]]


def offices(answers: Answers, number: int) -> Iterator[Judged]:
    """So many questions for offices, by their names: as many of each, in other ways and words each time."""
    return _filled("office", OFFICES, answers, number, lambda name: list(said(name)))


def old_communes(by_kind: Mapping[str, Answers], number: int) -> Iterator[Judged]:
    """So many questions for the offices of communes that are no more; `by_kind`: kind of office → commune → answers."""
    each = -(-number // len(by_kind)) if by_kind else 0
    for kind, answers in by_kind.items():
        yield from _filled(f"old commune, {kind}", IN_OLD_COMMUNES[kind], answers, each, lambda name: [_small(name)])


def forms(answers: Answers, number: int) -> Iterator[Judged]:
    """So many questions for forms by their numbers, as papers write them and in small letters."""
    return _filled("form", FORMS, answers, number, lambda name: [name, name.lower()])


def documents(answers: Answers, number: int) -> Iterator[Judged]:
    """So many questions for documents by their titles, with marks and without."""
    return _filled("document", DOCUMENTS, answers, number, lambda name: [fold(name), _small(name)])


def decisions(answers: Answers, number: int) -> Iterator[Judged]:
    """So many questions for decisions by their numbers."""
    return _filled("decision", DECISIONS, answers, number, lambda name: [name, name.lower()])


def _filled(kind: str, ways: Sequence[str], answers: Answers, number: int, spoken: Spoken) -> Iterator[Judged]:
    names = list(answers)
    for at in range(number if names else 0):
        name, round_ = names[at % len(names)], at // len(names)
        words = spoken(name)
        text = ways[(at + round_) % len(ways)].format(words[(at + round_) % len(words)])
        yield Judged(f"{kind}-{at}", kind, text, answers[name])


def spread(names: Iterable[str], number: int) -> list[str]:
    """So many of the names, from all over their order."""
    ordered = sorted(set(names))
    return ordered[:: max(len(ordered) // number, 1)][:number]


def _small(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"
