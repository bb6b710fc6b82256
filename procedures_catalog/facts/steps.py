"""Steps: between the national text of "Trình tự thực hiện" and named steps with their texts, without losing a word."""

import re
from collections.abc import Callable, Iterator, Sequence

from procedures_catalog.facts.record import Step

# "  * Nộp hồ sơ" names a step in the national export, while "    * …" stands inside one (a blank too many or too few is
# forgiven); "- Bước 2: …" names one in most texts.
_STARRED = re.compile(r" {1,3}\* +(?P<name>\S.*)")
_NUMBERED = re.compile(r"\s*(?:(?P<marker>[-+*•–]|[a-zđ]\))\s+)?(?P<name>[-+*•–]?Bước\s*\d+.*)", re.IGNORECASE)
_LONGEST_NAME = 160

#: What a line that opens a step says: its sign, its name and the first line of its text.
_Opening = tuple[str, str, list[str]]
_Opens = Callable[[str], _Opening | None]


def parse_steps(text: str) -> tuple[Step, ...]:
    """The steps of a text; a text without any sign of steps is one step without a name."""
    return _cut(text, _start)


def recut(steps: Sequence[Step], like: Sequence[Step]) -> tuple[Step, ...]:
    """The same text, cut where `like` is cut: white space and letter case of a line that both have move no step."""
    opening = {_bare(f"{step.marker}{step.name}"): step for step in like if step.name}
    inside = {_bare(line) for step in like for line in step.text.split("\n")}

    def opens(line: str) -> _Opening | None:
        if step := opening.get(_bare(line)):
            return step.marker, step.name, []
        return None if _bare(line) in inside else _start(line)

    return _cut(format_steps(steps), opens)


def _bare(line: str) -> str:
    return "".join(line.split()).casefold()


def _cut(text: str, opens: _Opens) -> tuple[Step, ...]:
    return tuple(Step(name, "\n".join(lines).strip("\n"), marker) for marker, name, lines in _groups(text, opens))


def _groups(text: str, opens: _Opens) -> Iterator[_Opening]:
    marker, name, lines = "", "", []
    for line in text.split("\n"):
        start = opens(line)
        if start is None:
            lines.append(line.strip())
            continue
        if name or any(lines):
            yield marker, name, lines
        marker, name, lines = start
    if name or any(lines):
        yield marker, name, lines


def _start(line: str) -> _Opening | None:
    if match := _STARRED.fullmatch(line):
        return "*", match["name"].strip(), []
    if match := _NUMBERED.fullmatch(line):
        name, rest = _split_name(match["name"].strip())
        return match["marker"] or "", name, [rest] if rest else []
    return None


def _split_name(line: str) -> tuple[str, str]:
    """A short line is a name; of a long one only "Bước 2:" is, the rest being the text."""
    if len(line) <= _LONGEST_NAME:
        return line, ""
    head = re.match(r"[-+*•–]?Bước\s*\d+\s*[:.]?(?=\s)", line, re.IGNORECASE)
    return (head[0], line[head.end() :].strip()) if head else (line, "")


def format_steps(steps: Sequence[Step]) -> str:
    """The national text that says these steps."""
    return "\n".join(filter(None, map(_format_step, steps)))


def _format_step(step: Step) -> str:
    name = " ".join(filter(None, (step.marker, step.name)))
    indent = "  " if step.marker == "*" else "    "
    lines = [indent + name] if name else []
    return "\n".join(lines + ["    " + line if line else "" for line in step.text.split("\n") if step.text])
