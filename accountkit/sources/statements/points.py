"""What is to be checked in a file that was read."""

from __future__ import annotations

from accountkit.errors import AccountkitError
from accountkit.finance.statements.checks import checks
from accountkit.sources.imported import Imported


def points_to_check(imported: Imported) -> list[str]:
    """What was assumed of the file (currency, unit, signs, lines by a similar name), and what its figures contradict."""
    try:
        found = [warning.text for warning in checks(imported.statements)]
    except AccountkitError as error:
        found = [str(error)]
    return list(dict.fromkeys([*imported.warnings, *found]))
