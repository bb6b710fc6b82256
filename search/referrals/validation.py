"""Why an answer of the kind "not here, but there" cannot be taken, in words that an editor can act on."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from search.question.phrases import folded_words
from search.referrals.matching import words_of_name
from search.referrals.reading import Referral
from vietnamese.telephone import numbers

LEAST_NAMES, MOST_NAMES = 2, 12
LONGEST_NAME = 60  # characters
_ON_THE_WEB = ("https://", "http://")


def complaints(referral: Referral, others: Collection[Referral] = ()) -> Mapping[str, list[str]]:
    """Part of the answer ("names", "link") → what is wrong with it beside the others; none: it can be taken."""
    found = {"names": list(_about_names(referral.names)) or list(_held_by(referral.names, others))}
    if referral.telephone and not numbers(referral.telephone):
        found["telephone"] = ["Không thấy số điện thoại nào gọi được trong dòng này."]
    if referral.link and not referral.link.startswith(_ON_THE_WEB):
        found["link"] = ["Địa chỉ phải bắt đầu bằng https:// hoặc http://."]
    return {part: said for part, said in found.items() if said}


def _about_names(names: Sequence[str]) -> Iterator[str]:
    if not LEAST_NAMES <= len(names) <= MOST_NAMES:
        yield f"Ghi từ {LEAST_NAMES} đến {MOST_NAMES} cách hỏi, mỗi dòng một cách."
    for name in names:
        if len(name) > LONGEST_NAME:
            yield f"“{name[:30]}…” dài quá {LONGEST_NAME} ký tự: hãy rút gọn."
        elif not words_of_name(name):
            yield f"“{name}” chỉ có những chữ câu hỏi nào cũng có thể có: hãy thêm chữ nói rõ việc gì."


def _held_by(names: Sequence[str], others: Collection[Referral]) -> Iterator[str]:
    holders = {folded_words(name): other for other in others for name in other.names}
    for name in names:
        if other := holders.get(folded_words(name)):
            yield f"“{name}” đã có ở mục “{other.title}”: một cách hỏi chỉ dẫn tới một nơi."
