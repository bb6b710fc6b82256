"""What allauth says to people, in Vietnamese: its own catalogue leaves half of it in English."""

#: Errors of its forms for accounts, by allauth's names for them.
ACCOUNT = {
    "account_inactive": "Tài khoản này đang bị khóa. Hãy hỏi người quản trị của cơ quan mình.",
    "enter_current_password": "Mật khẩu đang dùng chưa đúng.",
    "incorrect_password": "Mật khẩu chưa đúng.",
    "incorrect_code": "Mã chưa đúng.",
    "invalid_login": "Tên đăng nhập chưa đúng.",
    "invalid_or_expired_key": "Liên kết đã dùng rồi hoặc đã quá hạn.",
    "invalid_password_reset": "Liên kết đã dùng rồi hoặc đã quá hạn.",
    "too_many_login_attempts": "Đã thử sai quá nhiều lần. Xin chờ ít phút rồi thử lại.",
    "rate_limited": "Vừa có quá nhiều yêu cầu. Xin chờ ít phút rồi thử lại.",
    "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu chưa đúng. Chữ hoa và chữ thường khác nhau.",
    "unknown_email": "Không có tài khoản nào mang địa chỉ thư này.",
}
#: Errors of its forms for the second factor.
FACTOR = {
    "cannot_delete_authenticator": "Việc của bạn đòi hỏi bước xác nhận thứ hai, nên không bỏ được cách cuối cùng: "
    "hãy thêm một cách khác trước.",
    "cannot_generate_recovery_codes": "Hãy đặt ứng dụng sinh mã hoặc khóa bảo mật trước, rồi mới có mã dự phòng.",
    "incorrect_code": "Mã hoặc khóa chưa đúng.",
    "unverified_email": "Chưa đặt được bước xác nhận thứ hai. Hãy hỏi người quản trị của cơ quan mình.",
}
#: What is said after something was done, by the templates in which allauth looks for it; of the rest nothing is said.
DONE = {
    "account/messages/password_changed.txt": "Đã đổi mật khẩu.",
    "account/messages/password_set.txt": "Đã đặt mật khẩu.",
    "account/messages/logged_out.txt": "Đã đăng xuất.",
    "mfa/messages/totp_activated.txt": "Đã đặt ứng dụng sinh mã.",
    "mfa/messages/totp_deactivated.txt": "Đã bỏ ứng dụng sinh mã.",
    "mfa/messages/webauthn_added.txt": "Đã thêm khóa bảo mật.",
    "mfa/messages/webauthn_removed.txt": "Đã bỏ khóa bảo mật.",
    "mfa/messages/recovery_codes_generated.txt": "Đã tạo mã dự phòng mới. Hãy in hoặc chép ra giấy và cất nơi riêng.",
}
#: Ways to confirm who one is, by allauth's names for them.
WAYS = {
    "reauthenticate": "Xác nhận bằng mật khẩu",
    "mfa_reauthenticate": "Xác nhận bằng mã của ứng dụng hoặc mã dự phòng",
    "mfa_reauthenticate:webauthn": "Xác nhận bằng khóa bảo mật",
}
