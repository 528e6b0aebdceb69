"""The short name that a name gives: for addresses and folders, and as the key of a peer or an offering."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha1

from accountkit.model.record import KEY

LONGEST = 50
_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d"}
)
"""Latin letters that are no other letter with an accent."""


def key_of(text: str, kind: str) -> str:
    """A text that may be the id of a record as it is, any other spelled as a slug (``Line control`` →
    ``line-control``)."""
    return text if re.match(KEY, text) else slug_of(text, kind)


def slug_of(name: str, kind: str = "account") -> str:
    """``Müller & Söhne AG`` → ``muller-sohne-ag``: lower-case Latin letters, digits and hyphens.

    A name in another script (新东方) gives the `kind` and eight characters that are the same each time:
    ``account-5a0c3b1f``.
    """
    latin = unicodedata.normalize("NFKD", name.translate(_SPELLED)).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")[:LONGEST].strip("-")
    return slug or f"{kind}-{sha1(name.strip().encode()).hexdigest()[:8]}"
