"""Names this floor for Django and says what its rows touch."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """The floor `agencies`."""

    name = "agencies"
    verbose_name = "Cơ quan và đơn vị hành chính"

    def ready(self) -> None:
        """Says what a change of its rows touches, and whose they are; imports wait until models may be loaded."""
        from agencies import ownership, touches

        touches.connect()
        ownership.connect()
