"""The desk's blocks for the parts of a procedure: one block a shape of `record`, so that a row is a row everywhere."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.safestring import mark_safe
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from procedures_catalog.desk.last_day_block import LastDayBlock
from procedures_catalog.desk.number_block import WholeNumberBlock
from procedures_catalog.desk.shared_amount_block import SharedAmountBlock
from procedures_catalog.facts.fees.contradicted import asked_about, opening_sum
from procedures_catalog.facts.fees.kinds import LEAST, Kind, kind_of, lacks_thousands
from procedures_catalog.facts.fees.wording import money
from procedures_catalog.facts.record import Fee, TimeLimit
from procedures_catalog.facts.time_limits import is_contradicted
from procedures_catalog.facts.vocabulary import CHANNELS, UNITS

_UNCLEAR = (
    "Số tiền này sẽ hiện cho người dân là “Chưa rõ”. Nếu thiếu ba số 0 thì ghi đủ (20.000, không phải 20); nếu đúng là"
    " số tiền này thì ghi văn bản quy định mức thu ở ô bên dưới."
)
_SAID_TWICE = "Đã chọn mức thu dùng chung ở dưới: hãy để trống ô này, hoặc bỏ chọn mức thu dùng chung."


_CONTRADICTED = (
    "Số tiền ghi {amount}, ghi chú nêu {other}: người dân không biết phải nộp số nào. Hãy sửa số tiền, hoặc sửa ghi chú"
    " cho khớp (ghi chú chép từ trung ương vẫn giữ số cũ)."
)
_SAID_ANEW = "Mức thu dùng chung đã nói số tiền: hãy bỏ số tiền {other} trong ghi chú này."
_TWO_LIMITS = "Ô số và ô lời văn nói hai thời hạn khác nhau: hãy sửa cho khớp, hoặc chỉ ghi một ô."


class StepBlock(blocks.StructBlock):
    """One step of the procedure."""

    marker = blocks.CharBlock(label="Dấu đầu dòng", required=False, max_length=4)
    name = blocks.TextBlock(label="Tên bước", required=False, rows=1)
    text = blocks.TextBlock(label="Nội dung", required=False, rows=4)

    class Meta:
        label = "Bước"
        icon = "list-ol"


class FeeBlock(blocks.StructBlock):
    """One fee of a channel."""

    amount = WholeNumberBlock(
        label="Số tiền (đồng)", required=False, help_text="Ví dụ: 12.000. Để trống nếu chỉ có lời văn."
    )
    note = blocks.TextBlock(
        label="Ghi chú, căn cứ",
        required=False,
        rows=2,
        help_text="Ghi chú có nêu số tiền thì phải khớp ô số tiền: đổi mức phí là đổi ở cả hai.",
    )
    wording = blocks.TextBlock(label="Nguyên văn", required=False, rows=2)
    apart = blocks.BooleanBlock(label="Là mục phí riêng trong dữ liệu quốc gia", required=False)
    legal_basis = blocks.CharBlock(label="Văn bản quy định mức thu", required=False, max_length=255)
    valid_from = blocks.DateBlock(label="Áp dụng từ ngày", required=False)
    valid_to = LastDayBlock(label="Đến hết ngày", required=False)

    class Meta:
        label = "Khoản phí, lệ phí"
        icon = "tag"


class OwnFeeBlock(FeeBlock):
    """One that the province itself types, or one of the amounts that many procedures share."""

    shared = SharedAmountBlock(
        label="Theo mức thu dùng chung",
        help_text="Chọn thay cho ô số tiền và ô văn bản: mức thu đổi ở một nơi thì mọi thủ tục đổi theo.",
    )

    def clean(self, value: Any) -> Any:
        """An amount too small for a fee, which readers would be told to be unclear, is asked about: with the document
        that sets it, it stands. So is one whose note names another. What is shared says its amount and its document
        itself."""
        cleaned = super().clean(value)
        if cleaned.get("shared"):
            said = [name for name in ("amount", "legal_basis", "wording") if cleaned.get(name) not in (None, "")]
            if said:
                raise StructBlockValidationError(block_errors={name: ValidationError(_SAID_TWICE) for name in said})
            if other := opening_sum(cleaned.get("note") or ""):
                raise StructBlockValidationError(block_errors={"note": ValidationError(_SAID_ANEW.format(other=other))})
            return cleaned
        note, wording, basis = (cleaned.get(name) or "" for name in ("note", "wording", "legal_basis"))
        fee = Fee(cleaned.get("amount"), note, wording, legal_basis=basis)
        is_small = 0 < (fee.amount or 0) < LEAST or lacks_thousands(fee.amount or 0)
        if is_small and kind_of(fee) is Kind.UNCLEAR:
            raise StructBlockValidationError(block_errors={"amount": ValidationError(_UNCLEAR)})
        if other := asked_about(fee):
            both = ValidationError(_CONTRADICTED.format(amount=money(fee.amount or 0), other=other))
            raise StructBlockValidationError(block_errors={"amount": both, "note": both})
        return cleaned


class TimeLimitBlock(blocks.StructBlock):
    """A time limit: a number with its unit, or a sentence."""

    number = blocks.CharBlock(label="Số", required=False, max_length=10)
    unit = blocks.ChoiceBlock(label="Đơn vị", choices=list(UNITS.items()), required=False)
    text = blocks.TextBlock(label="Hoặc lời văn", required=False, rows=2)

    class Meta:
        label = "Thời hạn"
        icon = "time"


class OwnTimeLimitBlock(TimeLimitBlock):
    """One that the province itself types."""

    def clean(self, value: Any) -> Any:
        """A number and words that say another time are asked about: readers could only be told both."""
        cleaned = super().clean(value)
        limit = TimeLimit(*(cleaned.get(name) or "" for name in ("number", "unit", "text")))
        if is_contradicted(limit):
            said = ValidationError(_TWO_LIMITS)
            raise StructBlockValidationError(block_errors={"number": said, "text": said})
        return cleaned


class ChannelBlock(blocks.StructBlock):
    """One way of handing in, with its time limits and fees."""

    channel = blocks.ChoiceBlock(label="Cách nộp", choices=list(CHANNELS.items()))
    time_limit = TimeLimitBlock(label="Thời hạn theo quy định")
    reduced = TimeLimitBlock(label="Thời hạn tỉnh đã cắt giảm")
    fees = blocks.ListBlock(FeeBlock(), label="Phí, lệ phí", default=[])
    notes = blocks.ListBlock(blocks.TextBlock(label="Ghi chú", rows=2), label="Ghi chú", default=[])

    class Meta:
        label = "Cách thức thực hiện"
        icon = "mail"


class OwnChannelBlock(ChannelBlock):
    """One of the province's own."""

    time_limit = OwnTimeLimitBlock(label="Thời hạn theo quy định")
    reduced = OwnTimeLimitBlock(label="Thời hạn tỉnh đã cắt giảm")
    fees = blocks.ListBlock(OwnFeeBlock(), label="Phí, lệ phí", default=[])


