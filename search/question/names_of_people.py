"""Whether a question may name a person: rather too often, since a question that is not counted costs little."""

import re

from vietnamese.fold import fold
from vietnamese.plain_signs import labels

#: As they are written; without those that mostly begin other words ("vũ trang", "lưu hành").
_FAMILIES = labels(
    "nguyễn trần lê phạm hoàng huỳnh phan võ đặng bùi đỗ hồ ngô dương đinh trịnh mai đào phùng tạ châu quách triệu"
    " kiều diệp tống lò giàng sùng nông bế siu ksor lường quàng tòng"
)
#: Those that say hardly anything else where nobody writes the marks.
_FAMILIES_BARE = labels("nguyen tran huynh bui ngo quach")
_GIVEN = labels(
    "an anh ba bach bao bich binh cam chau chi chien chinh chung cuc cuong dai dan dat diem diep dieu dinh doan dong"
    " duc dung duong duy giang gia ha hai han hang hanh hao hien hiep hieu hoa hoai hoan hoang hong hue hung huong huu"
    " huy huyen khai khanh khiem khoa khoi kien kieu kim ky lam lan le lien linh loan loc loi long luan luc luong ly"
    " mai man manh minh my nam nga ngan nghia ngoc nguyen nguyet nhan nhat nhi nhien nhung nhu oanh phat phong phu phuc"
    " phuong quan quang que quoc quy quyen quynh sang son sinh suong tai tam tan thach thai than thang thanh thao the"
    " thi thien thinh tho thoa thu thuan thuy thuong tien tin toan trang tri trinh trong truc trung truong tu tuan tue"
    " tung tuyen tuyet uyen van viet vinh vu vuong vy xuan yen"
)
#: Whom one calls so, too: "của ông bà", "của anh chị".
_KIN = labels("anh ba chi chau")
#: "Of Mrs Lan": who it is stands behind it, with the marks or, where nobody writes them, without.
_CALLED = re.compile(r"\b(?:của|cho|tên)\s(?:ông|bà|anh|chị|cháu|em|bé|cô|chú|bác)\s([^\W\d_]+)")
_CALLED_BARE = re.compile(r"\bcua\s(?:ong|ba|anh|chau|be)\s([a-z]+)")
_OF = re.compile(
    r"\b(?:cua|ten|ten la)\s(?:le|vo|do|ho|ly|vu|hoang|phan|dang|duong|dinh|trinh|mai|truong|dao)\s([a-z]+)\s([a-z]+)"
)
#: A day in words, mostly of birth.
_DAY = re.compile(
    r"\bngay \d{1,2} thang \d{1,2}(?: nam \d{2,4})?\b|\bsinh (?:ngay|nam) \d|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b"
)
#: A city that bears a person's name.
_CITY = re.compile(r"\bhồ chí minh\b|\bho chi minh\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def may_name_somebody(question: str) -> bool:
    """Of a question as it was typed: its capitals are looked at, too."""
    bare = fold(question)
    marked = map(fold, _CALLED.findall(question.casefold()))
    called = {*(_CALLED_BARE.findall(bare) if question.isascii() else marked)} - _KIN
    of = any(first in _GIVEN and second in _GIVEN for first, second in _OF.findall(bare))
    return of or bool(called & _GIVEN) or bool(_DAY.search(bare)) or _has_name(question)


def _has_name(question: str) -> bool:
    """A family name with two names behind it, known ones or such with capitals."""
    words = _WORD.findall(_CITY.sub(" ", question))
    families = _FAMILIES_BARE if question.isascii() else _FAMILIES
    known = [fold(word) in _GIVEN for word in words]
    large = [word.istitle() for word in words]
    return any(
        word.casefold() in families and (all(known[at + 1 : at + 3]) or all(large[at : at + 3]))
        for at, word in enumerate(words[:-2])
    )
