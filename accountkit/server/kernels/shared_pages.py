"""What forked kernels share stays shared: a page is copied for the first byte that is written to it.

Two things write to pages of the template process without anything new to say. Python counts references in the objects
themselves, also to one that is only looked at. And the allocators put new objects into the holes that imports and rehearsal
left between old ones, a few on each page. So old objects are no longer counted (`uncount`), and the holes are filled
(`fill_holes`), both before the first fork. Decision 0107 has the figures.
"""

from __future__ import annotations

import ctypes
import gc
import os
import platform
import sys
import sysconfig
import types
from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain, repeat
from typing import Any

POOL, POOL_HEADER = 16384, 48
"""Bytes of a pool, in which Python's allocator keeps blocks of one size, and of its header (Objects/obmalloc.c)."""
BLOCKS = range(16, 513, 16)
"""The sizes of blocks in pools; what is larger comes from the C library."""
CHUNKS = (*(1024 << doubled for doubled in range(6, -1, -1)), *range(1016, 23, -16))
"""Sizes that fill the holes of the C library's heap, the largest first; the last is its smallest."""
MOST = 1 << 23
"""Bytes of one size after which filling ends, should an allocator work otherwise than is known here."""
RUNS = frozenset({types.FrameType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType})


def keep() -> None:
    """Prepare a process for being forked. Its objects are never freed again: it must end without tidying up."""
    if can_uncount():
        uncount()
    fill_holes()


def can_uncount() -> bool:
    """Whether this Python has objects whose references it does not count (PEP 683, from 3.12 on), in the layout that
    `uncount` knows.
    """
    wide = sys.byteorder == "little" and ctypes.sizeof(ctypes.c_void_p) == 8
    return _is_known() and wide and sys.version_info >= (3, 12)


def _is_known() -> bool:
    """Whether this is CPython as it is usually built, with one lock and its own allocator."""
    built = sys.implementation.name == "cpython" and not sysconfig.get_config_var("Py_GIL_DISABLED")
    return built and not sys.flags.dev_mode and "PYTHONMALLOC" not in os.environ


def uncount() -> int:
    """Give every object that is there the count of `None`, which Python leaves alone; how many there are.

    What runs at this moment ends, and is left out.
    """
    counted = ctypes.c_uint32.from_address  # half of the count: from 3.14 on the upper half has other uses
    never = counted(id(None)).value
    addresses = list(_everything())
    for address in addresses:
        counted(address).value = never
    return len(addresses)


def _everything() -> dict[int, Any]:
    """All objects by address: those that the garbage collector knows, and what they refer to."""
    known = gc.get_objects()
    found: dict[int, Any] = {}
    while known:
        new = dict(zip(map(id, known), known, strict=True))
        for address in found.keys() & new.keys():
            del new[address]
        new = {address: one for address, one in new.items() if type(one) not in RUNS}
        found |= new
        known = gc.get_referents(*new.values())
        known += chain.from_iterable(_parts(one) for one in new.values() if type(one) is types.CodeType)
    return found


def _parts(code: types.CodeType) -> Iterable[Any]:
    """What a code object refers to: it does not tell the collector."""
    yield from (code.co_consts, code.co_names, code.co_filename, code.co_name, code.co_qualname)
    yield from (code.co_linetable, code.co_exceptiontable)


def fill_holes() -> None:
    """Take every free block between those in use, so that what comes next lies together, on pages of its own."""
    if _is_known():
        for size in BLOCKS:
            _fill_pools(size)
    if platform.libc_ver()[0] == "glibc":
        _fill_heap(ctypes.CDLL(None))


def _fill_pools(size: int) -> None:
    """Take blocks of one size until a pool has given all that it can hold: those in part used are asked before it."""
    allocate, whole = _function(ctypes.pythonapi.PyObject_Malloc), (POOL - POOL_HEADER) // size
    taken = array("Q")
    while whole not in Counter(address // POOL for address in taken).values() and len(taken) * size < MOST:
        for _each in repeat(None, 4096):  # nothing here may keep a block itself, and a number takes one
            taken.append(allocate(size))


def _fill_heap(libc: ctypes.CDLL) -> None:
    """Take chunks of each size until one comes from the heap's end."""
    allocate, free = _function(libc.malloc), libc.free
    free.argtypes, libc.sbrk.restype = (ctypes.c_void_p,), ctypes.c_void_p
    libc.malloc_trim(0)
    end = libc.sbrk(0) - os.sysconf("SC_PAGESIZE")
    for size in CHUNKS:
        most = MOST // size
        while (address := allocate(size)) < end and (most := most - 1):
            pass
        free(address)


def _function(symbol: Any) -> Callable[[int], int]:
    symbol.argtypes, symbol.restype = (ctypes.c_size_t,), ctypes.c_void_p
    return symbol
