"""With what names of agencies begin, so that a cell of several is cut where one begins and nowhere else."""

import re

#: A word that no name of an agency has inside, folded.
_ALONE = (
    "ubnd", "uy ban", "hdnd", "uy quyen", "tong cuc", "chi cuc", "cuc", "cong an",
    "cong doan", "cong ty",
    "tong cong ty", "tap doan", "trung tam", "chi nhanh", "ngan hang", "kho bac", "bao hiem", "thanh tra", "toa an",
    "vien kiem sat",
    "thi hanh an dan su", "cang vu", "bien phong", "don bien phong", "lien doan", "truong", "hoc vien", "benh vien",
    "quan khu", "quan chung", "trung uong doan", "chi huy truong", "tram y te", "thu tuong", "chinh phu", "quoc hoi",
    "chu tich", "giam doc", "bo truong", "thue", "hai quan", "khu quan ly", "dai su quan", "nguoi dung dau",
)  # fmt: skip
#: A word that also stands inside names or in sentences, and what must follow it or must not: “Phòng, chống thiên tai”,
#: “Bảo vệ thực vật” and “Công nghệ” begin no agency.
_WITH_MORE = (
    r"so (?!\d)[a-z]+", "don vi [a-z]+", "co quan [a-z]+", "co so [a-z]+", "vu (?!viec)", "van phong (?!pham)",
    "quy (?!dinh|hoach|trinh)", "doi (?:thue|thu tuc|quan ly)", "dai (?:tieng|truyen|phat|khi)",
    "bo phan (?:mot cua|tiep nhan|tiep cong dan)",
    "bo (?:cong an|quoc phong|ngoai giao|tu phap|tai chinh|cong thuong|noi vu|y te|xay dung|giao duc|khoa hoc)",
    "bo (?:nong nghiep|van hoa|dan toc|thong tin|giao thong|ke hoach|lao dong|tai nguyen)",
    "bo (?:tham muu|tong tham muu|chi huy|tu lenh)",
    "ban (?:quan ly|ql|qlda|dan toc|ton giao|chi huy|thi dua|co yeu|to chuc|noi chinh|tuyen giao)",
    "phong (?:kinh te|noi vu|tu phap|van hoa|giao duc|y te|nong nghiep|tai chinh|tai nguyen|quan ly|lao dong)",
    "phong (?:dan toc|chuyen mon|cong chung|dang ky|canh sat|xuat nhap|thanh tra|cong thuong|ha tang)",
    "to chuc (?:hanh nghe|tin dung|xa hoi|duoc)",
    "hoi (?:dong [a-z]+|nong dan|lien hiep|cuu chien binh|chu thap do|luat gia)",
)  # fmt: skip
_BEGINS = re.compile(rf"(?:cac )?(?:{'|'.join((*_ALONE, *_WITH_MORE))})\b")
#: Inside brackets and behind a stroke mostly stands to whom the agency before belongs.
_BEGINS_WITHIN = re.compile(r"so (?!\d)[a-z]|ubnd|uy ban nhan dan")
#: A place by its name goes on with what stands before it: “UBND phường Kinh Bắc, tỉnh Bắc Ninh”.
_NAMED_PLACE = re.compile(
    r"(?:tinh|thanh pho|tp\.?|huyen|quan(?! (?:khu|chung|doan|doi|y)\b)|thi xa|xa|phuong|dac khu) ?[a-z]"
)
#: A place without “cấp” or a body, which a name may have behind a comma: “Sở Tài chính các tỉnh, thành phố”.
_BARE_PLACE = re.compile(r"(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|tinh|thanh pho|tp)\b")
_ENDS_WITH_PLACE = re.compile(r"\b(?:tinh|thanh pho|xa|phuong|huyen|quan|thi tran)$")


def begins_agency(folded: str, *, within: bool = False) -> bool:
    """Whether a folded text begins like an agency; `within`: inside brackets or behind a stroke."""
    return bool((_BEGINS_WITHIN if within else _BEGINS).match(folded))


def is_named_place(folded: str) -> bool:
    """Whether a folded text begins with a place that has a name."""
    return bool(_NAMED_PLACE.match(folded))


def goes_on_with_places(folded: str, before: str) -> bool:
    """Whether places go on with a name that ends with one."""
    return bool(_BARE_PLACE.match(folded) and _ENDS_WITH_PLACE.search(before))
