"""The sheet averages two balances only where the one really opens the other."""

from accountkit import finance
from accountkit.brief import customers
from accountkit.brief.calculation import _openings
from accountkit.model import Figure, Origin
from accountkit.model.statement import Caveat
from accountkit.samples import sample
from tests.sources.test_vintages import restated


def test_a_restated_opening_is_not_taken_from_the_year_before():
    by_last, by_own = (restated().read(vintage=v).statements for v in ("as_last_filed", "one_filing"))
    assert _openings(by_last) == (None, 0, 1)
    # the report for 2024 opens with other balances than the report for 2023 closed with
    assert _openings(by_own) == (None, 0, None)


def test_both_editions_tell_the_same_returns_of_years_that_bring_their_opening_balances():
    """Restated balances and what is unusual about a year are no secret; where a figure was found stays inside."""
    account = sample("walmart")
    statements = {
        key: one.model_copy(
            update={
                "opening": {line: halved(one.figures[line]) for line in ("total_assets", "equity")},
                "caveats": (Caveat(kind="inflation"),),
            }
        )
        for key, one in account.statements.items()
    }
    shown = customers(account.model_copy(update={"statements": statements}))
    ours, theirs = (finance.latest(one).years for one in (statements, shown.statements))
    assert [(year.return_on_equity, year.notes) for year in theirs] == [
        (year.return_on_equity, year.notes) for year in ours
    ]
    assert "INSIDE" not in shown.model_dump_json()


def halved(figure: Figure) -> Figure:
    return Figure(value=figure.value / 2, origin=Origin(note="INSIDE"))
