"""A made-up office and its procedures to print."""

from dataclasses import replace

from paper.contents import (
    AgencyLine,
    Answer,
    Board,
    BoardGroup,
    Book,
    BookSector,
    Case,
    Cell,
    ChannelRow,
    Code,
    FactLine,
    FeeLine,
    Header,
    Labels,
    LawLine,
    LocalNote,
    PaperLine,
    Poster,
    Sheet,
    Stamp,
    Step,
)

HEADER = Header(
    province="Tỉnh Sông Diều",
    office="Xã Đồng Mây",
    address="Thôn Cổ Ngựa, xã Đồng Mây",
    phone="0296 123 4567",
    hours=("Thứ Hai – thứ Sáu: 7:30 – 17:00",),
    hotline="1022",
    site="thutuc.songdieu.example",
)
STAMP = Stamp("In lúc 09:30 ngày 22/11/2026", "Bản 3", "Áp dụng từ 01/07/2026", "Tờ số K7M2Q4R")
NAME_228 = ("Cấp Giấy chứng nhận đủ điều kiện sản xuất, gia công, đóng gói thuốc bảo vệ thực vật " * 3)[:227] + "ẫ"
NAME_1192 = ("Đăng ký biến động đối với trường hợp thay đổi quyền sử dụng đất, quyền sở hữu nhà ở " * 15)[:1191] + "ữ"


def code(label: str = "ABC2345") -> Code:
    """A code as long as a real one."""
    return Code(f"https://thutuc.songdieu.example/q/{label}/K7M2Q4R", label)


SHEET = Sheet(
    header=HEADER,
    code=code(),
    stamp=STAMP,
    name="Đăng ký khai sinh",
    procedure_code="Mã 1.001193",
    official_name="Thủ tục đăng ký khai sinh",
    level="Cấp xã",
    state="Sẽ thay đổi từ ngày 01/03/2027.",
    answers=(
        Answer("Mang gì", "2 loại giấy tờ"),
        Answer("Nộp ở đâu", "Quầy số 1", "Tầng trệt", local=True),
        Answer("Bao lâu", "Trong ngày"),
        Answer("Bao nhiêu tiền", ""),
        Answer("Nhận gì", "Giấy khai sinh"),
    ),
    cases=(
        Case(
            (
                PaperLine("- Tờ khai theo mẫu", "1 bản chính", "Tờ khai đăng ký khai sinh"),
                PaperLine("Lưu ý khi nộp thay", is_note=True),
                PaperLine("Giấy chứng sinh", "1 bản chính, 1 bản sao"),
            ),
            "Nộp trực tiếp",
            "2 loại giấy tờ",
        ),
        Case((), "Nộp qua người được ủy quyền"),
    ),
    channels=(
        ChannelRow(
            "Trực tiếp", "1 ngày làm việc", (FeeLine("Miễn phí"), FeeLine("8.000 đồng", "mỗi bản sao")), ("Nhận ngay",)
        ),
        ChannelRow("Trực tuyến"),
    ),
    steps=(Step("Nộp hồ sơ", ("Nộp tại quầy.", "Lấy giấy hẹn.")), Step("", ("Nhận kết quả.",))),
    results=("Giấy khai sinh", "Bản sao trích lục"),
    applicants=("Công dân Việt Nam",),
    conditions=("Trẻ chưa được khai sinh.",),
    receiving_place=("Trung tâm Phục vụ hành chính công xã",),
    agencies=(AgencyLine("Cơ quan thực hiện", ("Ủy ban nhân dân xã", "Công an xã")),),
    local_notes=(LocalNote("Thời hạn", "Trả trong buổi sáng", "Quyết định 12/QĐ-UBND"),),
    legal_bases=(LawLine("Luật Hộ tịch", "60/2014/QH13", "Còn hiệu lực"), LawLine("Nghị định về hộ tịch")),
    identity=(
        FactLine("Tên chính thức", "Thủ tục đăng ký khai sinh"),
        FactLine("Mã thủ tục", "1.001193"),
        FactLine("Mã trước đây", "BTP-277"),
        FactLine("Lĩnh vực", "Hộ tịch"),
        FactLine("Quyết định công bố", "1872/QĐ-BTP"),
        FactLine("Dịch vụ công trực tuyến", "Toàn trình"),
        FactLine("Người dân hay gọi", "làm giấy khai sinh"),
    ),
)
BLANK = Sheet(HEADER, code(), STAMP, "Thủ tục chưa có gì", "1.000001", answers=(Answer("Mang gì"), Answer("Bao lâu")))
CELL = Cell(code(), "Đăng ký khai sinh", "1.001193")
POSTER = Poster(HEADER, code(), STAMP, "Đăng ký khai sinh", "1.001193", level="Cấp xã")


def board(*sizes: int, **changes) -> Board:
    """A board of sectors with so many procedures each."""
    groups = tuple(
        BoardGroup(
            f"Lĩnh vực {letter}",
            tuple(Cell(code(f"ABC23{place:02}"), f"Thủ tục {letter}{place}.", f"1.0{place}") for place in range(size)),
        )
        for letter, size in zip("ABCDEFGH", sizes, strict=False)
    )
    return replace(Board(HEADER, STAMP, "Thủ tục niêm yết", groups), **changes)


def labels(*names: str) -> Labels:
    """A sheet of labels with these names."""
    return Labels(HEADER, STAMP, tuple(replace(CELL, name=name) for name in names))


def book(*names: str) -> Book:
    """A book of one sector with these procedures."""
    sheets = tuple(replace(SHEET, name=name) for name in names)
    return Book(HEADER, STAMP, "Danh mục thủ tục", (BookSector("Hộ tịch", sheets),))
