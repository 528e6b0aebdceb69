"""How a file reaches the panel: posted to our server, in acknowledged pieces where there is none, or pasted.

Whatever the browser says is checked here: the name of an upload names one file of the spool and nothing else, pieces
come in order and stay under the limit.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from accountkit.errors import FileTooLarge, InvalidEdit, UnreadableFile
from accountkit.i18n import _, number
from accountkit.panels.events import Event
from accountkit.sources import LARGEST_FILE

UPLOAD = r"^[A-Za-z0-9][A-Za-z0-9_\-]{7,79}$"
PIECE = 1_000_000
LONGEST_PASTE = 2_000_000
FileName = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^/\\\x00-\x1f]+$")]


class Posted(Event):
    """A file that the server took; `upload` is the name that it answered. `sector` says that it holds many companies."""

    upload: Annotated[str, StringConstraints(pattern=UPLOAD)]
    name: FileName
    sector: bool = False


class Piece(Event):
    """A piece of a file of `size` bytes, counted from 0, in base64."""

    name: FileName
    size: Annotated[int, Field(ge=0)]
    place: Annotated[int, Field(ge=0)]
    data: Annotated[str, StringConstraints(max_length=PIECE * 4 // 3 + 8)]
    sector: bool = False


class Pasted(Event):
    """What the clipboard held."""

    text: Annotated[str, StringConstraints(max_length=LONGEST_PASTE)]


@dataclass
class Arriving:
    """A file that comes in pieces."""

    name: str
    size: int
    pieces: list[bytes] = field(default_factory=list)

    @property
    def received(self) -> int:
        """Bytes that are here."""
        return sum(map(len, self.pieces))

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return self.received >= self.size


def spooled(upload: str) -> Path:
    """The file that the server took under that name. Raises `UnreadableFile` where there is none."""
    folder = os.environ.get("ACCOUNTKIT_SPOOL", "")
    path = Path(folder) / upload
    if not folder or not re.fullmatch(UPLOAD, upload) or path.is_symlink() or not path.is_file():
        raise UnreadableFile(_("The uploaded file has expired. Choose it again."))
    return path


def next_piece(arriving: Arriving | None, event: Piece) -> Arriving:
    """The file with one more piece. Raises `FileTooLarge` over the limit, `InvalidEdit` for a piece out of order."""
    if event.size > LARGEST_FILE:
        text = _(
            "{name} has {size} MB, over the limit of {limit} MB. Upload only the sheet with the annual "
            "figures."
        )
        raise FileTooLarge(
            text.format(
                name=event.name, size=number(event.size / 1e6, 1), limit=number(LARGEST_FILE / 1e6, 0)
            )
        )
    if event.place == 0:
        arriving = Arriving(event.name, event.size)
    known = arriving is not None and (arriving.name, arriving.size) == (event.name, event.size)
    if arriving is None or not known or event.place != len(arriving.pieces):
        raise InvalidEdit(_("The upload was interrupted, and nothing was saved. Choose the file again."))
    try:
        piece = base64.b64decode(event.data, validate=True)
    except binascii.Error as error:
        raise InvalidEdit(
            _("The file was damaged during upload, and nothing was saved. Choose it again.")
        ) from error
    if len(piece) > PIECE or arriving.received + len(piece) > event.size:
        raise InvalidEdit(_("The file was damaged during upload, and nothing was saved. Choose it again."))
    arriving.pieces.append(piece)
    return arriving
