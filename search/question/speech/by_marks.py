"""What a text is looked through with: what was typed with marks means those marks; what has none may mean any."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from vietnamese.fold import fold

Patterns = TypeVar("Patterns")


@dataclass(frozen=True, slots=True)
class ByMarks(Generic[Patterns]):
    """The same patterns twice: for a text that bears marks, and folded for one that was typed without any."""

    marked: Patterns
    folded: Patterns

    def of(self, text: str) -> Patterns:
        """Those for a text, which is in its exact form (`vietnamese.spelling.exact`)."""
        return self.folded if is_bare(text) else self.marked


def is_bare(text: str) -> bool:
    """Whether a text in its exact form bears no marks."""
    return text == fold(text)
