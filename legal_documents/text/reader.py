"""Reads a file's text in a process of its own, so that no file, however made, stops or fills the portal."""

import json
import subprocess
import sys
from pathlib import Path

from legal_documents.text.pdf_pages import MAX_BYTES, FileText
from legal_documents.text.repair import repaired

SECONDS = 15.0  # an editor waits so long when publishing, at the very most
_PROJECT = Path(__file__).resolve().parents[2]
_HEAD = 1_024  # a PDF says what it is within its first bytes
_LETTERS_ON_A_PAGE = 25  # fewer, on the average, are page numbers and stamps on pictures


def read_file(data: bytes, name: str, seconds: float = SECONDS) -> FileText:
    """The repaired text of the file, or a complaint and what could be read in that time. Raises nothing.

    `name` tells a PDF that is damaged from a file that never was one.
    """
    if len(data) > MAX_BYTES:
        return FileText((), "too_big")
    if b"%PDF" not in data[:_HEAD]:
        return FileText((), "broken" if name.lower().endswith(".pdf") else "not_pdf")
    found = _parsed(*_run(data, seconds))
    if not found.complaint and _is_scan(found.pages):
        return FileText((), "scan")
    return FileText(repaired(found.pages), found.complaint)


def _run(data: bytes, seconds: float) -> tuple[bytes, str]:
    """What the reading process wrote, and the complaint if it did not come to its end."""
    command = [sys.executable, "-m", "legal_documents.text.pdf_pages"]
    try:
        run = subprocess.run(  # noqa: S603 - our own program, the file comes by its standard input
            command, cwd=_PROJECT, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds
        )
    except subprocess.TimeoutExpired as late:
        return late.stdout or b"", "slow"
    return run.stdout, "broken" if run.returncode else ""


def _parsed(written: bytes, complaint: str) -> FileText:
    """The pages among the written lines; a line that was cut off is none."""
    lines = [json.loads(line) for line in written.splitlines(keepends=True) if line.endswith(b"\n")]
    said = "".join(line["complaint"] for line in lines if isinstance(line, dict))
    return FileText(tuple(line for line in lines if isinstance(line, str)), complaint or said)


def _is_scan(pages: tuple[str, ...]) -> bool:
    return sum(map(str.isalpha, "".join(pages))) <= _LETTERS_ON_A_PAGE * len(pages)
