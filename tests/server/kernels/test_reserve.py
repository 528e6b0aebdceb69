"""Kernels in reserve: as many as there are processors, replaced when they are taken, and none while a page is opened."""

from __future__ import annotations

import asyncio
import logging
from itertools import count

import pytest

from accountkit.server.kernels import reserve
from accountkit.server.kernels.reserve import Reserve


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(reserve, "REST", 0.01)
    monkeypatch.setattr(reserve.os, "sched_getaffinity", lambda _process: {0, 1})


async def _until(true) -> None:
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.01)


def _reserve(starts, is_busy=lambda: False):
    async def start() -> str:
        return next(starts)

    return Reserve(start, is_busy, logging.getLogger("tests"))


def test_there_is_one_for_each_processor_and_what_is_taken_is_replaced():
    async def run():
        kept = _reserve(str(number) for number in count())
        assert kept.take() is None
        kept.begin()
        await _until(lambda: len(kept) == 2)
        assert "0" in kept and "1" in kept
        assert [kept.take(), kept.take(), kept.take()] == ["0", "1", None]
        await _until(lambda: len(kept) == 2)
        await asyncio.sleep(0.1)
        assert len(kept) == 2 and "2" in kept and "3" in kept
        kept.stop()
        kept.take()
        await asyncio.sleep(0.1)
        assert len(kept) == 1

    asyncio.run(run())


def test_none_is_made_while_a_page_is_being_opened():
    async def run():
        busy = [True]
        kept = _reserve((str(number) for number in count()), lambda: bool(busy))
        kept.begin()
        await asyncio.sleep(0.1)
        assert len(kept) == 0
        busy.clear()
        await _until(lambda: len(kept) == 2)
        kept.stop()

    asyncio.run(run())


def test_a_kernel_that_does_not_start_is_told_and_tried_again_with_the_next_page(caplog):
    starts = iter(["first"])

    async def run():
        async def start() -> str:
            if (found := next(starts, None)) is None:
                raise RuntimeError("no more")
            return found

        kept = Reserve(start, lambda: False, logging.getLogger("tests"))
        kept.begin()
        await _until(lambda: "no more" in caplog.text)
        assert kept.take() == "first" and kept.take() is None
        await _until(lambda: caplog.text.count("no more") > 1)
        kept.stop()

    asyncio.run(run())
