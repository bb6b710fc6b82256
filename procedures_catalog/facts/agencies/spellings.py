"""The dictionary of agencies' names: how each kind of agency is spelt, in folded words; the first that fits counts."""

import re
from dataclasses import dataclass

#: Who stands for an agency: the agency is judged, but for the head of state, who has none.
PERSON = re.compile(
    r"^(?:pho )?(?:chu tich(?! nuoc)|bo truong|giam doc|cuc truong|chi huy truong|truong ban|thu truong|hieu truong"
    r"|don truong|tu lenh(?: hoac chinh uy)?|can bo phu trach \w+ \w+ kiem nhiem)\b(?: cua)?\s*"
)
#: A counter of an agency: the agency is judged; one that names none is a one-stop counter.
COUNTER = re.compile(
    r"^(?:(?:mot trong (?:hai|ba) )?tru so(?: lam viec)?"
    r"|(?:cac )?(?:bo phan|van phong|diem) (?:mot cua|tiep nhan|tn tkq))\b"
    r"(?: va tra)?(?: ho so| ket qua)*(?: giai quyet)?(?: thu tuc hanh chinh| tthc)*(?: \d+)?"
    r"(?: co quan(?! chuyen mon)| tru so(?: chinh)?| cua| thuoc| tai| cac)*\s*"
)

