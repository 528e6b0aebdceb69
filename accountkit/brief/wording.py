"""Text as it goes into a document: nothing that a format could read as more than text.

What people write may hold control characters that XML forbids, marks that turn the reading direction of all that
follows, or ten thousand characters in a field meant for a line. Escaping is each format's own business; this is what
they have in common.
"""

from __future__ import annotations

import re

from accountkit.i18n import N_, _, language, number, paragraph

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
LONGEST = 700
"""Characters of one person-written text that a document shows."""
UNBROKEN = re.compile(r"[^\s\u2e80-\uffef]{30,}")
"""A line may end after any Chinese character; a break put between them could part a number."""
ZERO_WIDTH_SPACE = "\u200b"

MARKS = {
    "confirmed": ("●", N_("confirmed")),
    "assumed": ("○", N_("assumed")),
    "refuted": ("×", N_("refuted")),
    "estimate": ("◇", N_("estimate")),
    "stale": ("◐", N_("stale")),
}
"""How a claim's standing is shown: a sign that needs no colour, and its word."""
TONES = {"confirmed": "good", "refuted": "bad"}
"""The tone of a mark; the others are unsure."""
LEGEND = {
    "internal": ("confirmed", "assumed", "refuted", "estimate", "stale"),
    "customer": ("estimate",),
}
"""The marks that an edition uses: all that is said to a customer is confirmed or an estimate."""


def plain(text: str) -> str:
    """Text without what XML forbids and without marks that override the reading direction; line ends are newlines."""
    text = _TURNING.sub("", _FORBIDDEN.sub("", text))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").strip()


def shortened(text: str, longest: int = LONGEST) -> str:
    """`text`, cut with a note of its length where it is longer than a document can bear."""
    text = plain(text)
    if len(text) <= longest:
        return text
    return _("{start} … (cut; {n} characters in all)").format(
        start=text[:longest].rstrip(), n=number(len(text), 0)
    )


def line(text: str, longest: int = 160) -> str:
    """`text` on one line, cut with an ellipsis: for titles, cells of a slide, and properties of a file."""
    text = " ".join(plain(text).split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def breakable(text: str, every: int = 24) -> str:
    """`text` with places to break inside runs of characters that have none."""
    return UNBROKEN.sub(lambda run: ZERO_WIDTH_SPACE.join(_pieces(run[0], every)), text)


def ended(text: str) -> str:
    """`text` as a sentence: with a full stop of its language unless it ends already."""
    text = text.strip()
    if not text or text[-1] in '.!?。！？…”"':
        return text
    return text + ("。" if language() == "zh_CN" else ".")


def first_sentence(text: str) -> str:
    """The first sentence of a text, with its stop."""
    return re.split(r"(?<=[.!?])\s+(?=\S)|(?<=[。！？])", text.strip(), maxsplit=1)[0]


def opening(text: str, longest: int) -> str:
    """As many whole sentences from the start of a text as fit; the first one, cut, where it is longer by itself."""
    rest, kept = " ".join(text.split()), ""
    while rest:
        sentence = first_sentence(rest)
        if kept and len(kept) + len(sentence) > longest:
            break
        kept, rest = paragraph(kept, sentence), rest[len(sentence) :].strip()
    return ended(line(kept, longest))


def marked(mark: str) -> str:
    """The sign and the word of a claim's standing: ``○ assumed``."""
    sign, word = MARKS[mark]
    return f"{sign} {_(word)}"


def on_one_line(mark: str) -> str:
    """The same, never parted at the end of a line."""
    sign, word = MARKS[mark]
    return f"{sign}\u00a0{_(word)}"


def tone_of(mark: str) -> str:
    """The tone in which a mark is set."""
    return TONES.get(mark, "unsure")


def _pieces(run: str, every: int) -> list[str]:
    return [run[start : start + every] for start in range(0, len(run), every)]
