"""An account in an analyst's hands: its tables (`accountkit.tables`), and edits by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar

import pandas as pd

from accountkit import finance
from accountkit.arguments import day_of, demand_frame, demand_understood, statement_of, value_of
from accountkit.errors import InvalidEdit, NotMeaningful
from accountkit.i18n import _, enumerated, paragraph, use_language
from accountkit.methods.analyses import demand_record, method
from accountkit.methods.paths import checked
from accountkit.methods.subjects import COLLECTION, ids
from accountkit.model import Account, Edit
from accountkit.model.record import new_id
from accountkit.panels.session import Session
from accountkit.tables import MethodTables, PeerTables, Table, copied, sources, statements_table, table, unit

T = TypeVar("T")
Asked = ParamSpec("Asked")


class _Property(Generic[T]):
    """What an account has under a name, made anew each time. Not a `property`: IPython would not complete its keys."""

    def __init__(self, made: Callable[[Any], T], stored_by: str = "") -> None:
        self._made, self._stored_by, self.__doc__ = made, stored_by, made.__doc__

    def __get__(self, workbook: Any, owner: type | None = None) -> T:
        return self if workbook is None else self._made(workbook)  # type: ignore[return-value]

    def __set__(self, workbook: Any, value: Any) -> None:
        raise AttributeError(copied(self._stored_by))


def _records(name: str) -> _Property[Table]:
    call = f'account.edit("{name}/ID/FIELD", value)'

    def rows(workbook: Analyst) -> Table:
        records = getattr(workbook.session.shown, name)
        found = {key: record.model_dump(mode="json") for key, record in records.items()}
        frame = pd.DataFrame.from_dict(found, orient="index").rename_axis("id")
        return table(frame, workbook.account, stored_by=call)

    rows.__doc__ = f"The {name} of the account: one row a record, by id."
    return _Property(rows, call)


def _statements(workbook: Analyst) -> Table:
    """The statements: one row a period end, one column a line, in whole currency units. NaN is a missing figure."""
    account = workbook.account
    return statements_table(account.statements, account, "account.import_statements(table)")


def _peers(workbook: Analyst) -> PeerTables:
    """The peers' statements by key, each like `statements`. ``account.peers()`` compares the account with them."""
    return PeerTables(workbook.account, workbook.session.lang)


def _methods(workbook: Analyst) -> MethodTables:
    """The result of each method, by its key."""
    return MethodTables(workbook.session.analyses, workbook.session.lang)


def _in_its_language(asked: Callable[Asked, T]) -> Callable[Asked, T]:
    """What is noted of a result, or wrong with a question, is said in the account's language."""

    @wraps(asked)
    def answer(*args: Asked.args, **named: Asked.kwargs) -> T:
        with use_language(args[0].session.lang):  # type: ignore[attr-defined]
            return asked(*args, **named)

    return answer


