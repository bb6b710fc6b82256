"""What an answer says beside its results where something else than a question was typed, or what is not known of it."""

from collections.abc import Mapping

_NATIONAL = "Cổng Dịch vụ công quốc gia (dichvucong.gov.vn"

#: By the kind of thing that was asked.
NOTICES: Mapping[str, str] = {
    "dossier": (
        "Đây giống số của một hồ sơ đã nộp, không phải mã thủ tục. Cổng này không giữ hồ sơ: xin tra tình trạng hồ sơ "
        f"trên {_NATIONAL}, mục Tra cứu hồ sơ) hoặc hỏi nơi đã tiếp nhận, ghi trên giấy hẹn trả kết quả."
    ),
    "identity": (
        "Đây giống số giấy tờ của một người, không phải mã thủ tục. Cổng này không tra theo số giấy tờ: xin gõ tên "
        "việc cần làm, ví dụ “cấp lại thẻ căn cước”."
    ),
    "telephone": (
        "Đây giống một số điện thoại. Cổng này không tra theo số điện thoại: xin gõ tên việc cần làm, hoặc tên cơ quan "
        "cần gọi."
    ),
    "address": (
        "Đây là một địa chỉ trang mạng mà cổng không biết dẫn tới thủ tục nào. Xin gõ tên việc cần làm hoặc mã thủ tục."
    ),
    "unknown_code": (
        "Cổng chưa có thủ tục mang mã này, nên không biết thủ tục còn áp dụng hay không. Xin xem lại từng chữ số, tra "
        f"mã trên {_NATIONAL}), hoặc hỏi nơi tiếp nhận."
    ),
    "not_public": "Thủ tục mang mã này hiện không đăng trên cổng.",
    "unknown_decision": ("Cổng chưa có thủ tục nào ghi số quyết định này. Kết quả ở dưới, nếu có, chỉ giống về chữ."),
}
