"""The sheet averages two balances only where the one really opens the other."""

from accountkit.brief.calculation import _openings
from tests.sources.test_vintages import restated


def test_a_restated_opening_is_not_taken_from_the_year_before():
    by_last, by_own = (restated().read(vintage=v).statements for v in ("as_last_filed", "one_filing"))
    assert _openings(by_last) == (None, 0, 1)
    # the report for 2024 opens with other balances than the report for 2023 closed with
    assert _openings(by_own) == (None, 0, None)
