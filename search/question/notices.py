"""What an answer says beside its results where something else than a question was typed, or what is not known of it."""

from collections.abc import Mapping

from vietnamese.somebodys_numbers import AMONG, TOLD

_NATIONAL = "Cổng Dịch vụ công quốc gia (dichvucong.gov.vn"

#: Of a question that was answered without the number in it.
NUMBER_LEFT_OUT = "number_left_out"
#: By the kind of thing that was asked.
NOTICES: Mapping[str, str] = {
    **TOLD,
    NUMBER_LEFT_OUT: AMONG,
    "nothing_asked": (
        "Câu này chưa cho biết việc cần làm. Xin gõ tên việc hoặc tên giấy tờ, ví dụ “khai sinh”, “mất sổ đỏ”, “mở "
        "quán ăn”, hoặc mã thủ tục."
    ),
    "address": (
        "Đây là một địa chỉ trang mạng mà cổng không biết dẫn tới thủ tục nào. Xin gõ tên việc cần làm hoặc mã thủ tục."
    ),
    "unknown_code": (
        "Cổng chưa có thủ tục mang mã này, nên không biết thủ tục còn áp dụng hay không. Xin xem lại từng chữ số, tra "
        f"mã trên {_NATIONAL}), hoặc hỏi nơi tiếp nhận."
    ),
    "unknown_temporary": (
        "Đây giống mã tạm mà cổng cấp cho thủ tục chưa có mã quốc gia, nhưng không có thủ tục nào đang đăng mang mã "
        "này. Xin xem lại từng chữ số, hoặc gõ tên việc cần làm."
    ),
    "not_public": "Thủ tục mang mã này hiện không đăng trên cổng.",
    "unknown_decision": ("Cổng chưa có thủ tục nào ghi số quyết định này. Kết quả ở dưới, nếu có, chỉ giống về chữ."),
}
