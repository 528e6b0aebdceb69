"""In which order two workers take the files of tests: the dearest first, so that neither has a long one left when the other is done.

The seconds are rough, of one machine; a file that is not named counts by its tests. They change when a run ends, never what is run.
"""

from __future__ import annotations

from collections import Counter

import pytest

SECONDS = {
    "tests/e2e/test_dark.py": 125,
    "tests/e2e/test_controls_of_tabs.py": 115,
    "tests/e2e/test_accessibility.py": 99,
    "tests/workbooks/test_nbval.py": 96,
    "tests/e2e/test_layout.py": 62,
    "tests/e2e/test_hostile.py": 58,
    "tests/methods/test_conformance.py": 55,
    "tests/documents/test_site.py": 45,
    "tests/e2e/test_landing.py": 37,
    "tests/panels/test_methods.py": 35,
    "tests/panels/test_bad_input.py": 25,
    "tests/server/test_memory_comes_back.py": 22,
    "tests/brief/test_story.py": 20,
    "tests/server/test_views.py": 16,
    "tests/store/test_turns.py": 14,
    "tests/store/test_upkeep.py": 13,
    "tests/brief/test_hostile.py": 11,
    "tests/brief/test_deck.py": 11,
    "tests/store/test_properties.py": 10,
    "tests/brief/test_edition.py": 10,
    "tests/brief/test_pages.py": 10,
}
A_TEST = 0.04


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the files into that order, in workers alone: who runs tests in one process gets them as they stand."""
    if hasattr(config, "workerinput"):
        files = [item.nodeid.partition("::")[0] for item in items]
        many = Counter(files)
        order = sorted(many, key=lambda file: (-SECONDS.get(file, many[file] * A_TEST), file))
        place = {file: n for n, file in enumerate(order)}
        items.sort(key=lambda item: place[item.nodeid.partition("::")[0]])
