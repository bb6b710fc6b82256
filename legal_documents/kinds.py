"""Words of a closed list: kinds of documents, and what a source may say of their validity."""

from django.db.models import TextChoices

from legal_documents.facts import validity


class DocumentKind(TextChoices):
    """Kinds of documents, in the order of their force (Luật 64/2025/QH15); administrative papers follow."""

    CONSTITUTION = "constitution", "Hiến pháp"
    CODE = "code", "Bộ luật"
    LAW = "law", "Luật"
    ORDINANCE = "ordinance", "Pháp lệnh"
    RESOLUTION = "resolution", "Nghị quyết"
    DECREE = "decree", "Nghị định"
    DECISION = "decision", "Quyết định"
    CIRCULAR = "circular", "Thông tư"
    JOINT_CIRCULAR = "joint_circular", "Thông tư liên tịch"
    DIRECTIVE = "directive", "Chỉ thị"
    PLAN = "plan", "Kế hoạch"
    LETTER = "letter", "Công văn"
    ANNOUNCEMENT = "announcement", "Thông báo"
    OTHER = "other", "Khác"


class DeclaredStatus(TextChoices):
    """What a source says of the validity."""

    NOT_YET = validity.NOT_YET, validity.LABELS[validity.NOT_YET]
    IN_FORCE = validity.IN_FORCE, validity.LABELS[validity.IN_FORCE]
    EXPIRED = validity.EXPIRED, validity.LABELS[validity.EXPIRED]