class Analyst:
    """The tables of one account, and edits by name; a workbook has them.

    A table is a copy: an edit of it is not stored, and a warning names the call that stores a value.

    >>> list(account.statements.columns[:2])
    ['revenue', 'cost_of_revenue']
    >>> account.statements.attrs["currency"]
    'USD'
    >>> account.edit("profile/industry", "Retail")
    >>> account.account.profile.industry
    'Retail'
    """

    session: Session
    statements = _Property(_statements, "account.import_statements(table)")
    peers = _Property(_peers, 'account.import_statements(table, peer="NAME")')
    methods = _Property(_methods, 'account.rate("METHOD", "ITEM", 4)')
    findings = _records("findings")
    problems = _records("problems")
    needs = _records("needs")
    levers = _records("levers")
    stakeholders = _records("stakeholders")
    motives = _records("motives")
    commitments = _records("commitments")
    evidence = _records("evidence")

    @property
    def account(self) -> Account:
        """The account as it is now."""
        return self.session.account

    @_in_its_language
    def roe(self, steps: int = 3, basis: str = "average") -> Table:
        """Return on equity by year and its factors, in 3 or 5 steps, on average or ending balances (``basis``).

        One row a period end. NaN is an unknown or meaningless factor; ``attrs["notes"]`` has the reason.
        Source of the method: DuPont analysis. Raises `StatementError`.

        >>> returns = account.roe()
        >>> returns.iloc[-1].round(4).to_dict()
        {'return_on_equity': 0.2297, 'net_margin': 0.0307, 'asset_turnover': 2.6148, 'equity_multiplier': 2.8615}
        >>> returns.attrs["units"]["net_margin"], returns.attrs["units"]["asset_turnover"]
        ('ratio', 'times')
        """
        found = finance.latest(self.account.statements, steps=steps, basis=basis)  # type: ignore[arg-type]
        rows = {
            year.period_end: {"return_on_equity": year.return_on_equity, **year.factors}
            for year in found.years
        }
        frame = pd.DataFrame.from_dict(rows, orient="index").rename_axis("period_end").astype(float)
        return table(
            frame,
            self.account,
            units={name: unit(name) for name in frame.columns},
            sources=sources(self.account.statements),
            notes={year.period_end.isoformat(): list(year.notes) for year in found.years if year.notes},
            basis=found.basis,
            owners=found.owners,
        )

    @_in_its_language
    def attribution(
        self, start: dt.date | str | None = None, end: dt.date | str | None = None, steps: int = 3
    ) -> Table:
        """How much each factor moved the return between two years; the effects add up to the change exactly.

        By default the latest year that has a return is compared with the year before it; a year is named by its end, a date
        or a text. Source: Shapley (1953). Raises `InvalidArgument`, and `NotMeaningful` if the two years cannot be compared.

        >>> moved = account.attribution()
        >>> moved.attrs["start"], moved.attrs["end"]
        ('2025-01-31', '2026-01-31')
        >>> bool(abs(moved["effect"].sum() - moved.attrs["delta"]) < 1e-12)
        True
        """
        found = finance.attribution(
            finance.latest(self.account.statements, steps=steps, basis="average"), day_of(start), day_of(end)
        )
        if found.delta is None:
            raise NotMeaningful(paragraph(*found.notes))
        rows = {
            name: {"before": one.before, "after": one.after, "effect": one.effect, "text": one.text}
            for name, one in found.reading.items()
        }
        return table(
            pd.DataFrame.from_dict(rows, orient="index").rename_axis("factor"),
            self.account,
            units={"before": "as the factor", "after": "as the factor", "effect": "points"},
            sources=sources(self.account.statements),
            start=found.start.isoformat(),
            end=found.end.isoformat(),
            delta=found.delta,
        )

    @_in_its_language
    def scenario(self, *levers: str) -> Table:
        """The value of the named levers (default: all): a row for the low, base and high case.

        Raises `InvalidEdit` for an unknown lever and lists the known ones, `NotMeaningful` if there is no return.

        >>> worth = account.scenario()
        >>> list(worth.index), list(worth.columns)
        (['low', 'base', 'high'], ['change_of_return', 'profit', 'cash'])
        >>> worth.attrs["currency"], worth.attrs["units"]["profit"]
        ('USD', 'money')
        """
        account = self.account
        if unknown := sorted({str(one) for one in levers} - set(account.levers)):
            raise InvalidEdit(
                _("Unknown lever: {unknown}. There are: {known}.").format(
                    unknown=enumerated(unknown), known=enumerated(account.levers) or "–"
                )
            )
        chosen = {key: account.levers[key] for key in levers or account.levers}
        own = finance.latest(account.statements, basis="average")
        found = finance.scenario(own, chosen, currency=account.currency)
        rows = {
            case: {"change_of_return": one.delta, "profit": one.profit, "cash": one.cash}
            for case, one in found.cases.items()
        }
        return table(
            pd.DataFrame.from_dict(rows, orient="index").rename_axis("case"),
            account,
            units={"change_of_return": "points", "profit": "money", "cash": "money"},
            currency=found.currency,
            period_end=found.period_end.isoformat(),
            sources=sources(account.statements),
            notes=list(found.notes),
        )

    @_in_its_language
    def add_finding(self, statement: str, **fields: Any) -> str:
        """Add a finding with any of its fields. Returns its id. Raises `InvalidEdit`.

        >>> finding = account.add_finding("Wages rise", source_item="economic", impact=4)
        >>> account.findings.loc[finding, "statement"]
        'Wages rise'
        """
        return self._added("findings", "f", statement=statement_of(statement, _("Finding")), **fields)

    @_in_its_language
    def add_problem(self, statement: str, **fields: Any) -> str:
        """Add a problem with any of its fields. Returns its id. Raises `InvalidEdit`.

        >>> problem = account.add_problem("Shelves are empty too often", current=0.04, expected=0.02)
        >>> float(account.problems.loc[problem, "expected"])
        0.02
        """
        return self._added("problems", "p", statement=statement_of(statement, _("Problem")), **fields)

    @_in_its_language
    def rate(self, key: str, item: str, value: Any, record: str | None = None) -> None:
        """Rate an item of a method, or enter its value; `record` is the person, deal … that the method is about.

        None takes the rating back. Raises `InvalidEdit` and lists the known items.

        >>> account.rate("five_forces", "growth", 4)
        >>> account.rate("influence_score", "willingness", 2, record=account.stakeholders.index[0])
        """
        asked = method(key)
        self.session.demand_held(asked)
        entry = next((one for one in asked.entries() if one.key == item), None)
        if entry is None:
            items = enumerated(one.key for one in asked.entries())
            raise InvalidEdit(
                _("{method} has no item “{item}”. There are: {known}.").format(
                    method=_(asked.name), item=item, known=items or "–"
                )
            )
        about = COLLECTION.get(asked.subject)
        if about and record is None and (known := ids(self.account, asked.subject)):
            raise InvalidEdit(
                _("{method} is about one record: name it with record=…. There are: {known}.").format(
                    method=_(asked.name), known=enumerated(known)
                )
            )
        if about:
            demand_record(self.account, asked, record)
        elif record is not None:
            raise InvalidEdit(
                _("{method} is about the account as a whole. Leave out record=….").format(
                    method=_(asked.name)
                )
            )
        claim = asked.claim_path(entry, record if about else None)
        path = claim if entry.on_record else f"{claim}/value"
        value = value_of(value, path)
        self.session.edit([Edit(path, checked(self.account, asked, path, value))])

    @_in_its_language
    def import_statements(
        self, frame: pd.DataFrame, *, source: str = "DataFrame", peer: str | None = None
    ) -> None:
        """Store a table of statements, of the account or a `peer`: one row a period end, a column for each line.

        Columns are line keys or any name that an import knows; figures are in whole units of ``frame.attrs["currency"]``,
        by default the account's. Raises `StatementError` and says what was not understood.

        >>> latest = account.statements.iloc[[-1]][["revenue", "net_income", "total_assets", "equity"]]
        >>> account.import_statements(latest, peer="Twin")
        >>> bool(account.peers["twin"]["revenue"].iloc[-1] == account.statements["revenue"].iloc[-1])
        True
        """
        from accountkit.sources import import_edits, read

        demand_frame(frame, peer)
        text = frame.rename_axis("period_end").to_csv()
        currency = frame.attrs.get("currency") or self.account.currency
        read_in = read(text.encode("utf-8"), f"{source}.csv", currency=currency, unit=1)
        demand_understood(read_in.unmapped, read_in.proposals)
        self.session.edit(import_edits(self.account, read_in, peer=peer))

    def _added(self, collection: str, prefix: str, **fields: Any) -> str:
        key = new_id(prefix)
        path = f"{collection}/{key}"
        self.session.edit([Edit(path, value_of(fields, path))])
        return key
