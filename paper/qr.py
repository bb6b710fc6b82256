"""The QR picture of a permanent address, as SVG that scales to any size without blurring."""

import qrcode
from qrcode.constants import ERROR_CORRECT_H

QUIET_ZONE = 4  # modules of white on each side (ISO/IEC 18004)

#: Every mask can be read; weighing all eight takes seven times as long and makes addresses like ours hardly calmer.
#: Of the eight this one's worst case is the calmest (its penalty on average 11 % above the best one's).
_MASK = 2


def qr_rows(address: str) -> list[list[bool]]:
    """The modules of the code row by row, True for dark, the quiet zone included.

    Error correction H, above the Q that is asked for: it makes the module a tenth smaller, and a code of which a patch
    of 15 % is torn off or stuck over is still read; with Q every fourth was not (tests/paper/scanning.py).

    Raises qrcode.exceptions.DataOverflowError when the address is longer than a code can hold (1,663 bytes).
    """
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_H, border=QUIET_ZONE, mask_pattern=_MASK)
    code.add_data(address)
    code.make(fit=True)
    rows: list[list[bool]] = code.get_matrix()
    return rows


def qr_svg(address: str, label: str) -> str:
    """An <svg> whose modules are one unit each; `label` is what a screen reader says."""
    return draw(qr_rows(address), label)


def draw(rows: list[list[bool]], label: str) -> str:
    """The <svg> of modules: a white ground and one path, so that no seam shows between the rows."""
    runs = "".join(f"M{x} {y}h{width}v1h-{width}z" for y, row in enumerate(rows) for x, width in _dark_runs(row))
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" aria-label="{_escape(label)}"'
        f' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{runs}"/></svg>'
    )


def _dark_runs(row: list[bool]) -> list[tuple[int, int]]:
    """Where dark modules begin in a row and how many follow each other."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((x, 1))
    return runs


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
