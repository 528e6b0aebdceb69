"""In which order two workers take the files of tests: the dearest first, so that neither has a long one left when the other is done.

The seconds are rough, of one machine; a file that is not named counts by its tests. They change when a run ends, never what is run.
"""

from __future__ import annotations

from collections import Counter

import pytest

SECONDS = {
    "tests/e2e/test_lasting.py": 223,
    "tests/e2e/test_controls_of_cards.py": 137,
    "tests/e2e/test_methods.py": 113,
    "tests/e2e/test_controls_of_tabs.py": 105,
    "tests/workbooks/test_nbval.py": 96,
    "tests/e2e/test_standing.py": 94,
    "tests/e2e/test_controls_for_reading.py": 86,
    "tests/e2e/test_dark.py": 81,
    "tests/e2e/test_cut_short.py": 76,
    "tests/e2e/test_own_notebooks.py": 73,
    "tests/e2e/test_undo.py": 67,
    "tests/e2e/test_controls.py": 61,
    "tests/e2e/test_accessibility.py": 60,
    "tests/e2e/test_workbook.py": 60,
    "tests/e2e/test_forms.py": 58,
    "tests/methods/test_conformance.py": 55,
    "tests/e2e/test_layout.py": 52,
    "tests/e2e/test_print.py": 51,
    "tests/e2e/test_week.py": 46,
    "tests/documents/test_site.py": 45,
    "tests/e2e/test_elsewhere.py": 45,
    "tests/e2e/test_hostile.py": 42,
    "tests/e2e/test_colleagues.py": 39,
    "tests/panels/test_methods.py": 35,
    "tests/e2e/test_suggestions.py": 32,
    "tests/e2e/test_deal.py": 26,
    "tests/e2e/test_policy.py": 26,
    "tests/panels/test_bad_input.py": 25,
    "tests/e2e/test_tabs_ahead.py": 25,
    "tests/server/test_memory_comes_back.py": 22,
    "tests/e2e/test_practice.py": 22,
    "tests/e2e/test_lasting_in_postgresql.py": 22,
    "tests/brief/test_story.py": 20,
    "tests/e2e/test_rows.py": 19,
    "tests/e2e/test_sent_forms.py": 17,
    "tests/e2e/test_sign_in.py": 17,
    "tests/server/test_views.py": 16,
    "tests/e2e/test_palette.py": 16,
    "tests/e2e/test_people.py": 15,
    "tests/e2e/test_served.py": 15,
    "tests/store/test_turns.py": 14,
    "tests/e2e/test_dialogs.py": 14,
    "tests/e2e/test_sharing.py": 14,
    "tests/store/test_upkeep.py": 13,
    "tests/e2e/test_typed_numbers.py": 13,
    "tests/e2e/test_refused_choices.py": 12,
    "tests/brief/test_hostile.py": 11,
    "tests/brief/test_deck.py": 11,
    "tests/e2e/test_business_case.py": 11,
    "tests/e2e/test_care.py": 11,
    "tests/store/test_properties.py": 10,
    "tests/brief/test_edition.py": 10,
    "tests/brief/test_pages.py": 10,
    "tests/e2e/test_readers_page.py": 10,
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
