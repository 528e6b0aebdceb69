"""A file written whole or not at all: what was there before stands until the new one is complete."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from accountkit.errors import CannotWrite
from accountkit.i18n import _

LONGEST_NAME = 200


def put(target: str | Path, content: bytes) -> None:
    """Write `content` to `target` in one step. A link's own file is replaced, its permissions stay; a device or a pipe is
    written to. Raises `CannotWrite` where the folder is missing or `target` is one, and `OSError` with its name.
    """
    demand_place(target)
    place = Path(os.path.realpath(target))
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(content)
        else:
            _replace(place, content)
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(target)) from error


def demand_place(target: str | Path) -> None:
    """Raises `CannotWrite` where no file can be written: its folder is missing, or a folder has its name."""
    place = Path(target)
    if not place.parent.is_dir():
        raise CannotWrite(
            _("The folder {folder} for {file} does not exist. Create it, or choose another.").format(
                folder=place.parent, file=place.name
            )
        )
    if place.is_dir():
        raise CannotWrite(_("{file} is a folder. Enter a file name.").format(file=place))


def _replace(place: Path, content: bytes) -> None:
    part = place.with_name(f".{place.name[-LONGEST_NAME:]}.{secrets.token_hex(4)}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        if place.exists():
            os.chmod(part, place.stat().st_mode & 0o7777)
        os.replace(part, place)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
