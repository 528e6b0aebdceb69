"""In which order two workers take the files of tests, and which tests are quick: by the seconds that they once took.

The seconds are rough, of one machine, and stand in `tests/seconds.json`; `python -m tools.test_seconds` writes them from a
run. What is not named there counts as quick.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

RECORDED = "tests/seconds.json"
LONG = 0.1
"""From how many seconds on, a case on average, a test is none of the quick ones: two workers have a minute for them."""
A_TEST = 0.04


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--quick` leaves out what takes long."""
    parser.addoption("--quick", action="store_true", help=f"only tests whose case took less than {LONG:g} s")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long, where that is asked; and let workers begin with the dearest files, so that neither has a long
    one left when the other is done. Who runs tests in one process gets them as they stand.
    """
    recorded = json.loads((Path(__file__).parents[1] / RECORDED).read_text())
    if config.getoption("quick"):
        items[:] = quick_ones(items, recorded, config)
    if hasattr(config, "workerinput"):
        many = Counter(file_of(item) for item in items)
        seconds = {
            file: recorded[file]["seconds"] if file in recorded else many[file] * A_TEST for file in many
        }
        items.sort(key=lambda item: (-seconds[file_of(item)], file_of(item)))


def file_of(item: pytest.Item) -> str:
    """The file of a test, from the project's folder."""
    return item.nodeid.partition("::")[0]


def quick_ones(items: list[pytest.Item], recorded: dict, config: pytest.Config) -> list[pytest.Item]:
    """The tests of which no long time is recorded; the others are counted as deselected."""
    long = {(file, name) for file, record in recorded.items() for name in record["long"]}
    left_out = [item for item in items if (file_of(item), item.name.partition("[")[0]) in long]
    left = set(left_out)
    config.hook.pytest_deselected(items=left_out)
    return [item for item in items if item not in left]
