"""The container of old .xls files, checked before it is read.

A compound document keeps its streams as chains of sectors in an allocation table. A damaged or hostile table can lead a
chain back into itself, and a reader that follows it never ends; so every chain is followed here once, with a mark on
each sector. Layout: [MS-CFB], 2.2 and 2.3.
"""

from __future__ import annotations

import struct

_HEADER = 512
_FIRST_SECTORS = 109


def is_sound(data: bytes) -> bool:
    """Whether the allocation tables of a compound document have no chain that leads back into itself."""
    try:
        size, table = _allocation(data)
        (first_short,) = struct.unpack_from("<i", data, 60)
        short = [entry for sector in _chain(table, first_short) for entry in _sector(data, size, sector)]
        return _without_loops(table) and _without_loops(short)
    except (struct.error, IndexError, ValueError):
        return False


def _allocation(data: bytes) -> tuple[int, list[int]]:
    """The size of a sector and the table: for each sector the next of its chain, or a negative mark at its end."""
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in (9, 12):
        raise ValueError("no such sector size")
    size = 1 << shift
    holders = list(struct.unpack_from(f"<{_FIRST_SECTORS}i", data, 76))
    (further,) = struct.unpack_from("<i", data, 68)
    seen: set[int] = set()
    while further >= 0 and further not in seen:
        seen.add(further)
        *more, further = _sector(data, size, further)
        holders += more
    if further >= 0:
        raise ValueError("a chain leads back into itself")
    return size, [entry for holder in holders if holder >= 0 for entry in _sector(data, size, holder)]


def _sector(data: bytes, size: int, number: int) -> list[int]:
    return list(
        struct.unpack_from(
            f"<{size // 4}i", data, _HEADER + number * size if size == _HEADER else (number + 1) * size
        )
    )


def _chain(table: list[int], first: int) -> list[int]:
    chain: dict[int, None] = {}
    while first >= 0:
        if first in chain:
            raise ValueError("a chain leads back into itself")
        chain[first] = None
        first = table[first]
    return list(chain)


def _without_loops(table: list[int]) -> bool:
    """Whether following the table from any sector comes to an end."""
    ended: set[int] = set()
    for start in range(len(table)):
        path: dict[int, None] = {}
        sector = start
        while 0 <= sector < len(table) and sector not in ended:
            if sector in path:
                return False
            path[sector] = None
            sector = table[sector]
        ended.update(path)
    return True
