"""How wide text is before anybody draws it: the widths of Arial, and of other fonts beside it.

Documents are written on machines that need not have their fonts. So nothing is measured with a font of the machine: the
widths of Arial's letters stand here (Liberation Sans and Helvetica share them), and the fonts that companies set in are
known by how much wider or narrower they run. A font that is not known counts as wide, for a text with some room to
spare is right and a cut one is not.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

# printable ASCII from the space on, in thousandths of the size; regular, then bold
_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 "
    "584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 "
    "611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 "
    "722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 "
    "584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 "
    "611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 "
    "778 556 556 500 389 280 389 584"
)
WIDTHS = {
    bold: {chr(32 + place): int(width) / 1000 for place, width in enumerate(listed.split())}
    for bold, listed in ((False, _REGULAR), (True, _BOLD))
}
AS_ARIAL = frozenset({"Arial", "Helvetica", "Helvetica Neue", "Liberation Sans", "Arimo"})
BESIDE_ARIAL = {
    "Aptos": 1.0,
    "Arial Narrow": 0.83,
    "Calibri": 0.92,
    "Calibri Light": 0.92,
    "Cambria": 0.98,
    "Candara": 0.96,
    "Century Gothic": 1.12,
    "Franklin Gothic Book": 0.96,
    "Garamond": 0.88,
    "Georgia": 1.06,
    "Liberation Serif": 0.93,
    "Segoe UI": 1.04,
    "Tahoma": 1.02,
    "Times New Roman": 0.93,
    "Trebuchet MS": 1.02,
    "Verdana": 1.2,
}
UNKNOWN = 1.2
"""As wide as Verdana and DejaVu, which stand in where a font is missing."""
OTHER, WIDE = 0.6, 1.0
"""A letter outside ASCII, and a Chinese one."""
LINE, TALL = 1.22, 1.45
"""The height of a line in Latin fonts, and in the tallest of the Chinese ones."""
HAIR = 1e-6
BETWEEN_SCRIPTS = 0.2
"""What some programs set between Chinese and Latin letters beside each other."""
TOGETHER = 4
"""Chinese letters that a narrow column holds side by side."""


def relative(font: str) -> float:
    """How much wider a font runs than Arial."""
    return 1.0 if font in AS_ARIAL else BESIDE_ARIAL.get(font, UNKNOWN)


def is_wide(letter: str) -> bool:
    """Whether a letter is as wide as it is high."""
    return letter > "\u2e7f"


@lru_cache(maxsize=4096)
def width(text: str, size: float, font: str = "Arial", *, bold: bool = False) -> float:
    """The width of a text on one line, in points, at `size` points."""
    known, factor = WIDTHS[bold], relative(font)
    wide = sum(WIDE if is_wide(letter) else known.get(letter, OTHER) * factor for letter in text)
    return size * (
        wide
        + BETWEEN_SCRIPTS
        * sum(a.isalnum() and b.isalnum() and is_wide(a) != is_wide(b) for a, b in pairwise(text))
    )


def lines(text: str, room: float, size: float, font: str = "Arial", *, bold: bool = False) -> int:
    """How many lines a text takes in a room of so many points; words are kept whole where they fit on a line."""
    return sum(
        max(1, _lines(part, max(room, size), size, font, bold))
        for part in text.replace("\v", "\n").split("\n")
    )


def leading(text: str) -> float:
    """The height of a line over the size of its letters; Chinese fonts set lines taller."""
    return TALL if any(is_wide(letter) for letter in text) else LINE


def height(text: str, room: float, size: float, font: str = "Arial", *, bold: bool = False) -> float:
    """The height of a text in a room of so many points, in points."""
    return lines(text, room, size, font, bold=bold) * leading(text) * size


def longest_word(text: str, size: float, font: str = "Arial", *, bold: bool = False) -> float:
    """The width of the longest piece that should stand on one line, in points; of Chinese, four letters of it.

    One word may run wider than a font does on the whole, so in a font other than Arial it has some room more.
    """
    spare = 1.0 if font in AS_ARIAL else 1.12
    wide = sum(is_wide(letter) for letter in text)
    pieces = [width(piece.strip(), size, font, bold=bold) * spare for piece in _pieces(text)]
    return max([min(wide, TOGETHER) * WIDE * size, *pieces])


def _lines(text: str, room: float, size: float, font: str, bold: bool) -> int:
    count, used = 1, 0.0
    for piece in _pieces(text):
        wide, bare = width(piece, size, font, bold=bold), width(piece.rstrip(), size, font, bold=bold)
        if used and used + bare > room + HAIR:
            count, used = count + 1, 0.0
        if bare > room:
            more = int(bare / room)
            count, wide = count + more, bare - more * room
        used += wide
    return count


def _pieces(text: str) -> list[str]:
    """A text in the pieces between which a line may end: after a space, and on either side of a Chinese letter."""
    pieces, word = [], ""
    for letter in text:
        if is_wide(letter):
            if word:
                pieces.append(word)
            pieces.append(letter)
            word = ""
            continue
        word += letter
        if letter in " \u200b-":
            pieces.append(word)
            word = ""
    return [*pieces, word] if word else pieces
