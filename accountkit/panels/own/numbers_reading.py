"""The numbers of an account as they are chosen to be read: decomposition, attribution, words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.errors import AccountkitError, NotMeaningful
from accountkit.finance.findings.reading import Reading, reading
from accountkit.finance.returns.attribution import Attribution, attribution
from accountkit.finance.returns.dupont import BASIS_NAMES, DuPont, dupont
from accountkit.finance.statements.checks import checks
from accountkit.i18n import _, currency_name, day, paragraph
from accountkit.methods.known_figures import latest, remembered
from accountkit.model import Account, Statement
from accountkit.panels.own.numbers_choices import Choices, ends


@dataclass(frozen=True)
class Numbers:
    """What the panel shows of the statements of one account. `trouble` says what keeps them from being read at all."""

    statements: Mapping[str, Statement]
    interim: Mapping[str, Statement]
    choices: Choices
    dupont: DuPont
    attribution: Attribution | None
    reading: Reading
    warnings: tuple[str, ...]
    trouble: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is no statement yet."""
        return not self.statements

    @property
    def compares_on_ending(self) -> bool:
        """Whether two years can be compared on ending balances alone: on averages the first of them has no return."""
        change, taken = self.attribution, self.dupont
        if self.trouble or taken.basis == "ending" or (change and change.effects):
            return False
        ending = dupont(self.statements, steps=taken.steps, basis="ending", owners=taken.owners)
        return sum(year.return_on_equity is not None for year in ending.years) > 1


def numbers(account: Account, choices: Choices) -> Numbers:
    """The account's numbers under these choices; what cannot be computed is said in `trouble` and nothing is lost. They are
    the same object until a statement or a choice is another."""
    return _numbers(account.statements, account.interim, choices)


@remembered
def _numbers(
    statements: Mapping[str, Statement], interim: Mapping[str, Statement], choices: Choices
) -> Numbers:
    try:
        taken = _taken(statements, choices)
        found = tuple(warning.text for warning in checks(statements))
    except AccountkitError as error:
        blank = dupont({}, steps=choices.steps)
        return Numbers(statements, interim, choices, blank, None, reading(blank), (), str(error))
    change = _change(taken, choices)
    return Numbers(statements, interim, choices, taken, change, reading(taken, change), found)


def _taken(statements: Mapping[str, Statement], choices: Choices) -> DuPont:
    """The decomposition on the chosen basis and owners; what is not chosen is as elsewhere in the app."""
    return latest(statements, steps=choices.steps, basis=choices.basis, owners=choices.whose)


def _change(taken: DuPont, choices: Choices) -> Attribution | None:
    pair = ends(choices, taken)
    if pair is None:
        return None
    try:
        return attribution(taken, *pair, method=choices.method, order=choices.in_order)
    except NotMeaningful:
        return None  # fewer than two years: the tree stands alone


def basis_line(of: Numbers) -> str:
    """On what the figures stand: basis, currency, years; the notes say whose profit and equity."""
    years = of.dupont.years
    if not years:
        return ""
    text = _("{basis}, in {currency}, years ending {first} to {last}. {owners}")
    if len(years) == 1:
        text = _("{basis}, in {currency}, year ending {last}. {owners}")
    return text.format(
        basis=_(BASIS_NAMES[of.dupont.basis]),
        currency=currency_name(of.dupont.currency),
        first=day(years[0].period_end),
        last=day(years[-1].period_end),
        owners=paragraph(*of.dupont.notes[1:]),
    )
