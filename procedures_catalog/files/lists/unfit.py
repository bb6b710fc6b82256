"""What one row cannot be taken for."""


class Unfit(ValueError):  # noqa: N818 - it names the row, not a fault of the program
    """Why a row is refused: the field of the record, the value, the reason in Vietnamese."""

    def __init__(self, key: str, value: object, reason: str) -> None:
        super().__init__(reason)
        self.key, self.value, self.reason = key, value, reason
