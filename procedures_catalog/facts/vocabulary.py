"""The closed lists of the catalogue: levels, kinds of procedure, channels, online levels and time units.

Each maps our key to what people read; the second maps say how the national database writes the same thing.
"""

from collections.abc import Collection, Mapping

LEVELS: Mapping[str, str] = {
    "ministry": "Bộ, ngành trung ương",
    "province": "Cấp tỉnh",
    "district": "Cấp huyện",
    "commune": "Cấp xã",
    "other": "Cơ quan khác",
}
#: The order in which a citizen meets them.
NEAREST_FIRST = ("commune", "province", "district", "ministry", "other")


def level_names(levels: Collection[str]) -> list[str]:
    """What people read for these levels, the nearest first."""
    return [LEVELS[level] for level in NEAREST_FIRST if level in levels]


NATIONAL_LEVELS: Mapping[str, str] = {
    "ministry": "Cấp Bộ/Trung ương",
    "province": "Cấp Tỉnh",
    "district": "Cấp Huyện",
    "commune": "Cấp Xã",
    "other": "Cơ quan khác",
}

#: "Loại thủ tục". Four come untranslated out of the national database, whose internal procedures are told by their
#: codes; the last is what a person says of one that has no such code.
PROCEDURE_KINDS: Mapping[str, str] = {
    "delegated": "Thủ tục được luật giao quy định chi tiết",
    "not_delegated": "Thủ tục không được luật giao quy định chi tiết",
    "local": "Thủ tục do địa phương quy định",
    "central": "Thủ tục do trung ương quy định",
    "other": "Loại khác",
    "internal": "Thủ tục nội bộ (không công bố)",
}
NATIONAL_KINDS: Mapping[str, str] = {
    "delegated": "TTHC được luật giao quy định chi tiết",
    "not_delegated": "NOT_ASSIGNED_REGULATION",
    "local": "LOCAL_REGULATION",
    "central": "CENTRAL_REGULATION",
    "other": "OTHER",
    "internal": "TTHC nội bộ",
}

CHANNELS: Mapping[str, str] = {
    "direct": "Trực tiếp",
    "postal": "Bưu chính",
    "online": "Trực tuyến",
}
#: What a draft calls a way that nobody has chosen yet.
NO_CHANNEL = "Chưa chọn cách nộp"
NATIONAL_CHANNELS: Mapping[str, str] = {"direct": "DIRECT", "postal": "POSTAL", "online": "ONLINE"}

ONLINE_LEVELS: Mapping[str, str] = {
    "full": "Trực tuyến toàn trình",
    "partial": "Trực tuyến một phần",
    "information": "Chỉ cung cấp thông tin",
}

NATIONAL_ONLINE_LEVELS: Mapping[str, str] = {
    "full": "Toàn trình",
    "partial": "Một phần",
    "information": "Cung cấp thông tin",
}

#: Why a service is only partly online (Nghị định 224/2026/NĐ-CP, Điều 14).
PARTIAL_REASONS: Mapping[str, str] = {
    "presence": "Người làm thủ tục phải có mặt tại cơ quan nhà nước",
    "on_site": "Cơ quan nhà nước phải thẩm tra, xác minh tại hiện trường",
    "fault": "Sự cố kỹ thuật chưa khắc phục được ngay",
    "technical": "Vấn đề kỹ thuật khác chưa xử lý được",
}

UNITS: Mapping[str, str] = {
    "hour": "giờ",
    "day": "ngày",
    "working_day": "ngày làm việc",
    "month": "tháng",
    "year": "năm",
    "other": "theo mô tả",
}
NATIONAL_UNITS: Mapping[str, str] = {
    "hour": "HOUR",
    "day": "ngày",
    "working_day": "WORKING_DAY",
    "month": "MONTH",
    "year": "YEAR",
    "other": "OTHER",
}

#: The four kinds of agency in a procedure, and the fifth that may act for one of them.
AGENCY_ROLES: Mapping[str, str] = {
    "executing": "Cơ quan thực hiện",
    "competent": "Cơ quan có thẩm quyền",
    "authorised": "Cơ quan được ủy quyền",
    "cooperating": "Cơ quan phối hợp",
    "receiving": "Cơ quan tiếp nhận",
}