class PaperBlock(blocks.StructBlock):
    """One paper of a dossier."""

    name = blocks.TextBlock(label="Tên giấy tờ", required=False, rows=2)
    originals = WholeNumberBlock(label="Bản chính", default=0, max_value=10_000)
    copies = WholeNumberBlock(label="Bản sao", default=0, max_value=10_000)
    form = DocumentChooserBlock(label="Mẫu đơn, tờ khai", required=False)
    in_database = blocks.BooleanBlock(
        label="Đã có trong cơ sở dữ liệu – không phải nộp",
        required=False,
        help_text="Thông tin trong giấy tờ này đã có trong cơ sở dữ liệu quốc gia, chuyên ngành được kết nối"
        " (khoản 4 Điều 18 Nghị định 224/2026/NĐ-CP).",
    )

    class Meta:
        label = "Giấy tờ"
        icon = "doc-full"


class CaseBlock(blocks.StructBlock):
    """One case and the papers it asks for."""

    name = blocks.TextBlock(label="Trường hợp", required=False, rows=1, help_text="Để trống nếu chỉ có một trường hợp.")
    named = blocks.BooleanBlock(label="Dữ liệu nguồn có ghi trường hợp", required=False)
    papers = blocks.ListBlock(PaperBlock(), label="Giấy tờ", default=[])

    class Meta:
        label = "Trường hợp"
        icon = "folder-open-inverse"


class StepsBlock(blocks.StreamBlock):
    """The steps, in order."""

    step = StepBlock()


class ChannelsBlock(blocks.StreamBlock):
    """The channels, in order; the same channel may come once per case."""

    row = ChannelBlock()


class OwnChannelsBlock(ChannelsBlock):
    """The province's own."""

    row = OwnChannelBlock()


class DossierBlock(blocks.StreamBlock):
    """The cases of the dossier, in order."""

    case = CaseBlock()


class TextsBlock(blocks.StreamBlock):
    """A plain list of texts."""

    text = blocks.TextBlock(label="Nội dung", rows=2)


class OverlayBlock(blocks.StreamBlock):
    """What the province says in place of a part of the national text, with the decision behind it: for one part as many
    blocks as there are times, of which no two share a day (`ProcedurePage.unfinished`)."""

    class _Part(blocks.StructBlock):
        decision = blocks.CharBlock(label="Theo quyết định", required=False, max_length=255)
        valid_from = blocks.DateBlock(label="Áp dụng từ ngày", required=False)
        valid_to = LastDayBlock(label="Đến hết ngày", required=False)
        earlier_stay = blocks.BooleanBlock(
            label="Hồ sơ nộp trước ngày áp dụng vẫn giải quyết theo quy định cũ",
            required=False,
            default=False,
            help_text="Trang và phiếu in ghi điều này, kèm liên kết tới nội dung của ngày trước đó.",
        )

        class Meta:
            # Shown above the part's fields; static/js/desk/procedure.js does what it says.
            help_text = mark_safe(
                '<button type="button" class="button button-small button-secondary" data-copy-official-here>'
                "Chép phần trung ương vào đây để sửa</button>"
            )

    class _TextPart(_Part):
        value = blocks.TextBlock(label="Nội dung của tỉnh", rows=4)

    class _TextsPart(_Part):
        value = TextsBlock(label="Nội dung của tỉnh")

    class _ChannelsPart(_Part):
        value = OwnChannelsBlock(label="Cách thức, thời hạn, phí của tỉnh")

    class _DossierPart(_Part):
        value = DossierBlock(label="Thành phần hồ sơ của tỉnh")

    class _StepsPart(_Part):
        value = StepsBlock(label="Trình tự của tỉnh")

    receiving_address = _TextPart(label="Địa chỉ tiếp nhận", icon="site")
    executing = _TextsPart(label="Cơ quan thực hiện", icon="group")
    competent = _TextsPart(label="Cơ quan có thẩm quyền", icon="group")
    channels = _ChannelsPart(label="Cách thức, thời hạn, phí", icon="mail")
    cases = _DossierPart(label="Thành phần hồ sơ", icon="folder-open-inverse")
    steps = _StepsPart(label="Trình tự thực hiện", icon="list-ol")
    conditions = _TextPart(label="Yêu cầu, điều kiện", icon="warning")
    results = _TextsPart(label="Kết quả", icon="doc-full")