_COMMUNE = r"(?<!thi )xa(?! hoi)|(?<!dia )phuong(?! tien)|thi tran|dac khu"
#: Level → the words that say it; the word that stands first in a name counts. “Quận” folds to what “quan” folds to,
#: and is no more.
LEVEL_WORDS = re.compile(
    rf"\b(?:(?P<commune>{_COMMUNE})|(?P<district>huyen)|(?P<province>tinh|thanh pho|tp|hcm)"
    r"|(?P<region>khu vuc|vung|cua khau|phia (?:bac|nam|trung)|mien (?:bac|nam|trung)|lien xa|quan khu|(?<=thue )co so)"
    r"|(?P<central>trung uong|viet nam|quoc gia|toi cao))\b"
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which names of a kind are spelt. `level` is that of all of them, "" where the words of a name say it;
    `otherwise` is the level of a name whose words say none."""

    kind: str
    pattern: re.Pattern[str]
    level: str = ""
    otherwise: str = ""


def _spelt(kind: str, *patterns: str, level: str = "", otherwise: str = "") -> Spelling:
    return Spelling(kind, re.compile("|".join(patterns)), level, otherwise)


_POLICE = r"\bcong an\b|canh sat|xuat nhap canh|an ninh mang|ho so nghiep vu|^trung tam du lieu quoc gia$"

#: The order matters: police and army stand before the ministries that they belong to, these before the schools and
#: hospitals that they look after.
SPELLINGS: tuple[Spelling, ...] = (
    _spelt("leader", r"^(?:chu tich nuoc|thu tuong|chinh phu$|quoc hoi)", level="central"),
    _spelt("council", r"^hoi dong nhan dan"),
    _spelt("committee", r"^(?:van phong )?(?:uy ban nhan dan|ubnd)\b"),
    _spelt("centre", r"^(?:cac |chi nhanh )*(?:trung tam|tt) (?:pvhcc\b|.*(?:hanh chinh|hcc)\b)"),
    _spelt(
        "department",
        r"^(?:co quan|to chuc|uy quyen)\b.*\b(?:uy ban nhan dan|ubnd)\b",
        r"^co quan (?:quan ly|chuyen mon|chuc nang|co chuc nang)\b(?!.*\bcong an\b).*\bcap (?:tinh|xa|huyen)\b",
        otherwise="province",
    ),
    _spelt("enforcement", r"^(?:phong |cuc |chi cuc )?thi hanh an"),
    _spelt("port", r"^(?:cac )?(?:van phong dai dien )?cang vu", r"^co quan dang ky tau bien", level="region"),
    _spelt("customs", r"^cuc (?:hai quan(?! tinh)|kiem tra sau thong quan)", level="central"),
    _spelt("customs", r"^(?!quan chung|bo tu lenh|vung\b)(?=.*\b(?:hai quan|chi cuc hq)\b)"),
    _spelt(
        "military",
        r"(?:chi huy|tuyen sinh) quan su|\bquan (?:khu|doan|chung|y|doi)\b|bo tu lenh|bo quoc phong|co yeu",
        r"\b(?:trung|su) doan|dai doi|tieu doan|tong tham muu|\bbttm\b|dan quan tu ve|phong thu dan su",
        r"tong cuc (?:chinh tri|hau can|cong nghiep quoc phong)|^co quan chinh tri",
        r"^cuc (?:tac chien|tuyen huan|chinh tri|chinh sach)\b",
        otherwise="central",
    ),
    _spelt("border", r"^(?:\w+ ){0,4}bien phong\b|bo doi bien phong", level="region"),
    _spelt("tax", r"^(?:tong )?cuc thue\b", r"^chi cuc thue\b.*\bcuc thue$", level="central"),
    _spelt("tax", r"^(?:co quan |chi cuc |doi )?thue\b"),
    _spelt("social_insurance", r"bao hiem xa hoi|\bbhxh\b"),
    _spelt("treasury", r"kho bac"),
    _spelt("bank", r"^(?:thanh tra ngan hang|cuc\b.*to chuc tin dung|vu chinh sach tien te)", level="central"),
    _spelt("bank", r"\bngan hang\b|\bnhnn\b"),
    _spelt("court", r"^toa an"),
    _spelt("prosecutor", r"^vien kiem sat"),
    _spelt("inspection", r"\bdang kiem\b|\bvrqc\b", otherwise="region"),
    _spelt("police", rf"^(?:bo|cuc)\b(?=.*(?:{_POLICE}))", r"^trung tam du lieu quoc gia$", level="central"),
    _spelt("police", rf"^phong\b(?=.*(?:{_POLICE}))", level="province"),
    _spelt("police", _POLICE),
    _spelt(
        "embassy",
        r"dai dien ngoai giao|^dai su quan",
        r"^(?:co quan )?dai dien(?:$| (?:co tham quyen|cua viet nam|viet nam))|^co quan lanh su",
    ),
    _spelt(
        "ministry",
        r"^chi cuc (?:kiem dich|chan nuoi va thu y vung|hang hai|duong thuy|chat luong|du tru)",
        r"^cuc du tru nha nuoc khu vuc|^khu quan ly duong bo|^co quan kiem dich|^trung tam chat luong",
        r"^so\b.*\bbo ngoai giao",
        level="region",
    ),
    _spelt(
        "ministry",
        r"^(?:cac )?(?:bo|cuc|tong cuc|vu|thanh tra bo)\b(?! nganh va)",
        r"^uy ban (?:chung khoan|canh tranh|tieu chuan|cong tac ve cac to chuc phi chinh phu)",
        r"^ban (?:ton giao chinh phu|thi dua khen thuong trung uong)",
        r"^co quan (?:ngang bo|thuoc chinh phu|giup bo|trung uong|tham quyen quan ly cites)",
        r"^co quan chuyen mon (?:duoc|thuoc|truc thuoc) bo|^don vi dau moi thuoc bo",
        r"^van phong (?:chinh phu|quoc hoi|trung uong|hoi dong danh gia|ban chi dao)",
        r"^trung tam .*\b(?:quoc gia|viet nam|phia nam|vien thong)$",
        r"^trung tam (?:dang ky giao dich|thong tin cong nghiep|thong tin luu tru)",
        level="central",
    ),
    _spelt("land", r"dang ky dat dai", level="province"),
    _spelt("notary", r"cong chung"),
    _spelt("school", r"^(?:cac )?(?:co so (?:giao duc|dao tao)|truong|nha truong|hoc vien|trung tam sat hach)\b"),
    _spelt("health", r"^(?:cac )?co so kham|benh vien|tram y te|benh tat|giam dinh y khoa|kiem dich y te|\bhiv\b"),
    _spelt("service", r"^trung tam (?:dich vu viec lam|tro giup phap ly)|^co so tro giup|^don vi su nghiep"),
    _spelt("fund", r"^quy\b"),
    _spelt("company", r"^(?:cong ty|tong cong ty|tap doan|doanh nghiep|don vi quan ly van hanh)\b"),
    _spelt(
        "association",
        r"^(?:hoi(?! dong)|lien doan|cong doan|trung uong doan)\b",
        r"^to chuc (?:xa hoi|hanh nghe|tu van|ho tro)",
    ),
    _spelt(
        "department",
        r"^(?:cac |van phong |thanh tra )?so\b(?! \d)|^chi cuc\b|^ban (?:quan ly|ql|qlda)\b",
        # Two names that commas of the list cut: “Sở, Y tế các tỉnh”, “Ban Quản lý Khu kinh tế, công nghiệp thành phố”.
        r"^y te cac tinh|^cong nghiep thanh pho",
        level="province",
    ),
    _spelt("department", r"^phong (?:kinh te|noi vu|tu phap|van hoa|giao duc|y te|nong nghiep)\b", level="commune"),
    _spelt(
        "unnamed",
        r"^$|^(?:cac )?co quan(?: khac| chu quan| phan cap| co tham quyen.*| dai dien chu so huu| hanh chinh)?$",
        r"^to chuc lien quan$|^(?:cac )?don vi co tham quyen$|^bo nganh va\b|^cong trinh xay dung\b",
        r"^co quan quan ly nha nuoc ve nha o$",
    ),
)
