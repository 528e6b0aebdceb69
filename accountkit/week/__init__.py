"""The week of a seller over all accounts: its lines, in words, and as a calendar. The rules are in `accountkit.methods.week`.

week(store, "ann").due           # what is due or overdue, the worst first
"""

from accountkit.week.gather import Week, week
from accountkit.week.told import Told

__all__ = ["Told", "Week", "week"]
