"""The desk's form for a procedure, in the order of the official form (Nghị định 63/2010/NĐ-CP, Điều 8)."""

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)

from pages.models.base import BasePage
from procedures_catalog.desk.complete.blanks_widget import BlanksWidget
from procedures_catalog.desk.complete.gaps_panel import GapsPanel
from procedures_catalog.desk.everyday_panel import EverydayPanel
from procedures_catalog.desk.layer_panel import LayerPanel
from procedures_catalog.desk.note_of_change import note_panel
from procedures_catalog.desk.official_panel import OfficialPanel, OwnRowsPanel
from procedures_catalog.desk.procedure_tabs import ProcedureTabs

NAME = [
    FieldPanel("official_name", heading="Tên chính thức"),
    FieldPanel("title", heading="Tên ngắn trên trang", help_text="Người dân đọc dòng này đầu tiên."),
    FieldRowPanel([FieldPanel("code"), FieldPanel("kind")]),
    FieldRowPanel([FieldPanel("sector"), FieldPanel("decision_number")]),
    InlinePanel("levels", heading="Cấp thực hiện", label="cấp", panels=[
        FieldPanel("level"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        FieldPanel("decision"),
    ]),
]  # fmt: skip

PARTS = [
    FieldPanel("steps"),
    FieldPanel("channels"),
    FieldPanel("cases"),
    OwnRowsPanel("applicants", heading="Đối tượng thực hiện", label="đối tượng", panels=[FieldPanel("kind")]),
    InlinePanel("agencies", heading="Cơ quan", label="cơ quan", panels=[
        FieldPanel("role"), FieldPanel("name"), FieldPanel("registered"),
    ]),
    FieldPanel("receiving_address"),
    FieldPanel("results"),
    OwnRowsPanel("legal_bases", heading="Căn cứ pháp lý", label="văn bản", panels=[
        FieldPanel("number"), FieldPanel("title"), FieldPanel("document"),
    ]),
    FieldPanel("conditions"),
    MultiFieldPanel(
        [FieldPanel("keywords"), FieldPanel("description")], heading="Dữ liệu quốc gia", classname="collapsed"
    ),
]  # fmt: skip

COMPLETE = [FieldPanel("published_as"), FieldPanel("blanks", widget=BlanksWidget)]

LOCAL = [
    HelpPanel(content="Phần này của tỉnh: hiện ra thay cho nội dung quốc gia, không sửa vào nội dung quốc gia."),
    FieldPanel("everyday_names"),
    EverydayPanel(heading="Lời người dân"),
    FieldRowPanel([FieldPanel("online_level"), FieldPanel("filing_url")]),
    FieldRowPanel([FieldPanel("reason_partial"), FieldPanel("reason_partial_basis")]),
    LayerPanel(heading="Nội dung riêng của tỉnh theo ngày"),
    FieldPanel(
        "overlay",
        help_text="Một phần có thể có nhiều khối cho nhiều thời gian nối nhau; không hai khối nào trùng ngày.",
    ),
    MultiFieldPanel(
        [
            FieldPanel("local_decision_number"),
            FieldPanel("listed_code"),
            FieldPanel("listed_name"),
            FieldPanel("listed_sector"),
        ],
        heading="Trong danh mục của tỉnh",
        classname="collapsed",
    ),
]

VALIDITY = [
    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    FieldRowPanel([FieldPanel("ending_decision"), FieldPanel("successor")]),
]


def edit_handler() -> ProcedureTabs:
    """The tabs of the form."""
    return ProcedureTabs(
        [
            ObjectList(
                [
                    MultiFieldPanel(NAME, heading="Tên, mã, lĩnh vực"),
                    GapsPanel(heading="Còn thiếu phần nào"),
                    OfficialPanel(heading="Nội dung trung ương"),
                    *PARTS,
                    MultiFieldPanel(COMPLETE, heading="Mức công bố, phần để trống"),
                ],
                heading="Nội dung chính thức",
            ),
            ObjectList(LOCAL, heading="Riêng của tỉnh"),
            ObjectList(VALIDITY, heading="Hiệu lực"),
            ObjectList([note_panel()], heading="Thay đổi gì"),
            ObjectList(BasePage.promote_panels, heading="Địa chỉ và tìm kiếm"),
            ObjectList(BasePage.settings_panels, heading="Lịch đăng"),
        ]
    )
