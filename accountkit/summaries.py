"""What an account, or our own side, says, as plain text: deterministic, as of its review date, in the current language.

One text per analysis (`methods.summary`), one per screen (``portfolio`` and ``team`` of our own side), one for the whole (`overview`), and the brief's first page (`brief`).
Notebooks store these texts, and nbval checks them: a wrong number fails.
"""

from __future__ import annotations

from dataclasses import replace

from accountkit import methods
from accountkit.i18n import _, bracketed, clauses, day, labelled, percent
from accountkit.methods.assess import Read
from accountkit.methods.chain.budget_calendar import budget_calendar, missed_dates
from accountkit.methods.chain.completeness import confirmed_in_words
from accountkit.methods.method import WORKSPACES
from accountkit.methods.overview.overview import Tile, overview
from accountkit.methods.subjects import customer_name
from accountkit.methods.workspaces import ELSEWHERE, cards, screens
from accountkit.model import Account


def summary(read: Read, key: str) -> str:
    """The text of ``overview``, ``brief``, a screen (``people``) or any method. Raises `AccountkitError` for a key that is none of these."""
    analyses, key = methods.analysed(read), str(key)
    if key in (*screens(), *ELSEWHERE):
        return _screen(analyses, key)
    return OWN[key](analyses) if key in OWN else methods.summary(analyses, key)


def is_screen(key: str) -> bool:
    """Whether `summary` has a text of its own under a key, which is no method's."""
    return key in (*OWN, *screens(), *ELSEWHERE)


def _screen(analyses: methods.Analyses, key: str) -> str:
    """What the methods of a screen say, one after another; what describes people is in no summary that is stored."""
    shown = [one for one in cards(key) if not methods.REGISTRY[one].private]
    return "\n\n".join([_(WORKSPACES[key]), *(methods.summary(analyses, one) for one in shown)])


def _overview(analyses: methods.Analyses) -> str:
    """The sentence, the tiles, how far it is founded, and what is still to establish."""
    account = analyses.account
    seen, founded = overview(analyses), methods.completeness(account)
    return "\n".join(
        [
            customer_name(account),
            seen.sentence,
            *("- " + labelled(tile.title, _tile(tile)) for tile in seen.tiles),
            confirmed_in_words(None)
            if founded.share is None
            else _("{confirmed} of {total} claims confirmed ({share}), {stale} stale.").format(
                confirmed=founded.confirmed,
                total=founded.total,
                share=percent(founded.share, 0),
                stale=founded.stale,
            ),
            *_budget(account),
            _("Open points:"),
            *(
                f"- {point.text}{bracketed(point.money) if point.money else ''}"
                for point in methods.open_points(analyses)
            ),
        ]
    )


def _budget(account: Account) -> list[str]:
    """The customer's budget calendar, then each date of ours that falls after the budget is closed."""
    budget = budget_calendar(account)
    if budget is None:
        return []
    late = [
        "- " + labelled(name or day(due), clauses((day(due), budget.late_note)))
        for _path, name, due in missed_dates(account)
    ]
    return [budget.text, *late]


def _tile(tile: Tile) -> str:
    """A tile on one line: its value, and what it is the value of."""
    return tile.value + (bracketed(tile.note) if tile.note else "")


def _brief(analyses: methods.Analyses) -> str:
    """The first page of the internal edition, as Markdown."""
    from accountkit.brief.compose import compose
    from accountkit.brief.markdown import markdown

    whole = compose(analyses.account, practice=analyses.practice, accounts=lambda: analyses.accounts)
    return markdown(replace(whole, sections=whole.sections[:1])).decode("utf-8").strip()


OWN = {"overview": _overview, "workbook": _overview, "brief": _brief}
