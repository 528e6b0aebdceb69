"""How much a file may hold, and the guarded opening of what is compressed.

A size that an archive declares can lie, so what is unpacked is counted while it is unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from accountkit.errors import FileTooLarge, UnreadableFile
from accountkit.i18n import _, number

MEGABYTE = 1_000_000
LARGEST_FILE = 50 * MEGABYTE
LARGEST_EXPANSION = 300 * MEGABYTE
LARGEST_SECTOR_FILE = 400 * MEGABYTE
LARGEST_SECTOR_EXPANSION = 4_000 * MEGABYTE
MOST_ROWS = 100_000
MOST_COLUMNS = 2_000
MOST_CELLS = 2_000_000
"""Cells of all sheets of a file, the blank ones between others included: reading one takes some microseconds."""
MOST_PARTS = 5_000
LONGEST_CELL = 20_000
_CHUNK = 1 << 20


def content(source: str | Path | bytes, name: str, largest: int = LARGEST_FILE) -> bytes:
    """The bytes of a file (or the bytes themselves), refused above `largest` before they are read."""
    if isinstance(source, bytes | bytearray | memoryview):
        data = bytes(source)
        check_size(len(data), name, largest)
        return data
    path = Path(source)
    try:
        check_size(path.stat().st_size, name, largest)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            _("{name} cannot be opened: {reason}. Check the path.").format(
                name=name, reason=error.strerror or error
            )
        ) from error


def check_size(size: int, name: str, largest: int = LARGEST_FILE) -> None:
    """Refuse a file that is empty or larger than allowed."""
    if size > largest:
        raise FileTooLarge(
            _(
                "{name} has {size} MB, more than {limit} MB. Save the sheet with the annual figures alone."
            ).format(name=name, size=number(size / MEGABYTE, 1), limit=number(largest / MEGABYTE, 0))
        )
    if not size:
        raise UnreadableFile(_("{name} is empty. Export it again, or choose another file.").format(name=name))


def check_cells(cells: int, name: str, most: int = MOST_CELLS) -> None:
    """Refuse a file with more cells than allowed."""
    if cells > most:
        raise FileTooLarge(
            _(
                "{name} has more than {limit} cells, blank ones included. Save the sheet with the annual figures alone."
            ).format(name=name, limit=number(most, 0))
        )


def gunzipped(data: bytes, name: str) -> bytes:
    """A gzip file unpacked; refused by the size that it declares at its end, or stopped where it grows over the limit.

    Deflate packs at most 1,032 to one: a file that declares more than that is cut off, and its end says nothing.
    """
    if LARGEST_EXPANSION < int.from_bytes(data[-4:], "little") <= len(data) * 1032:
        raise _bomb(name, LARGEST_EXPANSION)
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(data, LARGEST_EXPANSION + 1)
    except zlib.error as error:
        raise _damaged(name) from error
    if len(unpacked) > LARGEST_EXPANSION:
        raise _bomb(name, LARGEST_EXPANSION)
    if not unpacker.eof:
        raise _damaged(name)
    return unpacked


def archive(data: bytes | Path, name: str) -> zipfile.ZipFile:
    """A zip archive, opened; damage and encryption are named."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
    except MemoryError:  # a limit, and no damage
        raise
    except Exception as error:  # a damaged directory fails with whatever its broken offsets lead to
        raise _damaged(name) from error
    if len(opened.infolist()) > MOST_PARTS:
        raise _bomb(name, LARGEST_EXPANSION)
    if any(part.flag_bits & 1 for part in opened.infolist()):
        raise UnreadableFile(
            _("{name} is protected by a password. Save a copy without it and import that.").format(name=name)
        )
    return opened


def check_expansion(opened: zipfile.ZipFile, name: str, largest: int = LARGEST_EXPANSION) -> None:
    """Refuse an archive that declares more than `largest` bytes; what lies is caught by `parts`."""
    if sum(part.file_size for part in opened.infolist()) > largest:
        raise _bomb(name, largest)


def parts(
    opened: zipfile.ZipFile, name: str, largest: int = LARGEST_EXPANSION
) -> Iterator[tuple[str, bytes]]:
    """Every file of an archive as (path, bytes), unpacked under one common limit."""
    check_expansion(opened, name, largest)
    left = largest
    for part in opened.infolist():
        try:
            with opened.open(part) as stream:
                data = _limited(stream, left)
        except MemoryError:
            raise
        except Exception as error:  # a damaged archive fails with whatever its broken offsets lead to
            raise _damaged(name) from error
        left -= len(data)
        if left < 0:
            raise _bomb(name, largest)
        yield part.filename, data


def _limited(stream: IO[bytes], left: int) -> bytes:
    chunks: list[bytes] = []
    while left >= 0 and (chunk := stream.read(_CHUNK)):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


def _bomb(name: str, largest: int) -> FileTooLarge:
    return FileTooLarge(
        _("{name} unpacks to more than {limit} MB and was not read. Choose a smaller file.").format(
            name=name, limit=number(largest / MEGABYTE, 0)
        )
    )


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(_("{name} is damaged or cut off. Download or save it again.").format(name=name))
