"""The lines of a change note: of one that a person wrote, and of one that follows from the difference."""

from collections.abc import Iterable, Iterator


def typed_lines(text: str) -> str:
    """What a person typed, a sentence a line, without empty ones."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def in_one_line(text: str) -> str:
    """A note for a place that has one line: "Thời hạn: 5 → 3 ngày; Kết quả: …"."""
    return "; ".join(filter(None, (" ".join(line.split()).rstrip(".;") for line in text.splitlines())))


def lines_but(text: str, parts: str, untold: Iterable[str]) -> Iterator[str]:
    """The lines of a note without those that tell of certain parts; `parts` names the part of each line, parted by
    blanks, "" where a person wrote the note, of which every line is told."""
    lines, hidden = text.splitlines(), set(untold)
    of = parts.split() or [""] * len(lines)
    yield from (line for part, line in zip(of, lines, strict=False) if line and part not in hidden)
