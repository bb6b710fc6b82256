"""Which published things show an uploaded file, or will as others have read it, and whose right it is to put another
in its place: of those alone who may publish them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.permissions import page_permission_policy

from pages.files.drafts import fixed_with, promised_with
from pages.referring import pages_with

File: TypeAlias = AbstractDocument | AbstractImage
#: So many places are named; asked is after all.
MOST_NAMED = 20
REFUSED = (
    "Tệp này đang được dùng ở {places}. Chỉ người được công bố ở đó mới thay, chuyển hay xóa tệp được. Hãy tải tệp mới "
    "lên thành tài liệu khác rồi gửi duyệt."
)
FIXED = (
    "Tệp này nằm trong {places} đã được duyệt và hẹn giờ công bố, nên chưa ai thay, chuyển hay xóa được. Hãy bỏ giờ "
    "hẹn, thay tệp, lưu lại bản nháp rồi để người khác duyệt."
)


class Use(NamedTuple):
    """What shows a file, in words ("trang “Đăng ký tạm trú”"), and whether the person may publish it."""

    told: str
    may_publish: bool


#: What of a floor above shows a file, for a person.
Uses: TypeAlias = Callable[[File, Any], Iterable[Use]]
_floors: list[Uses] = []


def say_uses(uses: Uses) -> None:
    """A floor above says what of its own shows files besides pages; said twice it counts once."""
    if uses not in _floors:
        _floors.append(uses)


def uses_of(file: File, person: Any) -> list[Use]:
    """What shows a file, first what the person may not publish. Four queries for pages, others for the floors above."""
    found = [*_on_pages(file, person), *(use for uses in _floors for use in uses(file, person))]
    return sorted(found, key=lambda use: use.may_publish)


def refusal(file: File, person: Any) -> str:
    """Why a person may not put another in the place of a file or take it away; "" for who may."""
    refused = [use for use in uses_of(file, person) if not use.may_publish]
    return REFUSED.format(places=", ".join(named(refused))) if refused else _fixed(file)


def _fixed(file: File) -> str:
    """Why nobody may: another has approved a text with it for an hour at which nobody looks any more. What the public
    sees already, it is shown by its publishers."""
    pages = [] if pages_with(file).live().exists() else fixed_with(file).order_by("title")
    uses = [Use(f"trang “{page.title}”", False) for page in pages]
    return FIXED.format(places=", ".join(named(uses))) if uses else ""


def named(uses: Sequence[Use]) -> list[str]:
    """In words; of many the first, and how many more."""
    more = len(uses) - MOST_NAMED
    return [*(use.told for use in uses[:MOST_NAMED]), *([f"{more} nơi khác"] if more > 0 else [])]


def _on_pages(file: File, person: Any) -> list[Use]:
    promised = {page.pk: f"trang “{page.title}” (chờ duyệt hoặc chờ giờ công bố)" for page in promised_with(file)}
    shown = {page.pk: f"trang “{page.title}”" for page in pages_with(file).live()}
    told = promised | shown
    own = page_permission_policy.instances_user_has_permission_for(person, "publish")
    may_publish = set(own.filter(pk__in=told).values_list("pk", flat=True))
    return [Use(words, pk in may_publish) for pk, words in sorted(told.items(), key=lambda each: each[1])]
