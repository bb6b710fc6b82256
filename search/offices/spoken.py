"""What people say when they ask for an office: the words around its name, and other words for some names."""

from collections.abc import Iterable, Mapping, Sequence

from search.question.phrases import Word, pieces_of


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for line in text.strip().splitlines() for phrase in line.split("|"))


#: Whoever says one of these wants to reach somebody, or to know when he is there.
REACHING = _phrases("""
số điện thoại|điện thoại|sđt|sdt|đt|số máy|số máy bàn|số hotline|hotline|đường dây nóng|số nóng|số gọi|gọi số nào
gọi số mấy|gọi điện|gọi cho|thư điện tử|địa chỉ email
giờ làm việc|giờ giấc làm việc|giờ mở cửa|giờ đóng cửa|giờ hành chính|giờ tiếp dân|giờ nhận hồ sơ|giờ giấc|lịch làm việc
lịch tiếp dân|thời gian làm việc|thời gian mở cửa|mấy giờ mở cửa|mấy giờ đóng cửa|mấy giờ làm việc|mấy giờ
làm việc mấy giờ|thứ bảy có làm việc|thứ 7 có làm việc|chủ nhật có làm việc|cuối tuần có làm việc
""")
_WHERE = ("ở đâu", "đâu", "ở chỗ nào", "chỗ nào", "ở chỗ mô", "chỗ mô", "ở mô", "mô", "ở khúc nào", "khúc mô")
#: And of these, to go there, if the office is named.
GOING = tuple(f"{stands} {where}".strip() for stands in ("", "nằm", "đóng", "đặt") for where in _WHERE) + _phrases("""
liên hệ|liên lạc|email|zalo|mở cửa|đóng cửa|nghỉ trưa|có nghỉ trưa|có làm việc|có mở cửa|có làm|còn làm việc|làm việc
đường nào|khúc nào|khúc mô|nơi nào
địa chỉ|đ/c|trụ sở|trụ sở chính|bản đồ|chỉ đường|đường đi|đi đường nào|đường tới|đường đến|vị trí|đến đâu|tới đâu
""")
#: What says nothing of which office is meant.
EMPTY = _phrases("""
cho hỏi|cho tôi hỏi|cho em hỏi|cho mình hỏi|cho xin|xin hỏi|muốn hỏi|muốn biết|cần biết|cần tìm|làm ơn|cảm ơn
là bao nhiêu|bao nhiêu|là gì|là số mấy|số mấy|số nào|như thế nào|thế nào|hôm nay|bữa nay|ngày mai|bây giờ|thứ bảy
thứ 7|t7|thứ sáu|thứ 6|thứ hai|thứ 2|thứ ba|thứ 3|thứ tư|thứ 4|thứ năm|thứ 5|chủ nhật|chúa nhật|cuối tuần
ngày lễ|chiều nay|sáng nay|trưa nay|chiều mai|sáng mai|buổi sáng|buổi chiều
buổi trưa
của|ở|tại|thuộc|là|thì|có|không|ko|k|được|vậy|ạ|nhé|nha|nghe|hả
nhỉ|hè|nghen|hen|hén|hả|hở|ta|zậy|dậy|hôn|hông|hem|đó|này|ấy|kia|nằm|đóng|hay|rồi|nữa|chớ|chứ|luôn|cả|ngày|buổi
rứa|răng|dạ|alo|ơi|với|giùm|giúp|dùm|tôi|tui|em|anh|chị|con|cháu|mình|xin|cho|hỏi|biết|cần|muốn|tìm|gặp|gọi|đến|tới|ra|lên|vào|đi|về
trực|nào|mô|đâu|gì|lúc|giờ|còn|chưa|mấy|sáng|chiều|trưa|đang|làm|việc|số|nơi|chỗ|bàn|cơ quan|cấp|gần|nhất
""")
#: Who does this to a number or to hours is no caller: "đổi số điện thoại ở công an phường".
CHANGING = _phrases(
    "đổi|thay|thay đổi|cập nhật|sửa|đăng ký|khai báo|khai|quên|mất|hủy|thêm|xác thực|liên kết|tố cáo|lừa đảo"
)
#: From one of these on a question tells what somebody wants to say there.
WHAT_FOR = _phrases("để|để hỏi|hỏi về|hỏi việc|hỏi thủ tục|nhờ tư vấn")
#: Level of government → its words behind an office's name.
LEVELS: Mapping[str, tuple[str, ...]] = {
    "commune": _phrases("xã|phường|thị trấn|đặc khu|xã phường|phường xã"),
    "province": _phrases("tỉnh|thành phố|tp"),
}
COMMITTEE, CENTRE, POLICE = "ủy ban nhân dân", "trung tâm phục vụ hành chính công", "công an"
#: An office's name without its place → what else people call it.
ALSO_CALLED: Mapping[str, tuple[str, ...]] = {
    COMMITTEE: _phrases("ubnd|ub nhân dân|ủy ban|ub|trụ sở ủy ban"),
    CENTRE: _phrases("""
một cửa|bộ phận một cửa|quầy một cửa|trung tâm một cửa|phòng một cửa|trung tâm hành chính công|trung tâm hành chính
hành chính công|trung tâm hcc|tt hành chính công|tt hcc|tthcc|ttpvhcc|tt pvhcc|trung tâm pvhcc|pvhcc
phục vụ hành chính công|tt phục vụ hành chính công
bộ phận tiếp nhận và trả kết quả|bộ phận tiếp nhận hồ sơ|quầy tiếp nhận|quầy tiếp nhận hồ sơ
nơi tiếp nhận hồ sơ
"""),
    POLICE: _phrases("ca|đồn công an|trụ sở công an|cơ quan công an"),
    "bảo hiểm xã hội": _phrases("bhxh|cơ quan bảo hiểm xã hội|cơ quan bhxh|cơ quan bảo hiểm"),
    "thuế": _phrases("cơ quan thuế|cục thuế|chi cục thuế|phòng thuế"),
    "chi cục hải quan": _phrases("hải quan|cục hải quan|cơ quan hải quan"),
    "văn phòng đăng ký đất đai": _phrases("vpđkđđ|vpdkdd|văn phòng đất đai|vp đăng ký đất đai|vp đk đất đai"),
}
#: Names that are also what a procedure is about: alone they ask for no office.
MATTERS = _phrases("bảo hiểm xã hội|bhxh|thuế|hải quan")


class Phrasebook:
    """Phrases by their first word, the longest first; each with what it means."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[Sequence[Word], str]]] = {}
        for phrase, meaning in phrases:
            if words := pieces_of(phrase):
                self._by_first.setdefault(words[0].folded, []).append((words, meaning))
        for known in self._by_first.values():
            known.sort(key=lambda pair: -len(pair[0]))

    def at(self, words: Sequence[Word], start: int) -> tuple[int, str] | None:
        """The longest phrase that begins there: how many words it has, and what it means."""
        for phrase, meaning in self._by_first.get(words[start].folded, ()):
            said = words[start : start + len(phrase)]
            if len(said) == len(phrase) and all(map(Word.agrees_with, phrase, said)):
                return len(phrase), meaning
        return None
