"""The log in Vietnamese: what an action, a kind of thing, a field and a detail are called."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst
from wagtail.log_actions import registry

#: Actions of our own, and of Wagtail's those that are called like one of ours.
ACTIONS = {
    "wagtail.edit": "Lưu bản sửa",
    "wagtail.delete": "Xóa trang",
    "sign_in": "Đăng nhập",
    "sign_out": "Đăng xuất",
    "sign_in.wrong": "Đăng nhập sai",
    "sign_in.refused": "Từ chối đăng nhập vì thử sai quá nhiều",
    "sign_in.wrong_factor": "Xác nhận lần hai sai",
    "session.end": "Đóng phiên làm việc từ nơi khác",
    "session.foreign": "Đóng phiên vì cookie dùng ở trình duyệt khác",
    "row.create": "Thêm",
    "row.change": "Sửa",
    "row.delete": "Xóa",
    "rows.bulk": "Ghi nhiều dòng một lượt",
    "pages.bulk": "Ghi nhiều trang một lượt",
    "command": "Chạy lệnh",
    "export": "Xuất tệp",
    "decision.lines": "Đưa dòng của phụ lục vào quyết định",
    "import.begin": "Bắt đầu nhập danh sách",
    "import.end": "Kết thúc nhập danh sách",
    "import.receive": "Nộp danh sách để nhập",
    "import.choose": "Chọn nội dung của lần nhập",
    "import.approve": "Duyệt lần nhập",
    "import.reject": "Không nhập danh sách",
    "import.undo": "Hoàn tác lần nhập",
    "guest.link": "Tạo liên kết cho khách",
    "guest.open": "Khách mở bản chưa công bố",
    "guest.remark": "Khách góp ý",
    "guest.answer": "Xử lý góp ý của khách",
    "guest.erase": "Xóa góp ý của khách",
    "guest.revoke": "Thu hồi liên kết của khách",
    "log.head": "Ghi lại tệp giữ đầu chuỗi nhật ký",
    "accounts.review": "Kết thúc rà soát tài khoản",
    "key.link": "Tạo liên kết đặt mật khẩu cho người khác",
    "key.used": "Tự đặt mật khẩu bằng liên kết",
    "account.leave": "Rời cơ quan",
    "deputy.make": "Cử người thay khi vắng",
    "deputy.begin": "Người thay bắt đầu có quyền",
    "deputy.end": "Người thay hết quyền",
    "deputy.stop": "Cho thôi thay trước hạn",
    "log.cut": "Xóa phần nhật ký quá hạn giữ",
}
#: What stands beside a row and is shown; the file has all of it.
DETAILS = {
    "given": "tham số",
    "ended": "kết quả",
    "format": "dạng tệp",
    "chosen": "đã lọc",
    "files": "tệp",
    "state": "kết quả",
    "created": "thêm",
    "changed": "sửa",
    "deleted": "xóa",
    "rows_written": "số dòng ghi",
    "removed": "số dòng xóa",
    "comment": "lời nhắn",
    "title": "tên",
    "source": "từ",
    "destination": "đến",
    "purpose": "để",
    "whom": "gửi cho",
    "until": "tới",
    "times": "mở được",
    "section": "ở mục",
    "reason": "lý do",
    "roles": "vai trò",
    "accounts": "tài khoản",
}
#: Kinds and fields that their own packages call by English names.
KINDS = {
    "account.emailconfirmation": "Thư xác nhận địa chỉ",
    "mfa.authenticator": "Cách xác nhận lần hai",
    "socialaccount.socialaccount": "Tài khoản ở dịch vụ đăng nhập",
    "socialaccount.socialapp": "Dịch vụ đăng nhập",
    "socialaccount.socialtoken": "Khóa của dịch vụ đăng nhập",
    "wagtailcore.locale": "Ngôn ngữ",
    "wagtailcore.workflowcontenttype": "Loại nội dung theo quy trình duyệt",
}
FIELDS = {
    "file_hash": "Mã băm của tệp",
    "file_size": "Cỡ tệp",
    "focal_point_height": "Chiều cao của vùng chính",
    "focal_point_width": "Chiều ngang của vùng chính",
    "focal_point_x": "Vùng chính, từ trái",
    "focal_point_y": "Vùng chính, từ trên",
    "restriction_type": "Ai được xem",
    "site": "Trang cổng",
    "sort_order": "Thứ tự",
}
#: Whom commands act for, in words; of others it is the operator.
COMMANDS = {
    "deputies": "thay khi vắng",
    "import_procedures": "đợt nhập thủ tục",
    "load_demo": "dữ liệu mẫu",
    "prepare_portal": "cài đặt, nâng cấp",
    "publish_scheduled": "giờ hẹn công bố",
}
_VALUES = {"done": "xong", "failed": "không thành", "finished": "xong", "given_up": "bỏ dở"}
#: What became of an account that was reviewed.
_DECISIONS = {"keep": "giữ", "take": "rút mọi vai trò", "disable": "vô hiệu hóa"}
#: Of a list so long only the number is shown.
_SHOWN = 5


def actions() -> dict[str, str]:
    """Every action → its name."""
    return {name: str(label) for name, label in registry.get_choices()} | ACTIONS


def kind_in_words(kind: str) -> str:
    """The kind of a thing; as it is written where the model is gone."""
    model = _model(kind)
    return KINDS.get(kind) or (capfirst(str(model._meta.verbose_name)) if model else kind)


def command_in_words(command: str) -> str:
    """Who acted where a command did; which one it was the file of the log says."""
    return f"Cổng ({COMMANDS.get(command, 'lệnh của người vận hành')})"


def field_in_words(kind: str, name: str) -> str:
    """A field of such a thing, or what is joined with it."""
    model = _model(kind)
    if model is None or name in FIELDS:
        return FIELDS.get(name, name)
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        found = [each.field.model for each in model._meta.related_objects if each.get_accessor_name() == name]
        return capfirst(str(found[0]._meta.verbose_name_plural)) if found else name
    return capfirst(str(getattr(field, "verbose_name", name)))


def details_in_words(details: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is told beside the thing: label and text; of decisions each is a line."""
    names = {name: label.lower() for name, label in actions().items()}
    for name, value in details.items():
        label = DETAILS.get(name) or names.get(name)
        if label and value not in (None, "", [], {}):
            yield label, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, list) and value and all(_is_decided(each) for each in value):
        return "\n".join(_decided(each) for each in value)
    if isinstance(value, list):
        shown = [_text(each) for each in value]
        return " ".join(shown) if len(value) <= _SHOWN else f"{len(value)} mục"
    if isinstance(value, Mapping):
        named = value.get("title") or value.get("name")
        return str(named) if named else "; ".join(f"{name}: {_text(each)}" for name, each in value.items())
    return _VALUES.get(str(value), str(value))


def _is_decided(value: Any) -> bool:
    return isinstance(value, Mapping) and {"account", "decision"} <= value.keys()


def _decided(row: Mapping[str, Any]) -> str:
    who = f"{row['name']} ({row['account']})" if row.get("name") else str(row["account"])
    decision = _DECISIONS.get(str(row["decision"]), str(row["decision"]))
    return f"{who}: {decision}" + (f"; {row['remark']}" if row.get("remark") else "")


def _model(kind: str) -> type[Model] | None:
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None
