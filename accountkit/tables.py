"""An account as tables: figures, peers and what the methods say, as DataFrames.

Each table carries in ``attrs`` the account and the day as of which it stands, the unit of each column (``ratio``: 0.12 is
12 %; ``points``: a difference of ratios; ``money``: whole units of ``attrs["currency"]``; ``score``: on the method's own
scale) and the sources of its figures.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from accountkit import finance
from accountkit.i18n import _, use_language
from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.analyses import method
from accountkit.methods.described import result
from accountkit.methods.known_figures import beside_peers
from accountkit.model import Account


def copied(stored_by: str = "") -> str:
    """What is said to an analyst who edits a table: it is a copy, and `stored_by` is the call that stores a value."""
    return _("This table is a copy; the account does not change. To store a value: {call}.").format(
        call=stored_by or 'account.edit("PATH", value)'
    )


class _Cells:
    """``loc``, ``iloc``, ``at`` or ``iat`` of a table: they read as in pandas, and warn when they write."""

    def __init__(self, cells: Any, stored_by: str) -> None:
        self._cells, self._stored_by = cells, stored_by

    def __getitem__(self, key: Any) -> Any:
        return self._cells[key]

    def __setitem__(self, key: Any, value: Any) -> None:
        warnings.warn(copied(self._stored_by), stacklevel=2)
        self._cells[key] = value

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cells, name)

    def __call__(self, axis: Any) -> _Cells:
        return _Cells(self._cells(axis), self._stored_by)


class Table(pd.DataFrame):
    """A table of an account. It is a copy: assigning into it warns, and the account does not change.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as said:
    ...     warnings.simplefilter("always")
    ...     account.findings["impact"] = 5
    >>> "account.edit" in str(said[0].message)
    True
    """

    _metadata = ("stored_by",)
    stored_by: str = ""

    @property
    def _constructor(self) -> Any:
        return pd.DataFrame  # what is worked out of it is the analyst's own

    def __setitem__(self, key: Any, value: Any) -> None:
        warnings.warn(copied(self.stored_by), stacklevel=2)
        super().__setitem__(key, value)

    def insert(self, loc: int, column: Any, value: Any, *more: Any, **named: Any) -> None:
        """As in pandas, with the warning that the account does not change."""
        warnings.warn(copied(self.stored_by), stacklevel=2)
        super().insert(loc, column, value, *more, **named)

    @property
    def loc(self) -> Any:
        """As in pandas, with a warning at an assignment."""
        return _Cells(super().loc, self.stored_by)

    @property
    def iloc(self) -> Any:
        """As in pandas, with a warning at an assignment."""
        return _Cells(super().iloc, self.stored_by)

    @property
    def at(self) -> Any:
        """As in pandas, with a warning at an assignment."""
        return _Cells(super().at, self.stored_by)

    @property
    def iat(self) -> Any:
        """As in pandas, with a warning at an assignment."""
        return _Cells(super().iat, self.stored_by)


def table(frame: pd.DataFrame, account: Account, *, stored_by: str = "", **attrs: Any) -> Table:
    """`frame` as a table of `account`."""
    made = Table(frame)
    made.stored_by = stored_by
    made.attrs |= {
        "account": account.slug,
        "as_of": account.review_date.isoformat() if account.review_date else "",
        **attrs,
    }
    return made


def statements_table(statements: Mapping[str, Any], account: Account, stored_by: str) -> Table:
    """`statements`, of the account or of a peer, as a table in whole units of their currency."""
    return table(
        finance.frame(statements),
        account,
        stored_by=stored_by,
        currency=next((one.currency for one in statements.values()), account.currency),
        sources=sources(statements),
    )


class MethodTables(Mapping[str, Table]):
    """The result of each method: ``account.methods["influence_score"]``, one row a person, a deal … or one for the account.

    The result of a private method is about people: ``attrs["private"]``. Clear such an output before you pass a notebook on.

    >>> "pest" in account.methods
    True
    >>> forces = account.methods["five_forces"]
    >>> forces.index.name, list(forces.columns[:2])
    ('id', ['score', 'confirmed_score'])
    >>> account.methods["influence_score"].attrs["private"]
    True
    """

    def __init__(self, analyses: Analyses, lang: str) -> None:
        self._analyses, self._lang = analyses, lang

    def __getitem__(self, key: str) -> Table:
        known = method(key)
        with use_language(self._lang):
            said = result(self._analyses, known.key)
        rows = said["records"] or [said]
        columns = (
            "score",
            "confirmed_score",
            "coverage",
            "rated",
            "total",
            "band",
            "verdict",
            "flags",
            "sentence",
        )
        index = pd.Index([one["id"] or self._analyses.account.slug for one in rows], name="id")
        frame = pd.DataFrame([{column: one[column] for column in columns} for one in rows], index=index)
        if said["records"]:
            frame.insert(0, "called", [one["called"] for one in rows])
        return table(
            frame,
            self._analyses.account,
            stored_by=f'account.rate("{key}", "ITEM", 4)',
            units={
                "score": said["scale"] or "score",
                "confirmed_score": said["scale"] or "score",
                "coverage": "ratio",
            },
            sources=known.source,
            name=said["name"],
            private=known.private,
        )

    def __iter__(self) -> Iterator[str]:
        return iter(REGISTRY)

    def __len__(self) -> int:
        return len(REGISTRY)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self)

    def _repr_html_(self) -> str:
        with use_language(self._lang):
            rows = {
                key: {_("Name"): _(one.name), _("Question"): _(one.question)} for key, one in REGISTRY.items()
            }
        with pd.option_context("display.max_colwidth", None):
            return str(pd.DataFrame.from_dict(rows, orient="index").to_html())


class PeerTables(dict[str, Table]):
    """The peers' statements by key. ``account.peers()`` compares the account with them.

    >>> beside = account.peers()
    >>> beside.index[0], bool(beside.loc["walmart", "return_on_equity"] > 0.2)
    ('walmart', True)
    """

    def __init__(self, account: Account, lang: str) -> None:
        super().__init__(
            {
                key: statements_table(
                    peer.statements, account, f'account.import_statements(table, peer="{peer.name}")'
                )
                for key, peer in account.peers.items()
            }
        )
        self._account, self._lang = account, lang

    def __setitem__(self, key: str, value: Any) -> None:
        raise TypeError(copied(f'account.import_statements(table, peer="{key}")'))

    def _repr_html_(self) -> str:
        with use_language(self._lang):
            rows = {
                key: {
                    _("Name"): self._account.peers[key].name,
                    _("Years with statements"): len(statements),
                    _("Latest year end"): statements.index[-1] if len(statements) else "",
                }
                for key, statements in self.items()
            }
        return str(pd.DataFrame.from_dict(rows, orient="index").to_html())

    def __call__(self, steps: int = 3) -> Table:
        """The ratios of the account, of each peer's nearest year, and their median and quartiles.

        The year is the account's latest one with three usable peers, else its latest. A peer that cannot serve has its reason in ``reason``. Raises `NotMeaningful` where the account has no return.
        """
        with use_language(self._lang):
            own = finance.latest(self._account.statements, steps=steps)
            compared = beside_peers(own, self._account.peers)
        rows = {
            self._account.slug: {**compared.own.ratios, "period_end": compared.own.period_end, "reason": ""}
        }
        for peer in compared.peers:
            ratios = peer.year.ratios if peer.year else {}
            end = peer.year.period_end if peer.year else None
            rows[peer.key] = {**ratios, "period_end": end, "reason": peer.reason}
        for name, values in (
            ("lower quartile", compared.lower_quartiles),
            ("median", compared.medians),
            ("upper quartile", compared.upper_quartiles),
        ):
            if values:
                rows[name] = {**values, "period_end": None, "reason": ""}
        frame = pd.DataFrame.from_dict(rows, orient="index").rename_axis("company")
        return table(
            frame,
            self._account,
            units={name: unit(name) for name in compared.own.ratios},
            notes=list(compared.notes),
            sources=sources(self._account.statements),
        )


def unit(ratio: str) -> str:
    """What a ratio is counted in: 0.12 is 12 %, or a number of times."""
    return "times" if ratio in ("asset_turnover", "equity_multiplier") else "ratio"


def sources(statements: Mapping[str, Any]) -> dict[str, str]:
    """Where the figures of each period come from."""
    return {
        one.period_end.isoformat(): "; ".join(
            sorted({f.origin.source for f in one.figures.values() if f.origin.source})
        )
        for one in statements.values()
    }
